/** Finding deliveries: by filters, over time, and by waiting for one. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { MINUTE } from '../../src/clock.ts';
import type { Delivery } from '../../src/store/index.ts';
import { openMemory } from '../../src/store/memory/open.ts';
import { type DeliveryFilter, recent } from '../../src/webhooks/listing.ts';
import { answers } from '../helpers/receiver.ts';
import { delivery } from '../helpers/store.ts';
import { openPost, type Post, PATIENT } from './post.ts';

const some = <T>(...values: T[]) => fc.option(fc.constantFrom(...values), { nil: undefined });
const filters: fc.Arbitrary<DeliveryFilter> = fc.record({
  appId: some('1', '2'),
  endpointId: some('1:channel', '2:sync'),
  state: some<Delivery['state']>('pending', 'parked', 'delivered'),
  event: some('added', 'blocked'),
  accountId: some('han', 'kim'),
  channelId: some('_a', '_b'),
});
const rows = fc.array(
  fc.record({
    appId: fc.constantFrom('1', '2'),
    endpointId: fc.constantFrom('1:channel', '2:sync'),
    state: fc.constantFrom<Delivery['state'][]>('pending', 'parked', 'delivered'),
    event: fc.constantFrom('added', 'blocked'),
    lane: fc.constantFrom('1:han', '1:han:_a', '1:kim:_a', '2:kim:_b'),
  }),
  { maxLength: 40 },
);
const page = fc.record({ limit: fc.integer({ min: 1, max: 9 }), before: some('d05', 'd20', 'd20x') });

describe('webhooks · finding deliveries', () => {
  it('every combination of filters finds what reading them all would', async () => {
    await fc.assert(
      fc.asyncProperty(rows, filters, page, async (list, filter, page) => {
        const all = list.map((row, at) => delivery(`d${String(at).padStart(2, '0')}`, row));
        const store = await openMemory();
        await store.write(async (tx) => all.forEach((row) => tx.put('deliveries', row)));
        const found = (await recent(store, page, filter)).map(({ id }) => id);
        const expected = all.filter((row) => fits(row, filter) && (page.before === undefined || row.id < page.before)).reverse();
        assert.deepEqual(
          found,
          expected.slice(0, page.limit).map(({ id }) => id),
        );
        await store.close();
      }),
      { numRuns: 300 },
    );
  });
});

function fits(row: Delivery, filter: DeliveryFilter): boolean {
  const [, accountId, channelId] = row.lane.split(':');
  const facts: Record<string, unknown> = { ...row, accountId, channelId };
  return Object.entries(filter).every(([name, value]) => value === undefined || facts[name] === value);
}

describe('webhooks · waiting for one', () => {
  let post: Post;
  beforeEach(async () => {
    post = await openPost({ deadlineMs: PATIENT });
  });
  afterEach(() => post.close());

  it('finds what is there, or waits until it comes', async () => {
    const waiting = post.webhooks.waitFor({ event: 'unlink', state: 'delivered' }, 30_000);
    const other = await post.drop();
    const id = await post.drop({ event: 'unlink' });
    assert.equal((await waiting)?.id, id);
    await post.webhooks.settled();
    assert.equal((await post.webhooks.waitFor({ event: 'channel.added' }, 30_000))?.id, other);
  });

  it('of those after another one, the first', async () => {
    const [before, first] = [await post.drop(), await post.drop()];
    for (let i = 0; i < 60; i += 1) await post.drop({ lane: `${i}` });
    assert.equal((await post.webhooks.waitFor({ after: before }, 30_000))?.id, first);
  });

  it('ends without one when the time has passed', async () => {
    assert.equal(await post.webhooks.waitFor({ event: 'never' }, 1), undefined);
  });
});

describe('webhooks · the last hour', () => {
  it('counts how attempts ended, part by part, and nothing before it', async () => {
    const post = await openPost({ deadlineMs: PATIENT });
    const since = post.clock.now() + 10 * MINUTE;
    await post.drop({ body: 'too early' });
    await post.webhooks.settled();
    post.clock.advance(15 * MINUTE);
    await post.drop();
    await post.drop({ appId: '2' });
    await post.webhooks.settled();
    post.clock.advance(50 * MINUTE);
    post.receiver.answer(answers.status(500));
    await post.drop({ lane: 'parked' });
    await post.drop({ appId: '2', lane: 'tried again', endpoint: { policy: 'retry' } });
    await post.webhooks.settled();
    const shape = async (appId?: string) =>
      (await post.webhooks.counts({ since, buckets: 6, appId })).map(({ delivered, failed, parked }) => [delivered, failed, parked]);
    const none = [0, 0, 0];
    assert.deepEqual(await shape(), [[2, 0, 0], none, none, none, none, [0, 1, 1]]);
    assert.deepEqual(await shape('2'), [[1, 0, 0], none, none, none, none, [0, 1, 0]]);
    await post.close();
  });
});

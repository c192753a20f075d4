/** Trouble on demand: how often a delivery is sent, when, and in which order. */
import assert from 'node:assert/strict';
import { MINUTE, SECOND } from '../../src/clock.ts';
import type { RuleBroken } from '../../src/rule.ts';
import { type NewTrouble, openWebhooks } from '../../src/webhooks/index.ts';
import { openTroubledPost, type TroubledPost } from './troubled.ts';

describe('webhooks · trouble on demand', () => {
  let post: TroubledPost;
  beforeEach(async () => {
    post = await openTroubledPost();
  });
  afterEach(() => post.close());

  it('duplicate: twice, with the same id and bytes, and both attempts say so', async () => {
    await post.add({ kind: 'duplicate' });
    const { attempts } = await post.send({ body: 'x', headers: { 'X-Kakao-Resource-ID': 'RES' } });
    assert.deepEqual(post.bodies(), ['x', 'x']);
    assert.deepEqual(new Set(post.receiver.received.map(({ headers }) => headers['x-kakao-resource-id'])), new Set(['RES']));
    assert.deepEqual(
      attempts.map(({ trouble, verdict }) => [trouble, verdict]),
      [
        ['duplicate', 'delivered'],
        ['duplicate', 'delivered'],
      ],
    );
  });

  it('swap: lets the next one of its lane go first, whenever that comes', async () => {
    await post.add({ kind: 'swap' });
    const held = await post.drop({ body: 'first' });
    await post.drop({ lane: 'another', body: 'elsewhere' });
    await post.webhooks.settled();
    assert.deepEqual(post.bodies(), ['elsewhere']);
    await post.drop({ body: 'second' });
    await post.drop({ body: 'third' });
    assert.equal((await post.outcome(held)).attempts[0]?.trouble, 'swap');
    assert.deepEqual(post.bodies(), ['elsewhere', 'second', 'first', 'third']);
  });

  it('swap: two of them are two pairs', async () => {
    await post.add({ kind: 'swap', times: 2 });
    await post.webhooks.stop();
    for (const body of ['1', '2', '3', '4', '5']) await post.drop({ body });
    post.webhooks.start();
    await post.webhooks.settled();
    assert.deepEqual(post.bodies(), ['2', '1', '4', '3', '5']);
  });

  it('swap: goes alone after a minute without a next one', async () => {
    await post.add({ kind: 'swap' });
    await post.send({ body: 'alone' });
    assert.deepEqual(post.bodies(), []);
    post.clock.advance(MINUTE);
    await post.webhooks.settled();
    assert.deepEqual(post.bodies(), ['alone']);
  });

  it('delay: in house time, its lane with it, and over a restart', async () => {
    await post.add({ kind: 'delay', ms: 30 * SECOND });
    const late = await post.drop({ body: 'late' });
    await post.drop({ body: 'behind it' });
    await post.webhooks.settled();
    assert.deepEqual(post.bodies(), []);
    await post.webhooks.stop();
    const next = openWebhooks({ store: post.store, clock: post.clock });
    next.start();
    post.clock.advance(30 * SECOND);
    await next.settled();
    assert.deepEqual(post.bodies(), ['late', 'behind it']);
    assert.deepEqual(
      (await next.attempts(late)).map(({ trouble }) => trouble),
      ['delay'],
    );
    await next.stop();
  });

  it('drop: is never sent, says so, and can be sent anew', async () => {
    await post.add({ kind: 'drop' });
    const { delivery, attempts } = await post.send({ endpoint: { policy: 'retry' } });
    assert.deepEqual([delivery.state, attempts.length, attempts[0]?.verdict, attempts[0]?.trouble], ['parked', 1, 'dropped', 'drop']);
    assert.deepEqual(post.bodies(), []);
    await post.webhooks.replay([delivery.id]);
    assert.equal((await post.outcome(delivery.id)).delivery.state, 'delivered');
  });

  it('happens so often, to the event it is for, and the oldest first', async () => {
    await post.add({ kind: 'drop', times: 2, event: 'channel.blocked' });
    await post.add({ kind: 'duplicate' });
    for (const event of ['channel.added', 'channel.blocked', 'channel.blocked', 'channel.blocked']) await post.send({ event, body: event });
    assert.deepEqual(post.bodies(), ['channel.added', 'channel.added', 'channel.blocked']);
    assert.deepEqual(await post.webhooks.troubles(), []);
  });

  it('is listed, taken back, and goes with its endpoint', async () => {
    const { id } = await post.add({ times: 3 });
    await post.add({ kind: 'delay', ms: 1 });
    assert.deepEqual(
      (await post.webhooks.troubles('1:channel')).map(({ kind, times }) => [kind, times]),
      [
        ['drop', 3],
        ['delay', 1],
      ],
    );
    await post.store.write(async (tx) => post.webhooks.removeTrouble(tx, id));
    assert.equal((await post.webhooks.troubles()).length, 1);
    await post.store.write((tx) => post.webhooks.register(tx, '1', 'channel', ''));
    assert.deepEqual(await post.webhooks.troubles(), []);
  });

  it('is refused where it cannot be made, with the field', async () => {
    await post.drop({ kind: 'unlink', endpoint: { method: 'GET' } });
    const field = (trouble: Partial<NewTrouble>) =>
      post.add(trouble).then(
        () => 'taken',
        (error: RuleBroken) => error.details.field ?? error.code,
      );
    assert.equal(await field({ kind: 'slow-body', endpointId: '1:unlink' }), 'kind');
    assert.equal(await field({ kind: 'stale-timestamp', endpointId: '1:unlink' }), 'kind');
    assert.deepEqual([await field({ times: 0 }), await field({ times: 1.5 }), await field({ times: 1001 })], ['times', 'times', 'times']);
    assert.deepEqual([await field({ kind: 'delay', ms: 0 }), await field({ kind: 'drop', ms: 5 })], ['ms', 'ms']);
    assert.equal(await field({ endpointId: '9:channel' }), 'unknown_endpoint');
  });
});

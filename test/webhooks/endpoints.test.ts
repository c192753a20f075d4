/** What happens to an endpoint, and to what waits for it, while events come. */
import assert from 'node:assert/strict';
import { RuleBroken } from '../../src/rule.ts';
import type { Endpoint } from '../../src/store/index.ts';
import type { EndpointChanges } from '../../src/webhooks/index.ts';
import { answers, openReceiver, type Receiver } from '../helpers/receiver.ts';
import { openPost, type Post, PATIENT } from './post.ts';

const CHANNEL = '1:channel';

describe('webhooks · an endpoint', () => {
  let post: Post;
  let elsewhere: Receiver;
  beforeEach(async () => {
    [post, elsewhere] = await Promise.all([openPost({ deadlineMs: PATIENT }), openReceiver()]);
  });
  afterEach(() => Promise.all([post.close(), elsewhere.close()]));

  const configure = (changes: EndpointChanges, id = CHANNEL): Promise<Endpoint> =>
    post.store.write((tx) => post.webhooks.configure(tx, id, changes));
  const register = (url: string): Promise<Endpoint | undefined> =>
    post.store.write((tx) => post.webhooks.register(tx, '1', 'channel', url));
  const bodies = (receiver: Receiver): string[] => receiver.received.map(({ body }) => body);
  const refusedWith = async (changes: EndpointChanges, id = CHANNEL): Promise<string> => {
    const error: unknown = await configure(changes, id).catch((reason: unknown) => reason);
    assert.ok(error instanceof RuleBroken);
    return error.code;
  };

  it('is listed with all others, or with those of its app', async () => {
    await post.drop({ appId: '1' });
    await post.drop({ appId: '2', kind: 'sync' });
    const ids = async (appId?: string) => (await post.webhooks.endpoints(appId)).map(({ id }) => id);
    assert.deepEqual([await ids(), await ids('2'), await ids('3')], [['1:channel', '2:sync'], ['2:sync'], []]);
  });

  it('that is paused sends nothing; once it is on again, what waited goes out in order', async () => {
    await post.drop({ body: 'before' });
    await post.webhooks.settled();
    await configure({ state: 'paused' });
    const waiting = [await post.drop({ body: 'first' }), await post.drop({ body: 'second' })];
    await post.webhooks.settled();
    assert.deepEqual(bodies(post.receiver), ['before']);
    for (const id of waiting) assert.equal((await post.webhooks.delivery(id))?.state, 'pending');
    await configure({ state: 'on' });
    await post.webhooks.settled();
    assert.deepEqual(bodies(post.receiver), ['before', 'first', 'second']);
  });

  it('that is paused holds no other one up', async () => {
    await post.drop({ endpoint: { state: 'paused' } });
    assert.equal((await post.outcome(await post.drop({ kind: 'sync' }))).verdict, 'delivered');
  });

  it('that is paused while an attempt is under way: that one ends, the next one waits', async () => {
    const gate = Promise.withResolvers<void>();
    post.receiver.answer(answers.once(gate.promise, answers.status(200)));
    const begun = await post.drop();
    const next = await post.drop();
    await post.receiver.arrived(1);
    await configure({ state: 'paused' });
    gate.resolve();
    assert.equal((await post.outcome(begun)).delivery.state, 'delivered');
    assert.equal((await post.webhooks.delivery(next))?.state, 'pending');
  });

  it('that is removed cancels what waits, visibly', async () => {
    const id = await post.drop({ endpoint: { state: 'paused' } });
    await register('');
    const { delivery, attempts } = await post.outcome(id);
    assert.deepEqual([delivery.state, delivery.reason, attempts], ['cancelled', 'endpoint_removed', []]);
    assert.equal(await post.webhooks.endpoint('1', 'channel'), undefined);
  });

  it('that is removed while an attempt is under way: what the receiver said of it counts', async () => {
    const gate = Promise.withResolvers<void>();
    post.receiver.answer(answers.once(gate.promise, answers.status(200)), answers.once(gate.promise, answers.status(500)));
    const [good, bad] = [await post.drop({ lane: 'a' }), await post.drop({ lane: 'b' })];
    await post.receiver.arrived(2);
    await register('');
    gate.resolve();
    const states = [await post.outcome(good), await post.outcome(bad)].map(
      ({ delivery, attempts }) => `${delivery.state} ${attempts.length}`,
    );
    assert.deepEqual(new Set(states), new Set(['cancelled 1', 'delivered 1']));
  });

  it('takes what waits along when it moves, and each attempt keeps where it went', async () => {
    await post.drop({ body: 'before' });
    await post.webhooks.settled();
    await configure({ state: 'paused' });
    const id = await post.drop({ body: 'waiting' });
    await register(elsewhere.url);
    await configure({ state: 'on' });
    const { delivery, attempts } = await post.outcome(id);
    assert.deepEqual([bodies(post.receiver), bodies(elsewhere)], [['before'], ['waiting']]);
    assert.deepEqual([delivery.url, attempts.map(({ url }) => url)], [elsewhere.url, [elsewhere.url]]);
  });

  it('keeps everything else when it moves', async () => {
    await post.drop({ endpoint: { policy: 'retry', verifyTls: false, failures: 3, failingSince: 5 } });
    await post.webhooks.settled();
    const moved = await register(elsewhere.url);
    assert.deepEqual([moved?.policy, moved?.verifyTls, moved?.failures, moved?.failingSince], ['retry', false, 0, null]);
  });

  it('refuses what does not fit its kind, and names it', async () => {
    await post.drop();
    assert.equal(await refusedWith({ method: 'GET' }), 'method_does_not_fit');
    assert.equal(await refusedWith({ events: ['user-linked'] }), 'events_do_not_fit');
    assert.equal(await refusedWith({ policy: 'retry' }, '1:unlink'), 'unknown_endpoint');
    await post.drop({ kind: 'unlink' });
    assert.equal((await configure({ method: 'GET' }, '1:unlink')).method, 'GET');
    await post.drop({ kind: 'account' });
    assert.deepEqual((await configure({ events: ['user-linked'] }, '1:account')).events, ['user-linked']);
  });
});

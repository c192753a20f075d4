/** Sending anew by hand. */
import assert from 'node:assert/strict';
import { answers, openReceiver } from '../helpers/receiver.ts';
import { openPost, type Post, PATIENT } from './post.ts';

describe('webhooks · sending anew', () => {
  let post: Post;
  beforeEach(async () => {
    post = await openPost({ deadlineMs: PATIENT });
  });
  afterEach(() => post.close());

  it('sends the same id and bytes, counts, and marks the attempt', async () => {
    post.receiver.answer(answers.status(500), answers.status(200));
    const id = await post.drop({ body: 'x', headers: { 'X-Kakao-Resource-ID': 'RES' } });
    assert.equal((await post.outcome(id)).delivery.state, 'parked');
    assert.equal(await post.webhooks.replay([id]), 1);
    const { delivery, attempts } = await post.outcome(id);
    assert.deepEqual([delivery.state, delivery.replays], ['delivered', 1]);
    assert.deepEqual(
      attempts.map(({ isReplay, verdict }) => [isReplay, verdict]),
      [
        [false, 'status_500'],
        [true, 'delivered'],
      ],
    );
    assert.deepEqual(
      post.receiver.received.map(({ body, headers }) => [body, headers['x-kakao-resource-id']]),
      [
        ['x', 'RES'],
        ['x', 'RES'],
      ],
    );
  });

  it('sends anew what was delivered, too', async () => {
    const id = await post.drop();
    await post.webhooks.settled();
    assert.equal(await post.webhooks.replay([id]), 1);
    assert.equal((await post.outcome(id)).attempts.length, 2);
  });

  it('leaves alone what waits, is unknown, or named twice', async () => {
    const id = await post.drop({ endpoint: { state: 'paused' } });
    assert.equal(await post.webhooks.replay([id, 'unknown']), 0);
    await post.store.write((tx) => post.webhooks.configure(tx, '1:channel', { state: 'on' }));
    await post.webhooks.settled();
    assert.equal(await post.webhooks.replay([id, id]), 1);
  });

  it('goes to where the endpoint is now, and not where there is none', async () => {
    const elsewhere = await openReceiver();
    const id = await post.drop();
    await post.webhooks.settled();
    await post.store.write((tx) => post.webhooks.register(tx, '1', 'channel', ''));
    assert.equal(await post.webhooks.replay([id]), 0);
    await post.store.write((tx) => post.webhooks.register(tx, '1', 'channel', elsewhere.url));
    assert.equal(await post.webhooks.replay([id]), 1);
    await post.webhooks.settled();
    assert.deepEqual([post.receiver.received.length, elsewhere.received.length], [1, 1]);
    await elsewhere.close();
  });

  it('what was cancelled goes out once there is an address again', async () => {
    const id = await post.drop({ endpoint: { state: 'paused' } });
    await post.store.write((tx) => post.webhooks.register(tx, '1', 'channel', ''));
    await post.store.write((tx) => post.webhooks.register(tx, '1', 'channel', post.receiver.url));
    await post.webhooks.settled();
    assert.equal(post.receiver.received.length, 0);
    await post.webhooks.replay([id]);
    const { delivery } = await post.outcome(id);
    assert.deepEqual([delivery.state, delivery.reason], ['delivered', null]);
  });

  it('all that were given up, of all, of an app or of an endpoint: in order, each lane', async () => {
    post.receiver.answer(answers.status(500));
    for (const [appId, body] of [
      ['1', 'a'],
      ['1', 'b'],
      ['2', 'c'],
      ['1', 'd'],
    ] as const)
      await post.drop({ appId, body });
    await post.drop({ kind: 'sync', body: 'e' });
    await post.webhooks.settled();
    post.receiver.answer(answers.status(200));
    const sentAnew = async (filter: object): Promise<string[]> => {
      const before = post.receiver.received.length;
      const count = await post.webhooks.replayParked(filter);
      await post.webhooks.settled();
      const bodies = post.receiver.received.slice(before).map(({ body }) => body);
      assert.equal(bodies.length, count);
      return bodies;
    };
    assert.deepEqual(await sentAnew({ appId: '2' }), ['c']);
    assert.deepEqual(await sentAnew({ endpointId: '1:sync' }), ['e']);
    assert.deepEqual(await sentAnew({}), ['a', 'b', 'd']);
    assert.deepEqual(await sentAnew({}), []);
  });
});

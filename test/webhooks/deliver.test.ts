import assert from 'node:assert/strict';
import type { Store } from '../../src/store/index.ts';
import { openMemory } from '../../src/store/memory/open.ts';
import { openWebhooks } from '../../src/webhooks/index.ts';
import { answers } from '../helpers/receiver.ts';
import { openPost, type Post } from './post.ts';

describe('webhooks · the worker', () => {
  let post: Post;
  beforeEach(async () => {
    post = await openPost();
  });
  afterEach(() => post.close());

  it('a delivery pending when the process died is sent by the next one', async () => {
    await post.webhooks.stop();
    const left = await post.drop({ body: 'left behind' });
    assert.equal(post.receiver.received.length, 0);
    const next = openWebhooks({ store: post.store, clock: post.clock });
    next.start();
    await next.settled();
    assert.deepEqual(
      post.receiver.received.map(({ body }) => body),
      ['left behind'],
    );
    assert.equal((await next.delivery(left))?.state, 'delivered');
    await next.stop();
  });

  it('stops when the attempts in flight are written down; what has not begun stays pending', async () => {
    const gate = Promise.withResolvers<void>();
    post.receiver.answer(answers.once(gate.promise, answers.status(200)));
    const begun = await post.drop();
    const waiting = await post.drop();
    await post.receiver.arrived(1);
    const stopped = post.webhooks.stop();
    gate.resolve();
    await stopped;
    assert.equal((await post.webhooks.delivery(begun))?.state, 'delivered');
    assert.equal((await post.webhooks.delivery(waiting))?.state, 'pending');
    post.webhooks.start();
    await post.webhooks.settled();
    assert.equal((await post.webhooks.delivery(waiting))?.state, 'delivered');
  });

  it('sends nothing to an address that was removed meanwhile, and says so', async () => {
    await post.webhooks.stop();
    const id = await post.drop();
    await post.store.write(async (tx) => tx.remove('endpoints', '1:channel'));
    post.webhooks.start();
    const { delivery, attempts } = await post.outcome(id);
    assert.deepEqual([delivery.state, delivery.reason, attempts], ['cancelled', 'endpoint_removed', []]);
    assert.equal(post.receiver.received.length, 0);
  });

  it('does not bring a delivery back that was removed while it was sent', async () => {
    const gate = Promise.withResolvers<void>();
    post.receiver.answer(answers.once(gate.promise, answers.status(200)));
    const id = await post.drop();
    await post.receiver.arrived(1);
    await post.store.write(async (tx) => tx.remove('deliveries', id));
    gate.resolve();
    await post.webhooks.settled();
    assert.equal(await post.webhooks.delivery(id), undefined);
    assert.deepEqual(await post.webhooks.attempts(id), []);
  });

  it('is settled at once when there is nothing to do, started or not', async () => {
    await post.webhooks.settled();
    await post.webhooks.stop();
    await post.webhooks.settled();
  });
});

describe('webhooks · a store that refuses', () => {
  it('is reported, does not spin, and the delivery is written down later without being sent twice', async () => {
    const memory = await openMemory();
    const reports: unknown[] = [];
    let refusing = false;
    const refused = new Error('disk full');
    const store: Store = { ...memory, write: async (work) => (refusing ? Promise.reject(refused) : memory.write(work)) };
    const reported = Promise.withResolvers<void>();
    const post = await openPost({ store, restMs: 20, report: (error) => (reports.push(error), reported.resolve()) });
    const gate = Promise.withResolvers<void>();
    post.receiver.answer(answers.once(gate.promise, answers.status(200)));

    const id = await post.drop();
    await post.receiver.arrived(1);
    refusing = true;
    gate.resolve();
    await reported.promise;
    assert.deepEqual([(await post.webhooks.delivery(id))?.state, reports], ['pending', [refused]]);

    refusing = false;
    assert.equal((await post.outcome(id)).delivery.state, 'delivered');
    assert.deepEqual([post.receiver.received.length, reports.length], [1, 1]);
    await post.close();
  });
});

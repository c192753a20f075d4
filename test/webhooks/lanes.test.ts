import assert from 'node:assert/strict';
import { openMemory } from '../../src/store/memory/open.ts';
import { answers, openReceiver } from '../helpers/receiver.ts';
import { openPost, type Post } from './post.ts';

describe('webhooks · lanes', () => {
  let post: Post;
  beforeEach(async () => {
    post = await openPost();
  });
  afterEach(() => post.close());

  it('never has two requests of one lane under way', async () => {
    const gate = Promise.withResolvers<void>();
    post.receiver.answer(answers.once(gate.promise, answers.status(200)), answers.status(200));
    const first = await post.drop({ body: 'first' });
    await post.drop({ body: 'second' });
    await post.receiver.arrived(1);
    assert.equal(post.receiver.received.length, 1);
    gate.resolve();
    await post.outcome(first);
    assert.deepEqual(
      post.receiver.received.map(({ body }) => body),
      ['first', 'second'],
    );
  });

  it("a failed delivery does not hold the next one of its lane up, and isn't sent again", async () => {
    post.receiver.answer(answers.status(500), answers.status(200));
    await post.drop({ body: 'first' });
    await post.drop({ body: 'second' });
    await post.webhooks.settled();
    assert.deepEqual(
      post.receiver.received.map(({ body }) => body),
      ['first', 'second'],
    );
    assert.deepEqual(
      (await post.webhooks.recent({ limit: 9 })).map(({ state }) => state),
      ['delivered', 'parked'],
    );
  });

  it("a hanging receiver ends at the deadline and doesn't hold another lane up", async () => {
    const patient = await openPost({ deadlineMs: 500 });
    const slow = await openReceiver();
    slow.answer(answers.hang());
    const hanging = await patient.drop({ to: slow.url, lane: 'hanging' });
    await slow.arrived(1);
    await patient.drop({ lane: 'healthy' });
    await patient.receiver.arrived(1);
    assert.equal((await patient.webhooks.delivery(hanging))?.state, 'pending');
    assert.equal((await patient.outcome(hanging)).verdict, 'timeout');
    await patient.close();
    await slow.close();
  });

  it('an app whose receiver hangs in every place holds no other app up', async () => {
    const patient = await openPost({ deadlineMs: 60_000 });
    const slow = await openReceiver();
    const gate = Promise.withResolvers<void>();
    slow.answer(answers.once(gate.promise, answers.status(200)));
    for (let i = 0; i < 40; i += 1) await patient.drop({ appId: '1', to: slow.url, lane: `1:${i}` });
    await slow.arrived(32);
    await patient.drop({ appId: '2', lane: '2:x' });
    await patient.receiver.arrived(1);
    assert.equal(slow.received.length, 32);
    gate.resolve();
    await patient.webhooks.settled();
    assert.equal(slow.received.length, 40);
    await patient.close();
    await slow.close();
  });

  it('drains 2,000 deliveries of 500 lanes, each once', async () => {
    const store = await openMemory();
    const many = await openPost({ store, deadlineMs: 10_000 });
    await many.webhooks.stop();
    for (let i = 0; i < 2000; i += 1) await many.drop({ lane: `${i % 500}`, body: String(i) });
    many.webhooks.start();
    await many.webhooks.settled();
    assert.equal(new Set(many.receiver.received.map(({ body }) => body)).size, 2000);
    assert.equal(many.receiver.received.length, 2000);
    await many.close();
  });
});

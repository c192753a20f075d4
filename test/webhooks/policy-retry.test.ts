/** The policy retry: at least once. Source: security 3.1. */
import assert from 'node:assert/strict';
import { DAY, SECOND } from '../../src/clock.ts';
import { openWebhooks } from '../../src/webhooks/index.ts';
import { answers } from '../helpers/receiver.ts';
import { openPost, type Post, PATIENT } from './post.ts';

const CHANNEL = '1:channel';

describe('webhooks · the policy retry', () => {
  let post: Post;
  beforeEach(async () => {
    post = await openPost({ deadlineMs: PATIENT, random: () => 0 });
  });
  afterEach(() => post.close());

  const drop = (lane = 'lane') => post.drop({ lane, body: lane, endpoint: { policy: 'retry' } });
  const bodies = () => post.receiver.received.map(({ body }) => body);
  const advance = async (ms: number): Promise<void> => {
    post.clock.advance(ms);
    await post.webhooks.settled();
  };

  it('tries again in house time, with the same id, until it is delivered', async () => {
    post.receiver.answer(answers.resetBeforeStatus(), answers.status(500), answers.status(200));
    const id = await drop();
    const waiting = await post.outcome(id);
    assert.deepEqual([waiting.delivery.state, waiting.delivery.tries, waiting.attempts[0]?.gaveUp], ['pending', 1, false]);
    await advance(4 * SECOND);
    assert.equal(post.receiver.received.length, 1, 'not before its time');
    await advance(SECOND);
    await advance(25 * SECOND);
    const { delivery, attempts } = await post.outcome(id);
    assert.deepEqual([delivery.state, delivery.dueAt], ['delivered', null]);
    assert.deepEqual(
      attempts.map(({ verdict }) => verdict),
      ['connection_reset', 'status_500', 'delivered'],
    );
  });

  it('holds its own lane up, and no other one', async () => {
    post.receiver.answer(answers.status(503), answers.status(200));
    await drop('a');
    await post.receiver.arrived(1);
    await drop('a');
    await drop('b');
    await post.webhooks.settled();
    assert.deepEqual(bodies(), ['a', 'b']);
    await advance(5 * SECOND);
    assert.deepEqual(bodies(), ['a', 'b', 'a', 'a']);
  });

  it('waits as long as Retry-After says', async () => {
    post.receiver.answer(answers.status(429, { 'retry-after': '3600' }), answers.status(200));
    const id = await drop();
    await post.webhooks.settled();
    await advance(3590 * SECOND);
    assert.equal((await post.webhooks.delivery(id))?.state, 'pending');
    await advance(10 * SECOND);
    assert.equal((await post.webhooks.delivery(id))?.state, 'delivered');
  });

  it('gives up after the last attempt: parked, and the lane moves on', async () => {
    post.receiver.answer(...Array.from({ length: 8 }, () => answers.status(500)), answers.status(200));
    const [poison, next] = [await drop(), await drop()];
    for (let i = 0; i < 8; i += 1) {
      await post.webhooks.settled();
      await advance(DAY);
    }
    const { delivery, attempts } = await post.outcome(poison);
    assert.deepEqual([delivery.state, attempts.length, attempts.at(-1)?.gaveUp], ['parked', 8, true]);
    assert.equal((await post.outcome(next)).delivery.state, 'delivered');
  });

  it('stops at 410: parked, the endpoint paused, what waits goes on waiting', async () => {
    post.receiver.answer(answers.status(410), answers.status(200));
    const [gone, next] = [await drop(), await drop()];
    assert.equal((await post.outcome(gone)).delivery.state, 'parked');
    assert.deepEqual([(await post.webhooks.endpoints())[0]?.state, (await post.webhooks.delivery(next))?.state], ['paused', 'pending']);
    await post.store.write((tx) => post.webhooks.configure(tx, CHANNEL, { state: 'on' }));
    assert.equal((await post.outcome(next)).delivery.state, 'delivered');
  });

  it('what is due survives a restart', async () => {
    post.receiver.answer(answers.status(500), answers.status(200));
    const id = await drop();
    await post.webhooks.settled();
    await post.webhooks.stop();
    const next = openWebhooks({ store: post.store, clock: post.clock });
    next.start();
    await next.settled();
    assert.equal(post.receiver.received.length, 1);
    post.clock.advance(5 * SECOND);
    await next.settled();
    assert.equal((await next.delivery(id))?.state, 'delivered');
    await next.stop();
  });

  it('comes by itself when its time has come, without anybody moving the clock', async () => {
    const hasty = await openPost({ deadlineMs: PATIENT, schedule: { firstMs: 1, factor: 1, longestMs: 1, attempts: 9 } });
    hasty.receiver.answer(answers.status(500), answers.status(500), answers.status(200));
    const id = await hasty.drop({ endpoint: { policy: 'retry' } });
    const delivered = await hasty.webhooks.waitFor({ state: 'delivered' }, 30_000);
    assert.deepEqual([delivered?.id, hasty.receiver.received.length], [id, 3]);
    await hasty.close();
  });

  it('a parked one that is sent anew by hand goes at once, and has all its attempts again', async () => {
    post.receiver.answer(answers.status(500), answers.status(200));
    const id = await post.drop();
    await post.webhooks.settled();
    await post.store.write((tx) => post.webhooks.configure(tx, CHANNEL, { policy: 'retry' }));
    assert.equal(await post.webhooks.replay([id]), 1);
    const { delivery } = await post.outcome(id);
    assert.deepEqual([delivery.state, delivery.tries], ['delivered', 1]);
  });
});

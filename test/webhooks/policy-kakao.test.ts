/** The policy kakao: one attempt. Source: kakao-api 3.1, security 3.1. */
import assert from 'node:assert/strict';
import { DAY, SECOND } from '../../src/clock.ts';
import { answers } from '../helpers/receiver.ts';
import { openPost, type Post, PATIENT } from './post.ts';

const CHANNEL = '1:channel';

describe('webhooks · the policy kakao', () => {
  let post: Post;
  beforeEach(async () => {
    post = await openPost({ deadlineMs: PATIENT });
  });
  afterEach(() => post.close());

  const fail = async (times: number): Promise<void> => {
    for (let i = 0; i < times; i += 1) await post.drop();
    await post.webhooks.settled();
  };
  const state = async () => (await post.webhooks.endpoints())[0]?.state;

  it('switches off what has failed for more than a month, and parks what comes then, with the reason', async () => {
    post.receiver.answer(answers.status(500));
    await fail(5);
    post.clock.advance(30 * DAY + SECOND);
    assert.equal(await state(), 'on');
    await fail(1);
    assert.equal(await state(), 'disabled');
    post.receiver.answer(answers.status(200));
    const { delivery, attempts } = await post.outcome(await post.drop());
    assert.deepEqual([delivery.state, delivery.reason, attempts], ['parked', 'endpoint_disabled', []]);
    assert.equal(post.receiver.received.length, 6);
  });

  it('goes on while the month is not over, or there were too few failures to tell, or one success', async () => {
    post.receiver.answer(answers.status(500));
    await fail(3);
    post.clock.advance(40 * DAY);
    await fail(1);
    assert.equal(await state(), 'on', 'four in all');
    post.receiver.answer(answers.status(200));
    await fail(1);
    post.receiver.answer(answers.status(500));
    await fail(9);
    post.clock.advance(29 * DAY);
    await fail(9);
    assert.equal(await state(), 'on', 'since the success');
  });

  it('is switched on again by hand, and what was parked can be sent anew', async () => {
    const id = await post.drop({ endpoint: { state: 'disabled', failures: 9, failingSince: 1 } });
    await post.webhooks.settled();
    assert.equal(await post.webhooks.replay([id]), 0, 'not while it is off');
    const on = await post.store.write((tx) => post.webhooks.configure(tx, CHANNEL, { state: 'on' }));
    assert.deepEqual([on.state, on.failures, on.failingSince], ['on', 0, null]);
    assert.equal(await post.webhooks.replayParked(), 1);
    const { delivery } = await post.outcome(id);
    assert.deepEqual([delivery.state, delivery.reason], ['delivered', null]);
  });
});

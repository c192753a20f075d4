/** Callbacks that ask for one status, and those that are a GET. Source: kakao-api 3.4, 3.5. */
import assert from 'node:assert/strict';
import { answers } from '../helpers/receiver.ts';
import { openPost, type Post, PATIENT } from './post.ts';

describe('webhooks · what a callback asks for', () => {
  let post: Post;
  beforeEach(async () => {
    post = await openPost({ deadlineMs: PATIENT });
  });
  afterEach(() => post.close());

  for (const accepts of ['200', '202'] as const) {
    it(`counts ${accepts} alone as delivered where exactly that is asked for`, async () => {
      const seen: Record<number, string> = {};
      for (const status of [200, 201, 202, 204]) {
        post.receiver.answer(answers.status(status));
        seen[status] = (await post.outcome(await post.drop({ accepts }))).delivery.state;
      }
      assert.deepEqual(seen, { 200: 'parked', 201: 'parked', 202: 'parked', 204: 'parked', [accepts]: 'delivered' });
    });
  }

  it('a GET says it all in its query, beside what the address has already', async () => {
    const query = 'app_id=1&user_id=39&referrer_type=UNLINK_FROM_APPS';
    await post.drop({ kind: 'unlink', endpoint: { method: 'GET' }, body: query });
    await post.drop({ kind: 'unlink', to: `${post.receiver.url}?shop=1`, body: query });
    await post.webhooks.settled();
    assert.deepEqual(
      post.receiver.received.map(({ method, path, body, headers }) => [method, path, body, headers['content-length']]),
      [
        ['GET', `/hooks?${query}`, '', undefined],
        ['GET', `/hooks?shop=1&${query}`, '', undefined],
      ],
    );
  });
});

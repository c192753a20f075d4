/** Trouble on demand: what is sent is not what was written down. */
import assert from 'node:assert/strict';
import { Webhook, WebhookVerificationError } from 'standardwebhooks';
import { MINUTE } from '../../src/clock.ts';
import type { NewTrouble } from '../../src/webhooks/index.ts';
import { openPost, type Parcel, type Post } from './post.ts';

const SECRET = `whsec_${Buffer.from('a secret of the tests').toString('base64')}`;
const CHANNEL_BODY = '{"event":"added","id":"39","timestamp":1590000000000,"updated_at":"2020-05-20T18:40:00Z"}';

describe('webhooks · spoiled on demand', () => {
  let post: Post;
  beforeEach(async () => {
    post = await openPost();
    await post.drop({ body: 'before' });
    await post.webhooks.settled();
    post.receiver.received.length = 0;
  });
  afterEach(() => post.close());

  const add = (trouble: Partial<NewTrouble>) =>
    post.store.write((tx) => post.webhooks.addTrouble(tx, { endpointId: '1:channel', event: null, kind: 'drop', times: 1, ...trouble }));
  const bodies = () => post.receiver.received.map(({ body }) => body);
  const send = async (parcel: Parcel = {}) => post.outcome(await post.drop(parcel));

  it('wrong key: an admin key that nobody has, kept with the attempt; the next one is right again', async () => {
    await add({ kind: 'wrong-key' });
    const headers = { Authorization: `KakaoAK ${'a'.repeat(32)}` };
    const { attempts } = await send({ headers });
    await send({ headers });
    const [wrong, right] = post.receiver.received.map((one) => one.headers.authorization);
    assert.match(String(wrong), /^KakaoAK [0-9a-f]{32}$/);
    assert.notEqual(wrong, headers.Authorization);
    assert.equal(right, headers.Authorization);
    assert.deepEqual(attempts[0]?.addedHeaders, { Authorization: wrong });
  });

  it('wrong key: a signature that does not verify, where there is no admin key', async () => {
    await send({ kind: 'sync', secret: SECRET });
    await add({ kind: 'wrong-key', endpointId: '1:sync' });
    await send({ kind: 'sync', secret: SECRET });
    const [right, wrong] = post.receiver.received;
    new Webhook(SECRET).verify(right!.body, right!.headers as Record<string, string>);
    assert.throws(() => new Webhook(SECRET).verify(wrong!.body, wrong!.headers as Record<string, string>), /No matching signature/);
  });

  it('slow body: trickles, and is whole in the end', async () => {
    await add({ kind: 'slow-body', ms: 100 });
    const { attempts } = await send({ body: CHANNEL_BODY });
    assert.deepEqual(bodies(), [CHANNEL_BODY]);
    assert.equal(post.receiver.received[0]?.headers['content-length'], String(CHANNEL_BODY.length));
    assert.ok(attempts[0]!.durationMs >= 90, String(attempts[0]?.durationMs));
  });

  it('slow body: may take longer than an attempt may', async () => {
    await add({ kind: 'slow-body', ms: MINUTE });
    assert.equal((await send({ body: CHANNEL_BODY })).verdict, 'timeout');
  });

  it('stale timestamp: the times in the channel payload are old, the rest is as it was, and the attempt keeps what was sent', async () => {
    await add({ kind: 'stale-timestamp', ms: 60 * MINUTE });
    const { delivery, attempts } = await send({ body: CHANNEL_BODY });
    const stale = '{"event":"added","id":"39","timestamp":1589996400000,"updated_at":"2020-05-20T17:40:00Z"}';
    assert.deepEqual([bodies(), attempts[0]?.body, delivery.body], [[stale], stale, CHANNEL_BODY]);
  });

  it('stale timestamp: a signature that is right, and too old', async () => {
    await send({ kind: 'sync', secret: SECRET });
    await add({ kind: 'stale-timestamp', endpointId: '1:sync' });
    await send({ kind: 'sync', secret: SECRET });
    const { body, headers } = post.receiver.received[1]!;
    assert.throws(
      () => new Webhook(SECRET).verify(body, headers as Record<string, string>),
      (error: unknown) => {
        return error instanceof WebhookVerificationError && /too old/.test(error.message);
      },
    );
  });
});

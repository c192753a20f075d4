/** Trouble on demand: what is sent is not what was written down. */
import assert from 'node:assert/strict';
import { exportJWK, generateKeyPair, jwtVerify, SignJWT } from 'jose';
import { Webhook, WebhookVerificationError } from 'standardwebhooks';
import { MINUTE } from '../../src/clock.ts';
import { openPost, type Parcel, PATIENT } from './post.ts';
import { openTroubledPost, type TroubledPost } from './troubled.ts';

const SECRET = `whsec_${Buffer.from('a secret of the tests').toString('base64')}`;
const CHANNEL_BODY = '{"event":"added","id":"39","timestamp":1590000000000,"updated_at":"2020-05-20T18:40:00Z"}';

describe('webhooks · spoiled on demand', () => {
  let post: TroubledPost;
  beforeEach(async () => {
    post = await openTroubledPost();
  });
  afterEach(() => post.close());

  it('wrong key: an admin key that nobody has, kept with the attempt; the next one is right again', async () => {
    await post.add({ kind: 'wrong-key' });
    const headers = { Authorization: `KakaoAK ${'a'.repeat(32)}` };
    const { attempts } = await post.send({ headers });
    await post.send({ headers });
    const [wrong, right] = post.receiver.received.map((one) => one.headers.authorization);
    assert.match(String(wrong), /^KakaoAK [0-9a-f]{32}$/);
    assert.notEqual(wrong, headers.Authorization);
    assert.equal(right, headers.Authorization);
    assert.deepEqual(attempts[0]?.addedHeaders, { Authorization: wrong });
  });

  it('wrong key: a signature that does not verify, where there is no admin key', async () => {
    await post.send({ kind: 'sync', secret: SECRET });
    await post.add({ kind: 'wrong-key', endpointId: '1:sync' });
    await post.send({ kind: 'sync', secret: SECRET });
    const [right, wrong] = post.receiver.received;
    new Webhook(SECRET).verify(right!.body, right!.headers as Record<string, string>);
    assert.throws(() => new Webhook(SECRET).verify(wrong!.body, wrong!.headers as Record<string, string>), /No matching signature/);
  });

  it('slow body: trickles, and is whole in the end', async () => {
    await post.add({ kind: 'slow-body', ms: 100 });
    const { attempts } = await post.send({ body: CHANNEL_BODY });
    assert.deepEqual(post.bodies(), [CHANNEL_BODY]);
    assert.equal(post.receiver.received[0]?.headers['content-length'], String(CHANNEL_BODY.length));
    assert.ok(attempts[0]!.durationMs >= 90, String(attempts[0]?.durationMs));
  });

  it('slow body: may take longer than an attempt may', async () => {
    const hasty = await openTroubledPost(500);
    await hasty.add({ kind: 'slow-body', ms: MINUTE });
    assert.equal((await hasty.send({ body: CHANNEL_BODY })).verdict, 'timeout');
    await hasty.close();
  });

  it('stale timestamp: the times in the channel payload are old, the rest is as it was, and the attempt keeps what was sent', async () => {
    await post.add({ kind: 'stale-timestamp', ms: 60 * MINUTE });
    const { delivery, attempts } = await post.send({ body: CHANNEL_BODY });
    const stale = '{"event":"added","id":"39","timestamp":1589996400000,"updated_at":"2020-05-20T17:40:00Z"}';
    assert.deepEqual([post.bodies(), attempts[0]?.body, delivery.body], [[stale], stale, CHANNEL_BODY]);
  });

  it('stale timestamp: a signature that is right, and too old', async () => {
    await post.send({ kind: 'sync', secret: SECRET });
    await post.add({ kind: 'stale-timestamp', endpointId: '1:sync' });
    await post.send({ kind: 'sync', secret: SECRET });
    const { body, headers } = post.receiver.received[1]!;
    assert.throws(
      () => new Webhook(SECRET).verify(body, headers as Record<string, string>),
      (error: unknown) => {
        return error instanceof WebhookVerificationError && /too old/.test(error.message);
      },
    );
  });

  it('a SET: with a wrong key nobody verifies it; stale it verifies, and is old', async () => {
    const { privateKey, publicKey } = await generateKeyPair('RS256', { extractable: true });
    const signing = await openPost({ deadlineMs: PATIENT, signingKey: () => exportJWK(privateKey), store: post.store });
    const token = await new SignJWT({ iat: 10_000, toe: 10_000, jti: 'x' }).setProtectedHeader({ alg: 'RS256', kid: 'k' }).sign(privateKey);
    await post.webhooks.stop();
    const parcel: Parcel = { kind: 'account', body: token, to: signing.receiver.url };
    await signing.outcome(await signing.drop(parcel));
    await post.add({ kind: 'wrong-key', endpointId: '1:account' });
    await signing.outcome(await signing.drop(parcel));
    await post.add({ kind: 'stale-timestamp', endpointId: '1:account', ms: 5_000_000 });
    const { attempts } = await signing.outcome(await signing.drop(parcel));
    const [frozen, wrong = '', stale = ''] = signing.receiver.received.map(({ body }) => body);
    assert.equal(frozen, token);
    await assert.rejects(jwtVerify(wrong, publicKey), /signature verification failed/);
    const { payload, protectedHeader } = await jwtVerify(stale, publicKey);
    assert.deepEqual(
      [payload, protectedHeader],
      [
        { iat: 5000, toe: 5000, jti: 'x' },
        { alg: 'RS256', kid: 'k' },
      ],
    );
    assert.equal(attempts[0]?.body, stale);
    await signing.webhooks.stop();
    await signing.receiver.close();
  });
});

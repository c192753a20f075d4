import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { Webhook, WebhookVerificationError } from 'standardwebhooks';
import { DAY } from '../../src/clock.ts';
import { openPost, type Post } from './post.ts';

describe('webhooks · Standard Webhooks signatures', () => {
  const secret = `whsec_${randomBytes(24).toString('base64')}`;
  const body = '{"type":"sync.signed_up","data":{"id":4012345678901234567}}';
  let post: Post;
  beforeEach(async () => {
    post = await openPost();
  });
  afterEach(() => post.close());

  async function receive(): Promise<{ id: string; headers: Record<string, string>; body: string }> {
    const id = await post.drop({ secret, body });
    await post.webhooks.settled();
    const received = post.receiver.received.at(-1);
    assert.ok(received);
    return { id, headers: received.headers as Record<string, string>, body: received.body };
  }

  it('verifies with the Standard Webhooks library', async () => {
    const received = await receive();
    assert.equal(received.headers['webhook-id'], received.id);
    assert.deepEqual(new Webhook(secret).verify(received.body, received.headers), JSON.parse(body));
  });

  it("carries the machine's time, so it verifies while house time is weeks ahead", async () => {
    post.clock.advance(21 * DAY);
    const received = await receive();
    new Webhook(secret).verify(received.body, received.headers);
    assert.ok(Math.abs(Number(received.headers['webhook-timestamp']) - Date.now() / 1000) < 5);
  });

  it('is dated when it is sent, not when it was written down', async () => {
    await post.webhooks.stop();
    const id = await post.drop({ secret, body });
    const later = { ...post.clock, now: () => post.clock.now() + DAY }; // a machine that was off for a day
    const next = await openPost({ store: post.store, clock: later });
    await next.webhooks.settled();
    const [attempt] = await next.webhooks.attempts(id);
    assert.ok(Number(attempt?.addedHeaders['webhook-timestamp']) * 1000 > Date.now() + DAY / 2);
    await next.webhooks.stop();
    await next.receiver.close();
  });

  it('does not verify with another secret or another body', async () => {
    const received = await receive();
    assert.throws(() => new Webhook('whsec_b3RoZXI=').verify(received.body, received.headers), WebhookVerificationError);
    assert.throws(() => new Webhook(secret).verify(`${received.body} `, received.headers), WebhookVerificationError);
  });

  it('keeps the headers that were added with the attempt, and adds none without a secret', async () => {
    const { id, headers } = await receive();
    const [signed] = await post.webhooks.attempts(id);
    assert.equal(signed?.addedHeaders['webhook-signature'], headers['webhook-signature']);
    const { attempts } = await post.outcome(await post.drop());
    assert.deepEqual(attempts[0]?.addedHeaders, {});
    assert.equal(post.receiver.received.at(-1)?.headers['webhook-id'], undefined);
  });

  it('sends nothing when the secret cannot sign', async () => {
    const { verdict } = await post.outcome(await post.drop({ secret: 'whsec_%%%' }));
    assert.deepEqual([verdict, post.receiver.received.length], ['not_sent', 0]);
  });
});

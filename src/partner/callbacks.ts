/** The receivers: Kakao's Plus Friend callback, and the signed sync callback of the simulator. */
import { createHash, timingSafeEqual } from 'node:crypto';
import type { Context, Middleware } from 'koa';
import rawBody from 'raw-body';
import { Webhook } from 'standardwebhooks';
import { isRecord, readJson, shorten } from './json.ts';
import type { Receipt, Received } from './received.ts';

const LIMIT = '32kb';

/** Milliseconds since 1970 by the shop's clock, if it has one. */
type Now = (() => number) | undefined;

/** Headers worth showing. Others, cookies above all, are not kept. */
const SHOWN = [
  'authorization',
  'content-type',
  'user-agent',
  'x-kakao-resource-id',
  'webhook-id',
  'webhook-timestamp',
  'webhook-signature',
];

/** Handler of `POST /callbacks/channel`: known by the admin key, answered with 200. Source: kakao-api 3.3. */
export function receiveChannel(received: Received, adminKey: string, now: Now): Middleware {
  return receiver(received, now, 'channel', 'x-kakao-resource-id', 200, (ctx) => isSame(ctx.get('authorization'), `KakaoAK ${adminKey}`));
}

/** Handler of `POST /callbacks/sync`: signed by Standard Webhooks, answered with 204. Without a secret none is believed. */
export function receiveSync(received: Received, secret: string, now: Now): Middleware {
  const webhook = secret ? new Webhook(secret) : undefined;
  return receiver(received, now, 'sync', 'webhook-id', 204, (ctx, body) => isSigned(webhook, ctx, body));
}

function receiver(
  received: Received,
  now: Now,
  kind: Receipt['kind'],
  resourceHeader: string,
  success: number,
  isGenuine: (ctx: Context, body: string) => boolean,
): Middleware {
  return async (ctx) => {
    const body = await textBody(ctx);
    if (typeof body !== 'string') {
      // What was not read must not be taken for the next request.
      ctx.set('Connection', 'close');
      return answer(ctx, body.status);
    }
    const verified = isGenuine(ctx, body);
    const resource = ctx.get(resourceHeader) || undefined;
    const at = now && `${new Date(now()).toISOString().slice(0, -5)}Z`;
    received.add({ kind, verified, at, headers: shownHeaders(ctx), body, resource });
    if (!verified) return answer(ctx, 401);
    answer(ctx, isRecord(readJson(body)) ? success : 400);
  };
}

/** The body, or the status for one that is too long or broken off. */
async function textBody(ctx: Context): Promise<string | { status: number }> {
  try {
    return await rawBody(ctx.req, { length: ctx.request.length ?? null, limit: LIMIT, encoding: 'utf-8' });
  } catch (error) {
    if (error instanceof Error && 'status' in error) return { status: Number(error.status) };
    throw error;
  }
}

/** Only the status counts; an empty body keeps Koa from writing one. */
function answer(ctx: Context, status: number): void {
  ctx.body = null;
  ctx.status = status;
}

/** Compares digests: of equal length whatever was sent, in a time that tells nothing. */
function isSame(given: string, expected: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(given), digest(expected));
}

function isSigned(webhook: Webhook | undefined, ctx: Context, body: string): boolean {
  try {
    webhook?.verify(body, ctx.headers as Record<string, string>, { jsonParse: false });
    return webhook !== undefined;
  } catch {
    return false;
  }
}

function shownHeaders(ctx: Context): Record<string, string> {
  return Object.fromEntries(SHOWN.filter((name) => ctx.get(name)).map((name) => [name, masked(name, ctx.get(name))]));
}

function masked(name: string, value: string): string {
  if (name === 'webhook-signature') return shorten(value);
  if (name !== 'authorization') return value;
  const [scheme = '', ...key] = value.split(' ');
  return key.length > 0 ? `${scheme} ${shorten(key.join(' '))}` : shorten(value);
}

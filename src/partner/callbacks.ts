/** The receivers: Kakao's channel, unlink and account webhooks, and the signed sync callback of the simulator. */
import { createHash, timingSafeEqual } from 'node:crypto';
import { createRemoteJWKSet, jwtVerify } from 'jose';
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
  return receiver(received, now, { kind: 'channel', resource: RESOURCE, success: 200, isGenuine: byKey(adminKey), isWhole: isJson });
}

/** Handler of `POST /callbacks/unlink`: known by the admin key, answered with 200 and nothing else. Source: kakao-api 3.4. */
export function receiveUnlink(received: Received, adminKey: string, now: Now): Middleware {
  const isWhole = (body: string) => new URLSearchParams(body).has('user_id');
  return receiver(received, now, { kind: 'unlink', resource: RESOURCE, success: 200, isGenuine: byKey(adminKey), isWhole });
}

/** Handler of `POST /callbacks/account`: a token signed with a published key, made out to this app; answered with 202. Source: kakao-api 3.5. */
export function receiveAccount(
  received: Received,
  { kakao, issuer, clientId }: { kakao: string; issuer: string; clientId: string },
  now: Now,
): Middleware {
  const keys = createRemoteJWKSet(new URL(`${kakao}/.well-known/jwks.json`));
  const isGenuine = (_: Context, token: string): Promise<boolean> =>
    jwtVerify(token, keys, { issuer, audience: clientId, typ: 'secevent+jwt', algorithms: ['RS256'] }).then(
      () => true,
      () => false,
    );
  return receiver(received, now, { kind: 'account', resource: RESOURCE, success: 202, refusal: 400, isGenuine, isWhole: () => true });
}

/** Handler of `POST /callbacks/sync`: signed by Standard Webhooks, answered with 204. Without a secret none is believed. */
export function receiveSync(received: Received, secret: string, now: Now): Middleware {
  const webhook = secret ? new Webhook(secret) : undefined;
  const isGenuine = (ctx: Context, body: string) => isSigned(webhook, ctx, body);
  return receiver(received, now, { kind: 'sync', resource: 'webhook-id', success: 204, isGenuine, isWhole: isJson });
}

const RESOURCE = 'x-kakao-resource-id';

interface Receiving {
  kind: Receipt['kind'];
  /** Header with the id of the delivery. */
  resource: string;
  success: number;
  /** For what is not believed; 401 unless told otherwise. */
  refusal?: number;
  isGenuine: (ctx: Context, body: string) => boolean | Promise<boolean>;
  isWhole: (body: string) => boolean;
}

function receiver(received: Received, now: Now, { kind, resource, success, refusal = 401, isGenuine, isWhole }: Receiving): Middleware {
  return async (ctx) => {
    const body = await textBody(ctx);
    if (typeof body !== 'string') {
      // What was not read must not be taken for the next request.
      ctx.set('Connection', 'close');
      return answer(ctx, body.status);
    }
    const verified = await isGenuine(ctx, body);
    const at = now && `${new Date(now()).toISOString().slice(0, -5)}Z`;
    received.add({ kind, verified, at, headers: shownHeaders(ctx), body, resource: ctx.get(resource) || undefined });
    if (!verified) return answer(ctx, refusal);
    answer(ctx, isWhole(body) ? success : 400);
  };
}

const byKey = (adminKey: string) => (ctx: Context) => isSame(ctx.get('authorization'), `KakaoAK ${adminKey}`);

const isJson = (body: string): boolean => isRecord(readJson(body));

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

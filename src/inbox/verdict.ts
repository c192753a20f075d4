/** Whether an arrival comes from whom it should, or why not: what a receiver has to look at, kind by kind. Source: kakao-api 3.3–3.5. */
import { createHash, timingSafeEqual } from 'node:crypto';
import { createLocalJWKSet, decodeJwt, errors, jwtVerify } from 'jose';
import { Webhook } from 'standardwebhooks';
import type { App } from '../store/index.ts';
import type { InboxKind, InboxOptions } from './index.ts';
import type { Arrived } from './receive.ts';

export type Verdict =
  | 'verified'
  | 'no_authorization'
  | 'other_admin_key'
  | 'wrong_key'
  | 'no_secret'
  | 'no_signature'
  | 'wrong_time'
  | 'wrong_signature'
  | 'no_set'
  | 'set_signature'
  | 'set_typ'
  | 'set_issuer'
  | 'set_audience';

/** @param body as text */
export function verdictOf(options: InboxOptions, app: App, kind: InboxKind, arrived: Arrived, body: string): Verdict | Promise<Verdict> {
  if (kind === 'sync') return bySignature(options, app, arrived, body);
  if (kind === 'account') return bySet(options, app, body);
  return byAdminKey(app, headerOf(arrived, 'authorization'));
}

/** What its sender calls it; null where it does not say. */
export function resourceOf(kind: InboxKind, arrived: Arrived, body: string): string | null {
  if (kind === 'account') return claimOf(body);
  return headerOf(arrived, kind === 'sync' ? 'webhook-id' : 'x-kakao-resource-id') ?? null;
}

/** The primary (대표) admin key, and none of the others. */
function byAdminKey({ adminKeys: [primary = '', ...others] }: App, authorization: string | undefined): Verdict {
  const key = /^KakaoAK +(\S+)$/i.exec(authorization ?? '')?.[1];
  if (key === undefined) return 'no_authorization';
  if (isSame(key, primary)) return 'verified';
  return others.some((other) => isSame(key, other)) ? 'other_admin_key' : 'wrong_key';
}

/** Standard Webhooks, by the secret of the endpoint. */
async function bySignature({ webhooks }: InboxOptions, app: App, arrived: Arrived, body: string): Promise<Verdict> {
  const secret = (await webhooks.endpoint(app.id, 'sync'))?.secret;
  if (!secret) return 'no_secret';
  try {
    new Webhook(secret).verify(body, headersOf(arrived), { jsonParse: false });
    return 'verified';
  } catch (error) {
    const { message } = error as Error;
    if (/missing required headers/i.test(message)) return 'no_signature';
    return /timestamp/i.test(message) ? 'wrong_time' : 'wrong_signature';
  }
}

/** A SET (RFC 8417): its signature by the published keys, then `typ`, `iss` and `aud`. */
async function bySet({ publishedKeys, issuer }: InboxOptions, app: App, body: string): Promise<Verdict> {
  const published = createLocalJWKSet({ keys: await publishedKeys() });
  const audience = [app.id, ...app.keys.map(({ key }) => key)];
  try {
    await jwtVerify(body, published, { issuer, audience, typ: 'secevent+jwt', algorithms: ['RS256'] });
    return 'verified';
  } catch (error) {
    if (error instanceof errors.JWTClaimValidationFailed) return CLAIMS[error.claim] ?? 'no_set';
    const isSigned = error instanceof errors.JWSSignatureVerificationFailed || error instanceof errors.JWKSNoMatchingKey;
    return isSigned || error instanceof errors.JOSEAlgNotAllowed ? 'set_signature' : 'no_set';
  }
}

const CLAIMS: Readonly<Record<string, Verdict>> = { typ: 'set_typ', iss: 'set_issuer', aud: 'set_audience' };

function claimOf(body: string): string | null {
  try {
    const { jti } = decodeJwt(body);
    return jti ?? null;
  } catch {
    return null;
  }
}

function headerOf(arrived: Arrived, name: string): string | undefined {
  return headersOf(arrived)[name];
}

function headersOf({ headers }: Arrived): Record<string, string> {
  return Object.fromEntries(headers.map(([name, value]) => [name.toLowerCase(), value]));
}

/** Compares digests: of equal length whatever was sent, in a time that tells nothing. */
function isSame(given: string, expected: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(given), digest(expected));
}

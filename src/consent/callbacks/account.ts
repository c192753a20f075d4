/**
 * 계정 상태 변경 웹훅: something happened to a user, told by a signed Security Event Token (RFC 8417, RFC 8935).
 * Written in the caller's unit of work, signed there and then; webhooks/ sends it. Source: kakao-api 3.5.
 */
import { SignJWT } from 'jose';
import { accountEvent, type AccountEventName, isSecurityEvent } from '../../apps/index.ts';
import { SECOND } from '../../clock.ts';
import { type App, type Endpoint, type Link, randomToken, type Reader, type Tx } from '../../store/index.ts';
import type { Outgoing } from '../../webhooks/index.ts';
import type { ConsentDeps } from '../deps.ts';
import type { UnlinkReason } from './unlink.ts';

/** An event with what Kakao tells of it beside the user. */
export type AccountEvent =
  | { name: 'user-unlinked'; reason: UnlinkReason }
  | { name: 'user-scope-consent' | 'user-scope-withdraw'; scope: readonly string[] }
  | { name: Exclude<AccountEventName, 'user-unlinked' | 'user-scope-consent' | 'user-scope-withdraw'> };

/** Tells of what happened at once, in this order, as far as the app has an address for it and subscribes: one token each. */
export async function announceAccount(deps: ConsentDeps, tx: Tx, app: App, link: Link, events: readonly AccountEvent[]): Promise<void> {
  const endpoint = await deps.webhooks.endpoint(app.id, 'account', tx);
  if (!endpoint) return;
  const transaction = randomToken(12);
  for (const event of events.filter(({ name }) => isTold(endpoint, app, name)))
    deps.webhooks.enqueue(tx, await accountCallback(deps, tx, endpoint, app, link, event, transaction));
}

/** Whether the app subscribes to the event, and may be told of it. */
function isTold({ events }: Endpoint, { switches }: App, name: AccountEventName): boolean {
  if (events !== null && !events.includes(name)) return false;
  return switches.securityEvents || !isSecurityEvent(accountEvent(name).category);
}

/** The token as it is sent. No admin key: the signature says whose word it is. Only 202 acknowledges it. */
export async function accountCallback(
  deps: ConsentDeps,
  from: Reader,
  endpoint: Endpoint,
  app: App,
  link: Link,
  event: AccountEvent,
  transaction = randomToken(12),
): Promise<Outgoing> {
  const lane = `${app.id}:${link.accountId}`;
  const id = await deps.webhooks.newId(from, { endpointId: endpoint.id, lane });
  return {
    id,
    endpoint,
    event: `account.${event.name}`,
    lane,
    headers: {
      Accept: 'application/json',
      'Content-Type': 'application/secevent+jwt',
      'User-Agent': 'KakaoOpenAPI/1.0',
      'X-Kakao-Resource-ID': id,
    },
    body: await securityEventToken(deps, from, app, link, event, { id, transaction }),
    accepts: '202',
  };
}

/** Dated in house time, signed with the key of the ID tokens. */
async function securityEventToken(
  { clock, issuer, signingKey }: ConsentDeps,
  from: Reader,
  app: App,
  { number }: Link,
  { name, ...data }: AccountEvent,
  { id, transaction }: { id: string; transaction: string },
): Promise<string> {
  const now = Math.floor(clock.now() / SECOND);
  const key = await signingKey(from);
  const subject = { subject_type: 'iss-sub', iss: issuer, sub: number };
  return new SignJWT({
    iss: issuer,
    aud: audienceOf(app),
    sub: number,
    iat: now,
    jti: id,
    toe: now,
    txn: transaction,
    events: { [accountEvent(name).uri]: { subject, ...data } },
  })
    .setProtectedHeader({ alg: 'RS256', typ: 'secevent+jwt', kid: key.kid! })
    .sign(key);
}

/** The first REST API key, or where the switch says so the app's id: implementers differ. */
function audienceOf({ keys, id, switches }: App): string {
  return (switches.eventAudience === 'rest-key' ? keys.find(({ type }) => type === 'rest')?.key : undefined) ?? id;
}

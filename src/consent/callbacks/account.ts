/**
 * 계정 상태 변경 웹훅: something happened to a user, told by a signed Security Event Token (RFC 8417, RFC 8935).
 * Written in the caller's unit of work, signed there and then; webhooks/ sends it. Source: kakao-api 3.5.
 */
import { SignJWT } from 'jose';
import { accountEvent, type AccountEventName, needsSecurityItem, SECURITY_EVENTS } from '../../apps/index.ts';
import { SECOND } from '../../clock.ts';
import { type App, type Endpoint, type Link, randomToken, type Tx } from '../../store/index.ts';
import type { ConsentDeps } from '../deps.ts';
import type { UnlinkReason } from './unlink.ts';

/** An event with what Kakao tells of it beside the user. */
export type AccountEvent =
  | { name: 'user-unlinked'; reason: UnlinkReason }
  | { name: 'user-scope-consent' | 'user-scope-withdraw'; scope: readonly string[] }
  | { name: Exclude<AccountEventName, 'user-unlinked' | 'user-scope-consent' | 'user-scope-withdraw'> };

/** Tells of what happened at once, in this order: one token each, with one transaction id. */
export async function announceAccount(deps: ConsentDeps, tx: Tx, app: App, link: Link, events: readonly AccountEvent[]): Promise<void> {
  const { webhooks } = deps;
  const endpoint = await webhooks.endpoint(app.id, 'account', tx);
  if (!endpoint) return;
  const transaction = randomToken(12);
  for (const event of events.filter(({ name }) => isTold(endpoint, link, name))) {
    const id = webhooks.newId();
    webhooks.enqueue(tx, {
      id,
      endpoint,
      event: `account.${event.name}`,
      lane: `${app.id}:${link.accountId}`,
      // No admin key: the signature says whose word it is.
      headers: {
        Accept: 'application/json',
        'Content-Type': 'application/secevent+jwt',
        'User-Agent': 'KakaoOpenAPI/1.0',
        'X-Kakao-Resource-ID': id,
      },
      body: await securityEventToken(deps, app, link, event, { id, transaction }),
      accepts: '202',
    });
  }
}

/** Whether the app subscribes to the event, and the user agreed that it be told. */
export function isTold({ events }: Endpoint, link: Link, name: AccountEventName): boolean {
  if (events !== null && !events.includes(name)) return false;
  return !needsSecurityItem(accountEvent(name).category) || link.items.some(({ id }) => id === SECURITY_EVENTS);
}

/** Dated in house time, signed with the key of the ID tokens. */
function securityEventToken(
  { clock, issuer, signingKey }: ConsentDeps,
  app: App,
  { number }: Link,
  { name, ...data }: AccountEvent,
  { id, transaction }: { id: string; transaction: string },
): Promise<string> {
  const now = Math.floor(clock.now() / SECOND);
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
    .setProtectedHeader({ alg: 'RS256', typ: 'secevent+jwt', kid: signingKey.kid! })
    .sign(signingKey);
}

/** The first REST API key; of an app that has lost it, the app's id. */
function audienceOf({ keys, id }: App): string {
  return keys.find(({ type }) => type === 'rest')?.key ?? id;
}

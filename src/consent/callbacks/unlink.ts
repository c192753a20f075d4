/** 연결 해제 웹훅: a link has ended, and it was not the service that ended it. Written in the caller's unit of work; webhooks/ sends it. */
import type { App, Link, Reader, Tx } from '../../store/index.ts';
import type { Outgoing } from '../../webhooks/index.ts';
import type { ConsentDeps } from '../deps.ts';
import { kakaoHeaders } from './headers.ts';

/** Why a link ended. Source: kakao-api 3.4, 3.5. */
export const unlinkReasons = [
  'UNLINK_FROM_SERVICE',
  'UNLINK_FROM_APPS',
  'UNLINK_FROM_ADMIN',
  'ACCOUNT_DELETE',
  'FORCED_ACCOUNT_DELETE',
  'INCOMPLETE_SIGN_UP',
  'REVOKE_ACCOUNT_SERVICE_TERMS',
] as const;
export type UnlinkReason = (typeof unlinkReasons)[number];

/** The five that the callback knows: it tells of terms taken back as of any other unlink by the person. The service needs not be told. */
export function referrerOf(why: UnlinkReason): Exclude<UnlinkReason, 'UNLINK_FROM_SERVICE' | 'REVOKE_ACCOUNT_SERVICE_TERMS'> | null {
  if (why === 'UNLINK_FROM_SERVICE') return null;
  return why === 'REVOKE_ACCOUNT_SERVICE_TERMS' ? 'UNLINK_FROM_APPS' : why;
}

const FORM = 'application/x-www-form-urlencoded';

/** Tells of it, if the app has an address for it and did not do it itself. */
export async function announceUnlink(deps: ConsentDeps, tx: Tx, app: App, link: Link, why: UnlinkReason): Promise<void> {
  const callback = await unlinkCallback(deps, tx, app, link, why);
  if (callback) deps.webhooks.enqueue(tx, callback);
}

/** A form, or a query where the app chose GET; only 200 acknowledges it. The user number is text: all of its digits. */
export async function unlinkCallback(
  { webhooks }: ConsentDeps,
  from: Reader,
  app: App,
  { number, accountId }: Link,
  why: UnlinkReason,
): Promise<Outgoing | undefined> {
  const endpoint = await webhooks.endpoint(app.id, 'unlink', from);
  const referrer = referrerOf(why);
  if (!endpoint || !referrer) return undefined;
  const lane = `${app.id}:${accountId}`;
  const id = await webhooks.newId(from, { endpointId: endpoint.id, lane });
  return {
    id,
    endpoint,
    event: 'unlink',
    lane,
    headers: kakaoHeaders(app, id, endpoint.method === 'POST' ? FORM : null),
    body: new URLSearchParams({ app_id: app.id, user_id: number, referrer_type: referrer }).toString(),
    accepts: '200',
  };
}

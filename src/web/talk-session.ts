/**
 * Who uses KakaoTalk in this browser: a session of accounts/, its unguessable id in a cookie. `/talk` sets it; kauth reads
 * it, as KakaoTalk's in-app browser knows whose KakaoTalk it is.
 */
import type { Context } from 'koa';

const COOKIE = 'kakao_sync_talk';
const OPTIONS = { path: '/', httpOnly: true, sameSite: 'lax', signed: false, overwrite: true } as const;

/** Id of the session, for `accounts.inSession`. */
export function talkSession(ctx: Context): string | undefined {
  return ctx.cookies.get(COOKIE, OPTIONS);
}

/** Sets the id, or takes the cookie back. */
export function keepTalkSession(ctx: Context, id: string | null): void {
  ctx.cookies.set(COOKIE, id, OPTIONS);
}

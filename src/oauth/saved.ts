/** Accounts that this browser saved by keep-signed-in (간편로그인 정보 저장): a signed cookie with their ids. */
import type { Context } from 'koa';
import { SESSION_KEPT } from './lifetimes.ts';

const COOKIE = 'kakao_sync_saved';
const MOST = 5;

/** Ids of the saved accounts, newest first. */
export function savedAccounts(ctx: Context): string[] {
  return (ctx.cookies.get(COOKIE, { signed: true }) ?? '').split('~').filter(Boolean);
}

export function rememberAccount(ctx: Context, accountId: string): void {
  const ids = [accountId, ...savedAccounts(ctx).filter((id) => id !== accountId)].slice(0, MOST);
  ctx.cookies.set(COOKIE, ids.join('~'), { signed: true, httpOnly: true, sameSite: 'lax', path: '/oauth', maxAge: SESSION_KEPT * 1000 });
}

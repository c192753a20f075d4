/**
 * Who is signed in to a page of ours that is not the login itself: a session of accounts/ or operators/, its unguessable id in a cookie.
 * KakaoTalk and the consoles have one each: a partner's developer may well look at another person's phone.
 */
import type { Context } from 'koa';

const OPTIONS = { path: '/', httpOnly: true, sameSite: 'lax', signed: false, overwrite: true } as const;

/** A cookie that holds the id of a session, for `accounts.inSession`. */
function sessionCookie(name: string) {
  return {
    id: (ctx: Context): string | undefined => ctx.cookies.get(name, OPTIONS),
    /** Sets the id, or takes the cookie back. */
    keep: (ctx: Context, id: string | null): void => {
      ctx.cookies.set(name, id, OPTIONS);
    },
  };
}

/** `/talk` sets it; kauth reads it, as KakaoTalk's in-app browser knows whose KakaoTalk it is. */
export const talkSession = sessionCookie('kakao_sync_talk');

/** An operator of a shared simulator. */
export const operatorSession = sessionCookie('kakao_sync_operator');

/** 플러스친구 관리자센터, 카카오 디벨로퍼스 and 카카오 for 비즈니스 share one. */
export const consoleSession = sessionCookie('kakao_sync_console');

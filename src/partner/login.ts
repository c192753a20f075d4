/** 카카오로 시작하기: the way to Kakao. Each attempt has its own state, PKCE verifier and cookie, so several may run at once. */
import { randomBytes } from 'node:crypto';
import type { Context, Middleware } from 'koa';
import { z } from 'zod';
import { query } from '../web/forms.ts';
import type { Kakao } from './kakao.ts';
import { setCookie } from './sessions.ts';

const CALLBACK = '/oauth/callback';
const HALF_AN_HOUR = 30 * 60_000;

const filled = z.string().trim().max(1_000).optional();

/** What testers may add to the request; sent only when filled. Source: kakao-api 1.1. */
const Extra = z.object({ scope: filled, service_terms: filled, prompt: filled, login_hint: filled });

/** Handler of `GET /login`. */
export function startLogin(kakao: Kakao, secure: boolean): Middleware {
  return (ctx) => {
    const extra = Object.fromEntries(Object.entries(query(ctx, Extra)).filter(([, value]) => value));
    const state = randomBytes(16).toString('base64url');
    const verifier = randomBytes(32).toString('base64url');
    setCookie(ctx, cookieOf(state), verifier, { secure, path: CALLBACK, maxAge: HALF_AN_HOUR });
    ctx.redirect(kakao.authorizeUrl(state, verifier, extra as Record<string, string>));
  };
}

/**
 * The verifier of the attempt that `state` names, once. Undefined if this browser began no such attempt: the cookie is
 * named after the state, so having it is the proof.
 */
export function takeAttempt(ctx: Context, state: unknown, secure: boolean): string | undefined {
  if (typeof state !== 'string' || !/^[\w-]{22}$/.test(state)) return undefined;
  const verifier = ctx.cookies.get(cookieOf(state));
  if (verifier) setCookie(ctx, cookieOf(state), null, { secure, path: CALLBACK });
  return verifier;
}

function cookieOf(state: string): string {
  return `demo_shop_login_${state}`;
}

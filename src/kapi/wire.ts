/** Answers as kapi writes them, and the one place where its failures end. Source: kakao-api 0.5. */
import type { Context, Next } from 'koa';
import type { House } from '../house.ts';
import type { RuleBroken } from '../rule.ts';
import { INTERNAL, spoken } from './codes.ts';
import { keepRefusal } from './refused.ts';

/** Told of each failure that nobody expected. */
export type Report = (error: unknown) => void;

/** Writes a body. User numbers in it may be raw JSON, so it is written here and not left to Koa. */
export function write(ctx: Context, status: number, body: object): void {
  ctx.status = status;
  ctx.set({ 'Content-Type': 'application/json;charset=UTF-8', 'Cache-Control': 'no-store' });
  ctx.body = JSON.stringify(body);
}

/** Middleware: every throw becomes an error of kapi, without a trace of where it came from. */
export function failures(house: House, report: Report) {
  return async (ctx: Context, next: Next): Promise<void> => {
    try {
      await next();
    } catch (error) {
      const known = spoken(error);
      if (known) await keepRefusal(house, ctx, error as RuleBroken, known).catch(report);
      else report(error);
      const { status, body } = known ?? INTERNAL;
      if (status === 401) ctx.set('WWW-Authenticate', `${schemeOf(ctx)} error=invalid_token`);
      write(ctx, status, body);
    }
  };
}

function schemeOf(ctx: Context): 'KakaoAK' | 'Bearer' {
  return /^kakaoak(\s|$)/i.test(ctx.get('authorization')) ? 'KakaoAK' : 'Bearer';
}

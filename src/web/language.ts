/** Which language a page is in: `?lang=` wins and is remembered in a cookie; Korean otherwise. See DECISIONS: Accept-Language is not asked. */
import type { Context, Next } from 'koa';
import { type Language, languages, type Translate, translator } from './text/index.ts';

const COOKIE = 'kakao_sync_lang';

/** What every request of ours knows about its reader. */
export interface Reading {
  language: Language;
  t: Translate;
}

/** Middleware: sets `ctx.state.language` and `ctx.state.t`. */
export function language(ctx: Context, next: Next): Promise<void> {
  const asked = known(ctx.query.lang);
  if (asked) ctx.cookies.set(COOKIE, asked, { httpOnly: true, sameSite: 'lax', signed: false, overwrite: true });
  const chosen = asked ?? known(ctx.cookies.get(COOKIE, { signed: false })) ?? 'ko';
  Object.assign(ctx.state, { language: chosen, t: translator(chosen) } satisfies Reading);
  return next();
}

/** The language and translator of this request. */
export function reading(ctx: Context): Reading {
  return ctx.state;
}

function known(value: unknown): Language | undefined {
  return languages.find((each) => each === value);
}

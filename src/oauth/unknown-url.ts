/** KOE002: a path of kauth that does not exist, or one that does not take this method. Source: kakao-api 1.6. */
import type { Context } from 'koa';
import type { House } from '../house.ts';
import { Koe } from './koe.ts';
import { jsonEndpoint } from './token.ts';

/** Paths that speak JSON only, to whomever. */
const JSON_ONLY = /^\/(?:oauth\/token|oauth\/tokeninfo|api\/.*|apiweb\/.*|\.well-known\/.*)$/;

/** The last of the routes: throws for a browser on its way, which gets the page; answers everybody else in JSON. */
export function unknownUrl(house: House, report: (error: unknown) => void) {
  return async (ctx: Context): Promise<void> => {
    const koe = new Koe('KOE002', { got: `${ctx.method} ${ctx.path}` });
    if (isVisit(ctx)) throw koe;
    await jsonEndpoint(house, report, () => Promise.reject(koe))(ctx);
  };
}

function isVisit(ctx: Context): boolean {
  if (JSON_ONLY.test(ctx.path)) return false;
  return ['GET', 'HEAD'].includes(ctx.method) || ctx.accepts('json', 'html') === 'html';
}

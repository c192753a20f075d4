/** What a request asks for, before anybody reads it: `//`, `http://[` and their like are no address, and would break who tries. */
import type { Context, Next } from 'koa';

/** Of which a URL can be made, whatever it says. */
const PLAIN = /^\/(?!\/)[\w./?=&%~+:,@-]*$/;

/** Middleware, the first of all: 400 for a target that no URL can be made of. */
export function readableTarget(ctx: Context, next: Next): Promise<void> | void {
  const { url = '' } = ctx.req;
  if (PLAIN.test(url) || URL.canParse(url, 'http://localhost')) return next();
  ctx.status = 400;
  ctx.body = '';
}

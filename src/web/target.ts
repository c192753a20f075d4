/** What a request asks for, before anybody reads it: `//`, `http://[` and their like are no address, and would break who tries. */
import type { Context, Next } from 'koa';

/** Middleware, the first of all: 400 for a target that no URL can be made of. */
export async function readableTarget(ctx: Context, next: Next): Promise<void> {
  if (URL.canParse(ctx.req.url ?? '', 'http://localhost')) return next();
  ctx.status = 400;
  ctx.body = '';
}

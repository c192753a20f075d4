/** Style sheets, scripts and pictures from views/assets. No build, no CDN. */
import { fileURLToPath } from 'node:url';
import { send } from '@koa/send';
import type { Context } from 'koa';

const ASSETS = fileURLToPath(new URL('../../views/assets', import.meta.url));

/** Handler of `GET /assets/*`: 304 for what the browser has as it is, 404 for what is not there. */
export async function assets(ctx: Context): Promise<void> {
  ctx.remove('Content-Security-Policy');
  ctx.set('Cache-Control', 'no-cache');
  // There are no compressed twins to look for.
  await send(ctx, ctx.path.slice('/assets'.length), { root: ASSETS, brotli: false, gzip: false });
  if (ctx.fresh) ctx.status = 304;
}

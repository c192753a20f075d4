/** Style sheets, scripts and pictures from views/assets. No build, no CDN. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Context } from 'koa';
import { PACKAGE } from '../package-root.ts';

const ASSETS = fileURLToPath(new URL('views/assets', PACKAGE));
const STAMPED = /^\/assets\/~([\w-]+)(?=\/)/;

/**
 * The address of a style sheet or script as it is now (`css/main.css`): one that a browser may keep for good. What it names
 * relatively lies below the same stamp.
 */
export function asset(path: string): string {
  return `/assets/~${stamp()}/${path}`;
}

/** Handler of `GET /assets/*`: 304 for what the browser has as it is, 404 for what is not there. */
export async function assets(ctx: Context): Promise<void> {
  const [prefix, stamped] = STAMPED.exec(ctx.path) ?? ['/assets', null];
  const { send } = await import('@koa/send');
  ctx.remove('Content-Security-Policy');
  // There are no compressed twins to look for.
  await send(ctx, ctx.path.slice(prefix.length), { root: ASSETS, brotli: false, gzip: false });
  ctx.set('Cache-Control', stamped === stamp() ? 'public, max-age=31536000, immutable' : 'no-cache');
  if (ctx.fresh) ctx.status = 304;
}

let word: string | undefined;

/** The word for style sheets and scripts as they are, which is worked out with the first page. */
function stamp(): string {
  return (word ??= stampOf(['css', 'js']));
}

/** A word for the contents of these folders. */
function stampOf(folders: readonly string[]): string {
  const hash = createHash('sha256');
  for (const folder of folders) {
    const paths = readdirSync(join(ASSETS, folder), { recursive: true, encoding: 'utf8' }).filter((path) => /\.\w+$/.test(path));
    for (const path of paths.sort()) hash.update(`${path}\0`).update(readFileSync(join(ASSETS, folder, path)));
  }
  return hash.digest('base64url').slice(0, 12);
}

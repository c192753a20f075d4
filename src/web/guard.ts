/** What keeps pages safe in a browser: headers on each answer, and unsafe methods from our own origin only. */
import type { Context, Next } from 'koa';
import { RuleBroken } from '../rule.ts';

export class ForeignOrigin extends RuleBroken {
  readonly code = 'foreign_origin';
}

/**
 * No `form-action`: browsers apply it to the whole redirect chain, and login and consent end at the partner's address.
 */
const PAGE_POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; frame-src 'self'; base-uri 'none'; frame-ancestors 'none'";

const PAGE_HEADERS = [
  ['Content-Security-Policy', PAGE_POLICY],
  ['X-Content-Type-Options', 'nosniff'],
  ['X-Frame-Options', 'DENY'],
  ['Referrer-Policy', 'same-origin'],
  ['Cache-Control', 'no-store'],
] as const;

/** Middleware: security headers. `same-origin`, not `no-referrer`, which would turn a form's Origin into `null`. */
export function pageHeaders(ctx: Context, next: Next): Promise<void> {
  for (const [name, value] of PAGE_HEADERS) ctx.res.setHeader(name, value);
  return next();
}

/** Lets pages of our own hold this one in a frame; in return nothing can be sent from it. */
export function framedByUs(ctx: Context): void {
  ctx.set({
    'Content-Security-Policy': `${PAGE_POLICY.replace("frame-ancestors 'none'", "frame-ancestors 'self'")}; form-action 'none'`,
    'X-Frame-Options': 'SAMEORIGIN',
  });
}

/**
 * Middleware: refuses unsafe methods that a browser sent from elsewhere. Browsers say so by Sec-Fetch-Site or Origin;
 * a request with neither does not come from a browser and carries nobody's ambient login. Throws ForeignOrigin.
 * @param url the simulator's own, as browsers know it where a proxy stands before it
 */
export function sameOrigin(url: string) {
  return (ctx: Context, next: Next): Promise<void> => {
    if (!isSafe(ctx) && cameFromElsewhere(ctx, url)) {
      throw new ForeignOrigin('unsafe request from another origin', { origin: ctx.get('origin') });
    }
    return next();
  };
}

export function isSafe({ method }: Context): boolean {
  return ['GET', 'HEAD', 'OPTIONS'].includes(method);
}

function cameFromElsewhere(ctx: Context, url: string): boolean {
  const site = ctx.get('sec-fetch-site');
  if (site) return site !== 'same-origin' && site !== 'none';
  const origin = ctx.get('origin');
  // Not `ctx.origin`: in Koa 3 that is the header itself. TLS may end at a proxy, which then asks by http.
  return origin !== '' && ![`${ctx.protocol}://${ctx.host}`, `https://${ctx.host}`, new URL(url).origin].includes(origin);
}

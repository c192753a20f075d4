/**
 * What a web page that somebody has open could do to a simulator on their machine: send forms, send "simple" requests without
 * asking first, or reach it under a name of its own whose address changes (DNS rebinding). None of it comes through here.
 */
import { isIP } from 'node:net';
import type { Context, Next } from 'koa';
import { RequestRefused } from './problems.ts';

/** Names that no stranger can point at this machine: this machine's own, those of a private network, names without a dot. */
const OURS = /^(?:localhost|[^.]+|.+\.(?:localhost|local|internal|test|home\.arpa))$/;

/** Middleware. Throws RequestRefused for a host that is not ours. `url` is the simulator's own. */
export function ownHost(url: string) {
  const own = new URL(url).hostname;
  return async (ctx: Context, next: Next): Promise<void> => {
    const { hostname } = URL.parse(`http://${ctx.host}`) ?? { hostname: '' };
    const bare = hostname.replace(/^\[|\]$/g, '');
    if (isIP(bare) || OURS.test(bare) || bare === own) return next();
    throw new RequestRefused('misdirected', `${ctx.host || 'an empty host'} is no name of this simulator`);
  };
}

/**
 * Middleware: what changes something comes as JSON, even where there is nothing to say. A page of another origin cannot send that
 * without asking first, and nobody here says yes. DELETE has to ask by its nature. Throws RequestRefused.
 */
export async function jsonOnly(ctx: Context, next: Next): Promise<void> {
  const mustBe =
    ['POST', 'PUT', 'PATCH'].includes(ctx.method) || Number(ctx.get('content-length')) > 0 || ctx.get('transfer-encoding') !== '';
  if (mustBe && !/^application\/(?:[\w.-]+\+)?json\s*(?:;|$)/i.test(ctx.get('content-type'))) {
    throw new RequestRefused('json_expected', `a body came as ${ctx.get('content-type') || 'no type'}`);
  }
  return next();
}

/**
 * What a web page that somebody has open could do to a simulator on their machine: send forms, send "simple" requests without
 * asking first, or reach it under a name of its own whose address changes (DNS rebinding). None of it comes through here.
 */
import type { Context, Next } from 'koa';
import { CHALLENGE, hasKey } from '../gate/who.ts';
import type { House } from '../house.ts';
import { hostNameOf, isOwnName } from '../web/own-names.ts';
import { RequestRefused } from './problems.ts';

/** Middleware. Throws RequestRefused for a host that is not ours. */
export function ownHost(house: House) {
  return async (ctx: Context, next: Next): Promise<void> => {
    if (isOwnName(hostNameOf(ctx), house)) return next();
    throw new RequestRefused('misdirected', `${ctx.host || 'an empty host'} is no name of this simulator`);
  };
}

/** Middleware: of a shared simulator, calls are for those who have its operator secret. A cookie is no key. Throws RequestRefused, TooManyTries. */
export function keyed(house: House) {
  return async (ctx: Context, next: Next): Promise<void> => {
    if (!house.operators.isShared || (await hasKey(house, ctx))) return next();
    ctx.set('WWW-Authenticate', CHALLENGE);
    throw new RequestRefused(
      'key_missing',
      ctx.get('authorization') ? 'this is not its operator secret' : 'the request came without a key',
    );
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
    throw new RequestRefused('json_expected', saysOf(ctx.get('content-type')));
  }
  return next();
}

const saysOf = (type: string): string => (type ? `the request came with Content-Type: ${type}` : 'the request came without a Content-Type');

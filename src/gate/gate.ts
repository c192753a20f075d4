/**
 * What nobody but an operator sees of a shared simulator: everything that is not named here. What is named is what partners'
 * applications and their users need, as Kakao itself is open to them.
 */
import type { Context, Next } from 'koa';
import type { House } from '../house.ts';
import { TooManyTries } from '../tries/index.ts';
import { pageHeaders } from '../web/guard.ts';
import { isInspected } from '../web/inspect.ts';
import { ownPath, pageBefore } from '../web/own-path.ts';
import { PATH, showSignIn } from './sign-in.ts';
import { CHALLENGE, isOperator } from './who.ts';

const OPEN: readonly RegExp[] = [
  // kauth with its pages of login and consent, kapi, and what their pages are made of. 예시 화면 is of a draft, and operators'.
  /^\/oauth\/(?!preview(?:\/|$))/i,
  /^\/(?:api\/agt|apiweb\/code\.json)$/,
  /^\/\.well-known\//,
  /^\/v[12]\//,
  /^\/assets\//,
  // Where callbacks arrive, of apps that use the built-in inbox.
  /^\/_sim\/inbox\/[^/]+\/(?:channel|sync|unlink|account)$/,
  // What is asked before anybody is let in: whether it is up. It tells a version and no state.
  /^\/(?:livez|readyz|health)$/,
  /^\/_sim\/session(?:\/end)?$/,
];

/** Middleware: with an operator, or to an open path, or in local mode it goes on; everybody else is asked to sign in. */
export function operatorsOnly(house: House) {
  return async (ctx: Context, next: Next): Promise<void> => {
    try {
      if (isOpen(ctx) || (await isOperator(house, ctx))) return await next();
    } catch (error) {
      if (!(error instanceof TooManyTries)) throw error;
      ctx.set('Retry-After', String(error.after));
      return refuse(ctx, 429, error.message);
    }
    await pageHeaders(ctx, () => ask(ctx));
  };
}

/** A screen laid open shows what it was made from: where it stands is everybody's, and that is not. */
function isOpen(ctx: Context): boolean {
  const isLaidOpen = ctx.path.startsWith('/oauth/') && isInspected(ctx);
  return !isLaidOpen && OPEN.some((each) => each.test(ctx.path));
}

/** A browser is led to the page where one signs in, and gets that page in the place of what its form would have done. */
async function ask(ctx: Context): Promise<void> {
  if (!/\btext\/html\b/.test(ctx.get('accept'))) return refuse(ctx, 401, 'the Authorization header has to be "Bearer <operator secret>"');
  const isRead = ['GET', 'HEAD'].includes(ctx.method);
  const back = ownPath(isRead ? ctx.originalUrl : (pageBefore(ctx) ?? ctx.path), '/');
  if (!isRead) return showSignIn(ctx, back, 'gate.first', 401);
  ctx.redirect(`${PATH}?${new URLSearchParams({ return_to: back })}`);
  ctx.status = 303;
}

function refuse(ctx: Context, status: 401 | 429, says: string): void {
  ctx.status = status;
  ctx.set('WWW-Authenticate', CHALLENGE);
  ctx.body = `This simulator is shared, and this is for its operators: ${says}.\n`;
}

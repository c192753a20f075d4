/** Who works at the consoles: signed in once for all three. */
import type { Context, Next } from 'koa';
import type { Account } from '../../accounts/index.ts';
import type { House } from '../../house.ts';
import { pageBefore } from '../../web/own-path.ts';
import { consoleSession } from '../../web/session.ts';

/** Middleware: who is not signed in does that first and comes back. What a form held is lost then, and nothing of it applied. */
export function signedIn({ accounts }: House) {
  return async (ctx: Context, next: Next): Promise<void> => {
    const account = await accounts.inSession(consoleSession.id(ctx));
    if (!account) return toSignIn(ctx);
    ctx.state.person = account;
    await next();
  };
}

/** Middleware for pages that anybody may read: whoever is signed in is known. */
export function knowsPerson({ accounts }: House) {
  return async (ctx: Context, next: Next): Promise<void> => {
    ctx.state.person = await accounts.inSession(consoleSession.id(ctx));
    await next();
  };
}

/** The person of this request, behind `signedIn`. */
export function personOf(ctx: Context): Account {
  return ctx.state.person as Account;
}

/** The person of this request, behind `signedIn` or `knowsPerson`. */
export function personIfAny(ctx: Context): Account | undefined {
  return ctx.state.person as Account | undefined;
}

/** As whom a form is sent: the account id of the person, or the simulator's own desk, where nobody signs in. */
export function senderOf(ctx: Context): string {
  return personIfAny(ctx)?.id ?? 'desk';
}

/** Where one signs in, to go on to a path of ours. */
export function signInPath(back: string): string {
  return `/account/login?${new URLSearchParams({ continue: back })}`;
}

/** Whoever sent a form comes back to the page that it was on; where the browser does not tell it, to the form's own address. */
function toSignIn(ctx: Context): void {
  const back = ctx.method === 'GET' ? ctx.originalUrl : (pageBefore(ctx) ?? ctx.path);
  ctx.redirect(signInPath(back));
  ctx.status = 303;
}

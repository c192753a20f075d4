/** Who works at the consoles: signed in once for all three. */
import type { Context, Next } from 'koa';
import type { Account } from '../../accounts/index.ts';
import type { House } from '../../house.ts';
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

/** The person of this request, behind `signedIn`. */
export function personOf(ctx: Context): Account {
  return ctx.state.person as Account;
}

/** A path of ours to go on to, or the fallback: nothing that a browser would read as another site. */
export function pathOfOurs(value: unknown, fallback: string): string {
  return typeof value === 'string' && /^\/(?![/\\])[^\s\\]*$/.test(value) ? value : fallback;
}

function toSignIn(ctx: Context): void {
  const back = ctx.method === 'GET' ? ctx.originalUrl : pathname(ctx.get('referer'));
  ctx.redirect(`/account/login?${new URLSearchParams({ continue: back })}`);
  ctx.status = 303;
}

function pathname(referer: string): string {
  return URL.canParse(referer) ? new URL(referer).pathname : '/developers';
}

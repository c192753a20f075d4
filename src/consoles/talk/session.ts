/** Who is signed in to KakaoTalk: `POST /talk/session` signs in, `POST /talk/session/end` signs out. */
import type { Context, Next } from 'koa';
import type { Account } from '../../accounts/index.ts';
import type { House } from '../../house.ts';
import { screen } from '../../web/screens.ts';
import { talkSession } from '../../web/session.ts';
import { isAccount, type LastTry, type SignIn, signInForm, statusOf, whoSignsIn } from '../kit/sign-in.ts';

const signInPage = screen<SignIn>('talk/sign-in');

/** The person whose KakaoTalk this is, if anybody is signed in. */
export function talkUser(house: House, ctx: Context): Promise<Account | undefined> {
  return house.accounts.inSession(talkSession.id(ctx));
}

/** KakaoTalk of nobody yet. */
export async function showSignIn(house: House, ctx: Context, lastTry: LastTry = {}): Promise<void> {
  const model = await signInForm(house, ctx, lastTry);
  await signInPage(ctx, model, statusOf(ctx, lastTry));
}

export function signIn(house: House) {
  return async (ctx: Context): Promise<void> => {
    const who = await whoSignsIn(house, ctx);
    if (!isAccount(who)) return showSignIn(house, ctx, who);
    await endSession(house, ctx);
    talkSession.keep(ctx, await house.accounts.openSession(who.id));
    toTalk(ctx);
  };
}

export function signOut(house: House) {
  return async (ctx: Context): Promise<void> => {
    await endSession(house, ctx);
    talkSession.keep(ctx, null);
    toTalk(ctx);
  };
}

/** Middleware for pages below `/talk`: who is not signed in does that first. The person is the one that forms are sent as. */
export function asTalkUser(house: House) {
  return async (ctx: Context, next: Next): Promise<void> => {
    const account = await talkUser(house, ctx);
    if (!account) return toTalk(ctx);
    ctx.state.person = account;
    await next();
  };
}

/** Answers with the way to `GET /talk`, or to a path in it. */
export function toTalk(ctx: Context, path = '/talk'): void {
  ctx.redirect(path);
  ctx.status = 303;
}

async function endSession(house: House, ctx: Context): Promise<void> {
  const id = talkSession.id(ctx);
  if (id) await house.accounts.closeSession(id);
}

/** Signing in to the consoles and out of them. */
import type { Context } from 'koa';
import type { House } from '../../house.ts';
import { screen } from '../../web/screens.ts';
import { consoleSession } from '../../web/session.ts';
import { ownPath } from '../../web/own-path.ts';
import { isAccount, type LastTry, type SignIn, signInForm, statusOf, whoSignsIn } from '../kit/sign-in.ts';

interface LoginScreen extends SignIn {
  /** Where the form posts to, and where somebody without an account goes. */
  action: string;
  signup: string;
}

const loginPage = screen<LoginScreen>('account/login');
const HOME = '/developers';

/** `GET /account/login` */
export function showLogin(house: House) {
  return (ctx: Context): Promise<void> => draw(house, ctx, {});
}

/** `POST /account/login`: 303 onwards, or 422 with the page and what to mend. */
export function submitLogin(house: House) {
  return async (ctx: Context): Promise<void> => {
    const who = await whoSignsIn(house, ctx);
    if (isAccount(who)) await enter(house, ctx, who.id);
    else await draw(house, ctx, who);
  };
}

/** `POST /account/logout` */
export function signOut(house: House) {
  return async (ctx: Context): Promise<void> => {
    await endSession(house, ctx);
    consoleSession.keep(ctx, null);
    ctx.redirect('/account/login');
    ctx.status = 303;
  };
}

/** Signs in, and goes on to where the person was going. */
export async function enter(house: House, ctx: Context, accountId: string): Promise<void> {
  await endSession(house, ctx);
  consoleSession.keep(ctx, await house.accounts.openSession(accountId));
  ctx.redirect(ownPath(ctx.query.continue, HOME));
  ctx.status = 303;
}

async function endSession({ accounts }: House, ctx: Context): Promise<void> {
  const id = consoleSession.id(ctx);
  if (id) await accounts.closeSession(id);
}

async function draw(house: House, ctx: Context, lastTry: LastTry): Promise<void> {
  const query = new URLSearchParams({ continue: ownPath(ctx.query.continue, HOME) }).toString();
  const model = { ...(await signInForm(house, ctx, lastTry)), action: `/account/login?${query}`, signup: `/account/signup?${query}` };
  await loginPage(ctx, model, statusOf(ctx, lastTry));
}

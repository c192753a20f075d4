/** Where operators of a shared simulator sign in, with the secret that it was started with. */
import type { Context } from 'koa';
import { z } from 'zod';
import type { House } from '../house.ts';
import { TooManyTries } from '../tries/index.ts';
import { form } from '../web/forms.ts';
import { reading } from '../web/language.ts';
import { ownPath } from '../web/own-path.ts';
import { screen } from '../web/screens.ts';
import { operatorSession } from '../web/session.ts';
import type { TextKey } from '../web/text/index.ts';
import { knows } from './who.ts';

interface SignInScreen {
  /** Where the form posts to. */
  action: string;
  /** What was wrong with the last try, or why one is here. */
  says: string | null;
  isWrong: boolean;
}

export const PATH = '/_sim/session';
const HOME = '/';
const signInPage = screen<SignInScreen>('gate/sign-in');
const secretForm = z.object({ secret: z.string().max(1000).default('') });

/** `GET /_sim/session`; whoever is an operator already, or asked for nothing, goes on. */
export function startSignIn(house: House) {
  return async (ctx: Context): Promise<void> => {
    const back = ownPath(ctx.query.return_to, HOME);
    const { isShared, holds } = house.operators;
    if (!isShared || (await holds(operatorSession.id(ctx)))) return goOn(ctx, back);
    await showSignIn(ctx, back);
  };
}

/** `POST /_sim/session`: 303 onwards with a session of its own, or the page with what is wrong: 422, 429. */
export function signIn(house: House) {
  return async (ctx: Context): Promise<void> => {
    const back = ownPath(ctx.query.return_to, HOME);
    if (!house.operators.isShared) return goOn(ctx, back);
    try {
      if (!(await knows(house, ctx, form(ctx, secretForm).secret.trim()))) return await showSignIn(ctx, back, 'gate.wrong', 422);
    } catch (error) {
      if (!(error instanceof TooManyTries)) throw error;
      ctx.set('Retry-After', String(error.after));
      return showSignIn(ctx, back, 'gate.tooMany', 429, { minutes: String(Math.ceil(error.after / 60)) });
    }
    await endSession(house, ctx);
    operatorSession.keep(ctx, await house.operators.open());
    goOn(ctx, back);
  };
}

/** `POST /_sim/session/end` */
export function signOut(house: House) {
  return async (ctx: Context): Promise<void> => {
    await endSession(house, ctx);
    operatorSession.keep(ctx, null);
    goOn(ctx, PATH);
  };
}

/** @param back where the person was going */
export async function showSignIn(
  ctx: Context,
  back: string,
  says?: TextKey,
  status = 200,
  values: Readonly<Record<string, string>> = {},
): Promise<void> {
  const { t } = reading(ctx);
  const action = `${PATH}?${new URLSearchParams({ return_to: back })}`;
  await signInPage(ctx, { action, says: says ? t(says, values) : null, isWrong: says !== undefined && says !== 'gate.first' }, status);
}

async function endSession({ operators }: House, ctx: Context): Promise<void> {
  const id = operatorSession.id(ctx);
  if (id) await operators.close(id);
}

function goOn(ctx: Context, to: string): void {
  ctx.redirect(to);
  ctx.status = 303;
}

/** A new Kakao account for the consoles. It can log in to apps, too, as every account of the simulator. */
import type { Context } from 'koa';
import { LoginTaken, WrongLogin } from '../../accounts/index.ts';
import type { House } from '../../house.ts';
import { reading } from '../../web/language.ts';
import { screen } from '../../web/screens.ts';
import { readSignup, type SignupField, signupFields } from '../../web/signup-form.ts';
import { enter } from './login.ts';

interface SignupScreen {
  action: string;
  fields: SignupField[];
}

const signupPage = screen<SignupScreen>('account/signup');

/** `GET /account/signup` */
export function showSignup(ctx: Context): Promise<void> {
  return draw(ctx, null, {});
}

/**
 * `POST /account/signup`: 303 onwards as the new person, or 422 with the page, what was typed, and what to mend.
 * A form that was sent twice opens the account that it made.
 */
export function submitSignup(house: House) {
  return async (ctx: Context): Promise<void> => {
    const { t } = reading(ctx);
    const { body } = ctx.request;
    const { person, wrong } = readSignup(body, t);
    if (!person) return draw(ctx, body, wrong);
    try {
      const account = await house.accounts.signUp(person).catch((error: unknown) => {
        if (error instanceof LoginTaken) return house.accounts.signIn(person.email, person.password);
        throw error;
      });
      await enter(house, ctx, account.id);
    } catch (error) {
      if (!(error instanceof WrongLogin)) throw error;
      await draw(ctx, body, { email: t('signup.taken') });
    }
  };
}

async function draw(ctx: Context, typed: unknown, wrong: Readonly<Record<string, string>>): Promise<void> {
  const fields = signupFields(reading(ctx).t, typed, wrong);
  await signupPage(ctx, { action: ctx.originalUrl, fields }, Object.keys(wrong).length > 0 ? 422 : 200);
}

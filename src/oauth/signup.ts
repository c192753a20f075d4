/** `prompt=create`: a new Kakao account first, then the consent screen. Source: kakao-api 1.2. */
import type { Context } from 'koa';
import type { Provider } from 'oidc-provider';
import { LoginTaken } from '../accounts/index.ts';
import type { App } from '../apps/index.ts';
import type { House } from '../house.ts';
import { reading } from '../web/language.ts';
import { screen } from '../web/screens.ts';
import { readSignup, signupFields } from '../web/signup-form.ts';
import { appCard } from './cards.ts';
import { due, signIn } from './interaction.ts';
import type { SignupScreen } from './models.ts';

const signupPage = screen<SignupScreen>('oauth/signup');

/** `GET /oauth/signup/:uid` */
export function showSignup(house: House, provider: Provider) {
  return async (ctx: Context): Promise<void> => {
    await drawSignup(ctx, (await due(house, provider, ctx)).client.app, null, {});
  };
}

/** `POST /oauth/signup/:uid`: 303 onwards as the new person, or 422 with the page, what was typed, and what to mend. */
export function submitSignup(house: House, provider: Provider) {
  return async (ctx: Context): Promise<void> => {
    const { t } = reading(ctx);
    const current = await due(house, provider, ctx);
    const { body } = ctx.request;
    const { person, wrong } = readSignup(body, t);
    if (!person) return drawSignup(ctx, current.client.app, body, wrong);
    try {
      const account = await house.accounts.signUp(person);
      await signIn(house, provider, ctx, current, account.id, false);
    } catch (error) {
      if (!(error instanceof LoginTaken)) throw error;
      await drawSignup(ctx, current.client.app, body, { email: t('signup.taken') });
    }
  };
}

/** The page, with what was typed and what is wrong with it: then 422. */
export async function drawSignup(ctx: Context, app: App, typed: unknown, wrong: Readonly<Record<string, string>>): Promise<void> {
  const fields = signupFields(reading(ctx).t, typed, wrong);
  const status = Object.keys(wrong).length > 0 ? 422 : 200;
  await signupPage(ctx, { action: ctx.path, app: appCard(app), fields }, status);
}

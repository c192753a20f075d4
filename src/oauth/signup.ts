/** `prompt=create`: a new Kakao account first, then the consent screen. Source: kakao-api 1.2. */
import type { Context } from 'koa';
import type { Provider } from 'oidc-provider';
import { z } from 'zod';
import { LoginTaken } from '../accounts/index.ts';
import type { House } from '../house.ts';
import { reading } from '../web/language.ts';
import { screen } from '../web/screens.ts';
import { appCard } from './cards.ts';
import { type Due, due, signIn } from './interaction.ts';
import type { SignupScreen } from './models.ts';

const signupPage = screen<SignupScreen>('oauth/signup');

const FIELDS = ['email', 'password', 'nickname', 'birthdate'] as const;
type Field = (typeof FIELDS)[number];

const signupForm = z.object({
  email: z.email().max(200),
  password: z.string().min(4).max(200),
  nickname: z.string().trim().min(1).max(20),
  birthdate: z.union([z.literal(''), z.iso.date()]).default(''),
});

/** `GET /oauth/signup/:uid` */
export function showSignup(house: House, provider: Provider) {
  return async (ctx: Context): Promise<void> => {
    await draw(ctx, await due(house, provider, ctx), {}, {});
  };
}

/** `POST /oauth/signup/:uid`: 303 onwards as the new person, or 422 with the page, what was typed, and what to mend. */
export function submitSignup(house: House, provider: Provider) {
  return async (ctx: Context): Promise<void> => {
    const { t } = reading(ctx);
    const current = await due(house, provider, ctx);
    const typed = (ctx.request.body ?? {}) as Partial<Record<Field, unknown>>;
    const sent = signupForm.safeParse(typed);
    if (!sent.success) {
      const wrong = sent.error.issues.map(({ path }) => String(path[0]) as Field);
      return draw(ctx, current, typed, Object.fromEntries(wrong.map((field) => [field, t(`signup.wrong.${field}`)])));
    }
    const { birthdate, ...fields } = sent.data;
    try {
      const account = await house.accounts.signUp({ ...fields, birthdate: birthdate || null });
      await signIn(provider, ctx, current.interaction, account.id, false);
    } catch (error) {
      if (!(error instanceof LoginTaken)) throw error;
      await draw(ctx, current, typed, { email: t('signup.taken') });
    }
  };
}

async function draw(
  ctx: Context,
  { client }: Due,
  typed: Partial<Record<Field, unknown>>,
  wrong: Partial<Record<Field, string>>,
): Promise<void> {
  const { t } = reading(ctx);
  const fields = FIELDS.map((name) => ({
    name,
    label: t(`signup.${name}`),
    hint: t(`signup.hint.${name}`),
    type: name === 'birthdate' ? 'date' : name === 'nickname' ? 'text' : name,
    // A password is never sent back.
    value: name !== 'password' && typeof typed[name] === 'string' ? typed[name] : '',
    wrong: wrong[name] ?? null,
  }));
  await signupPage(ctx, { action: ctx.path, app: appCard(client.app), fields }, Object.keys(wrong).length > 0 ? 422 : 200);
}

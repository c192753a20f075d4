/** Signing in to a page of ours: one click on a persona, or login and password. KakaoTalk and the consoles draw the same form. */
import type { Context } from 'koa';
import { z } from 'zod';
import { type Account, WrongLogin } from '../../accounts/index.ts';
import type { House } from '../../house.ts';
import { TooManyTries, type TryKey } from '../../tries/index.ts';
import { addressOf } from '../../web/address.ts';
import { form } from '../../web/forms.ts';
import { reading } from '../../web/language.ts';
import type { TextKey } from '../../web/text/index.ts';

export interface SignIn {
  personas: { key: string; nickname: string; image: string | null; says: string }[];
  personaError: string | null;
  /** What was typed, and what is wrong with it. */
  loginId: string;
  loginError: string | null;
}

/** What was wrong with the last try: with the person chosen, or with what was typed. */
export interface LastTry {
  personaError?: TextKey;
  loginError?: TextKey;
  loginId?: string;
  /** In how many seconds the next one may be made, after too many. */
  after?: number;
}

const credentials = z.object({
  persona: z.string().max(200).optional(),
  loginId: z.string().max(200).default(''),
  password: z.string().max(200).default(''),
});

/** Whom the form opens, or what is wrong with it. Throws InputRefused. */
export async function whoSignsIn({ accounts, tries, reached }: House, ctx: Context): Promise<Account | LastTry> {
  const { persona, loginId, password } = form(ctx, credentials);
  if (persona) return (await accounts.persona(persona)) ?? { personaError: 'signIn.unknownPerson' };
  const keys: TryKey[] = [
    ['address', addressOf(ctx, reached)],
    ['login', loginId.trim().toLowerCase()],
  ];
  try {
    return await tries.of(
      keys,
      () => accounts.signIn(loginId, password),
      (error) => error instanceof WrongLogin,
    );
  } catch (error) {
    if (error instanceof TooManyTries) return { loginError: 'login.tooMany', loginId, after: error.after };
    if (!(error instanceof WrongLogin)) throw error;
    return { loginError: 'signIn.wrong', loginId };
  }
}

/** With which status the form is drawn after this try; says until when there are to be no more. */
export function statusOf(ctx: Context, { personaError, loginError, after }: LastTry): number {
  if (after !== undefined) ctx.set('Retry-After', String(after));
  return after === undefined ? (personaError || loginError ? 422 : 200) : 429;
}

export function isAccount(who: Account | LastTry): who is Account {
  return 'id' in who;
}

/** The form as it is drawn. */
export async function signInForm(
  { accounts }: House,
  ctx: Context,
  { personaError, loginError, loginId = '' }: LastTry = {},
): Promise<SignIn> {
  const { t, language } = reading(ctx);
  const personas = await accounts.personas();
  return {
    personas: personas.map((account) => ({
      key: account.key ?? '',
      nickname: account.nickname,
      image: pictureOf(account),
      says: account.says?.[language] ?? '',
    })),
    personaError: personaError ? t(personaError) : null,
    loginId,
    loginError: loginError ? t(loginError) : null,
  };
}

/** URL path of the small picture, or null for one to be drawn from the name. */
export function pictureOf({ image }: Pick<Account, 'image'>): string | null {
  return image && `/assets/${image}-110.png`;
}

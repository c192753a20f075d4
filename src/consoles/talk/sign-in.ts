/** KakaoTalk of nobody yet: the people of the simulator, and a form for everybody else. */
import type { Context } from 'koa';
import type { House } from '../../house.ts';
import { reading } from '../../web/language.ts';
import { screen } from '../../web/screens.ts';
import type { TextKey } from '../../web/text/index.ts';
import { pictureOf } from './cards.ts';

interface SignInScreen {
  personas: { key: string; nickname: string; image: string | null; says: string }[];
  personaError: string | null;
  /** What was typed, and what is wrong with it. */
  loginId: string;
  loginError: string | null;
}

/** What was wrong with the last try: with the person chosen, or with what was typed. */
interface LastTry {
  personaError?: TextKey;
  loginError?: TextKey;
  loginId?: string;
}

const signInPage = screen<SignInScreen>('talk/sign-in');

export async function showSignIn(house: House, ctx: Context, { personaError, loginError, loginId = '' }: LastTry = {}): Promise<void> {
  const { t, language } = reading(ctx);
  const personas = await house.accounts.personas();
  const model = {
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
  await signInPage(ctx, model, personaError || loginError ? 422 : 200);
}

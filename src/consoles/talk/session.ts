/** Who is signed in to KakaoTalk: `POST /talk/session` signs in, `POST /talk/session/end` signs out. */
import type { Context } from 'koa';
import { z } from 'zod';
import { type Account, WrongLogin } from '../../accounts/index.ts';
import type { House } from '../../house.ts';
import { form } from '../../web/forms.ts';
import { keepTalkSession, talkSession } from '../../web/talk-session.ts';
import { showSignIn } from './sign-in.ts';

const credentials = z.object({ persona: z.string().optional(), loginId: z.string().default(''), password: z.string().default('') });

/** The person whose KakaoTalk this is, if anybody is signed in. */
export function talkUser(house: House, ctx: Context): Promise<Account | undefined> {
  return house.accounts.inSession(talkSession(ctx));
}

export function signIn(house: House) {
  return async (ctx: Context): Promise<void> => {
    const { persona, loginId, password } = form(ctx, credentials);
    try {
      const account = persona ? await house.accounts.persona(persona) : await house.accounts.signIn(loginId, password);
      if (!account) return await showSignIn(house, ctx, { personaError: 'talk.unknownPerson' });
      await endSession(house, ctx);
      keepTalkSession(ctx, await house.accounts.openSession(account.id));
      toTalk(ctx);
    } catch (error) {
      if (!(error instanceof WrongLogin)) throw error;
      await showSignIn(house, ctx, { loginError: 'talk.wrongLogin', loginId });
    }
  };
}

export function signOut(house: House) {
  return async (ctx: Context): Promise<void> => {
    await endSession(house, ctx);
    keepTalkSession(ctx, null);
    toTalk(ctx);
  };
}

/** Answers with the way to `GET /talk`; to the place of one channel in it, if named. */
export function toTalk(ctx: Context, channelId?: string): void {
  ctx.redirect(channelId ? `/talk#${channelId}` : '/talk');
  ctx.status = 303;
}

async function endSession(house: House, ctx: Context): Promise<void> {
  const id = talkSession(ctx);
  if (id) await house.accounts.closeSession(id);
}

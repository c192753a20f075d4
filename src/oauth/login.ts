/** The login page: an account's own credentials, one click on a persona, or an account that this browser saved. */
import type { Context } from 'koa';
import type { Provider } from 'oidc-provider';
import { z } from 'zod';
import { type Account, isActive, WrongLogin } from '../accounts/index.ts';
import type { House } from '../house.ts';
import { TooManyTries, type TryKey } from '../tries/index.ts';
import { addressOf } from '../web/address.ts';
import { form } from '../web/forms.ts';
import type { TextKey } from '../web/text/index.ts';
import { consentRequestOf } from './dialect/authorize-params.ts';
import { type Due, due, signIn } from './interaction.ts';
import { drawLogin, type LoginDraft } from './login-screen.ts';
import { savedAccounts } from './saved.ts';

const loginForm = z.object({
  decision: z.string().optional(),
  persona: z.string().optional(),
  account: z.string().optional(),
  loginId: z.string().max(200).default(''),
  password: z.string().max(200).default(''),
  saveSignedIn: z.string().optional(),
});
type LoginForm = z.output<typeof loginForm>;

/** `GET /oauth/login/:uid` */
export function showLogin(house: House, provider: Provider) {
  return async (ctx: Context): Promise<void> => {
    await draw(house, ctx, await due(house, provider, ctx), { loginId: null, saveSignedIn: false, error: null });
  };
}

/** `POST /oauth/login/:uid`: 303 onwards, or 401 with the page and what was typed. */
export function submitLogin(house: House, provider: Provider) {
  return async (ctx: Context): Promise<void> => {
    const current = await due(house, provider, ctx);
    const sent = form(ctx, loginForm);
    const keep = sent.saveSignedIn !== undefined;
    try {
      const account = await house.tries.of(keysOf(house, ctx, sent), () => whoSignsIn(house, sent, offeredAccounts(ctx, current)), isWrong);
      await signIn(house, provider, ctx, current, account.id, keep);
    } catch (error) {
      const typed = { loginId: sent.loginId, saveSignedIn: keep };
      if (error instanceof TooManyTries) {
        ctx.set('Retry-After', String(error.after));
        await draw(house, ctx, current, { ...typed, error: 'login.tooMany' });
        ctx.status = 429;
        return;
      }
      if (!isWrong(error)) throw error;
      await draw(house, ctx, current, { ...typed, error: whatToMend(sent) });
    }
  };
}

const isWrong = (error: unknown): boolean => error instanceof WrongLogin;

/** Failures count against the address, and against the login id where one was typed. */
function keysOf({ reached }: House, ctx: Context, { persona, account, loginId }: LoginForm): TryKey[] {
  const typed = persona || account ? '' : loginId.trim().toLowerCase();
  return [['address', addressOf(ctx, reached)], ...(typed ? [['login', typed] as const] : [])];
}

/** The account that a form opens. Throws WrongLogin. */
async function whoSignsIn({ accounts }: House, sent: LoginForm, offered: readonly string[]): Promise<Account> {
  const chosen = sent.persona
    ? await accounts.persona(sent.persona)
    : sent.account && offered.includes(sent.account)
      ? await accounts.byId(sent.account)
      : await accounts.signIn(sent.loginId, sent.password);
  if (!chosen || !isActive(chosen)) throw new WrongLogin('no such account');
  return chosen;
}

/** The sentence for a form that opened nothing. Which of id and password was wrong is not said. */
function whatToMend({ persona, account, loginId, password }: LoginForm): TextKey {
  if (persona || account) return 'login.unknownPerson';
  if (!loginId.trim()) return 'login.idMissing';
  return password ? 'login.wrong' : 'login.passwordMissing';
}

async function draw(house: House, ctx: Context, current: Due, draft: LoginDraft): Promise<void> {
  const { client, interaction } = current;
  const hint = typeof interaction.params.login_hint === 'string' ? interaction.params.login_hint : '';
  const request = consentRequestOf(interaction.params);
  const channels = await house.consent.offeredChannels(client.app, request);
  await drawLogin(house, ctx, { app: client.app, channels, request, hint, offered: offeredAccounts(ctx, current) }, draft);
}

/** For the account chooser: who is signed in, and whom this browser saved. */
function offeredAccounts(ctx: Context, { interaction }: Due): string[] {
  if (interaction.prompt.name !== 'select_account') return [];
  return [...new Set([...(interaction.session ? [interaction.session.accountId] : []), ...savedAccounts(ctx)])];
}

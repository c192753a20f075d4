/** The login page: an account's own credentials, one click on a persona, or an account that this browser saved. */
import type { Context } from 'koa';
import type { Provider } from 'oidc-provider';
import { z } from 'zod';
import { type Account, WrongLogin } from '../accounts/index.ts';
import { inEra } from '../apps/index.ts';
import type { House } from '../house.ts';
import { form } from '../web/forms.ts';
import { reading } from '../web/language.ts';
import { screen } from '../web/screens.ts';
import type { TextKey } from '../web/text/index.ts';
import { appCard, loginOf, personaCard, pictureOf } from './cards.ts';
import { consentRequestOf } from './dialect/authorize-params.ts';
import { type Due, due, signIn } from './interaction.ts';
import type { LoginScreen } from './models.ts';
import { rememberAccount, savedAccounts } from './saved.ts';

const loginPage = screen<LoginScreen>('oauth/login');

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
      const account = await whoSignsIn(house, sent, offeredAccounts(ctx, current));
      await signIn(house, provider, ctx, current, account.id, keep);
      if (keep) rememberAccount(ctx, account.id);
    } catch (error) {
      if (!(error instanceof WrongLogin)) throw error;
      await draw(house, ctx, current, { loginId: sent.loginId, saveSignedIn: keep, error: whatToMend(sent) });
    }
  };
}

/** The account that a form opens. Throws WrongLogin. */
async function whoSignsIn({ accounts }: House, sent: LoginForm, offered: readonly string[]): Promise<Account> {
  const chosen = sent.persona
    ? await accounts.persona(sent.persona)
    : sent.account && offered.includes(sent.account)
      ? await accounts.byId(sent.account)
      : await accounts.signIn(sent.loginId, sent.password);
  if (!chosen) throw new WrongLogin('no such account');
  return chosen;
}

/** The sentence for a form that opened nothing. Which of id and password was wrong is not said. */
function whatToMend({ persona, account, loginId, password }: LoginForm): TextKey {
  if (persona || account) return 'login.unknownPerson';
  if (!loginId.trim()) return 'login.idMissing';
  return password ? 'login.wrong' : 'login.passwordMissing';
}

interface Draft {
  /** What was typed, or null when nothing was yet. */
  loginId: string | null;
  saveSignedIn: boolean;
  error: TextKey | null;
}

async function draw(house: House, ctx: Context, current: Due, draft: Draft): Promise<void> {
  const {
    client: { app },
    interaction,
  } = current;
  const { t, language } = reading(ctx);
  const hint = typeof interaction.params.login_hint === 'string' ? interaction.params.login_hint : '';
  const hinted = hint ? await house.accounts.byLogin(hint) : undefined;
  const personas = (await house.accounts.personas()).map((account) => personaCard(account, language, account.id === hinted?.id));
  const channels = await house.consent.offeredChannels(app, consentRequestOf(interaction.params));
  const channel = channels.map(({ name }) => name).join(', ');
  const model: LoginScreen = {
    action: ctx.path,
    app: appCard(app),
    channel: channel ? t(`login.${inEra(app, 'channelWord')}`, { channel }) : null,
    loginId: draft.loginId ?? hint,
    saveSignedIn: draft.saveSignedIn,
    error: draft.error && t(draft.error),
    saved: await accountCards(house, offeredAccounts(ctx, current)),
    personas: [...personas.filter((card) => card.hinted), ...personas.filter((card) => !card.hinted)],
  };
  await loginPage(ctx, model, draft.error ? 401 : 200);
}

/** For the account chooser: who is signed in, and whom this browser saved. */
function offeredAccounts(ctx: Context, { interaction }: Due): string[] {
  if (interaction.prompt.name !== 'select_account') return [];
  return [...new Set([...(interaction.session ? [interaction.session.accountId] : []), ...savedAccounts(ctx)])];
}

async function accountCards({ accounts }: House, ids: readonly string[]): Promise<LoginScreen['saved']> {
  const found = await Promise.all(ids.map((id) => accounts.byId(id)));
  return found
    .filter((account) => account !== undefined)
    .map((account) => ({ id: account.id, nickname: account.nickname, image: pictureOf(account), login: loginOf(account) }));
}

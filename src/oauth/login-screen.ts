/** The login page as it is drawn: the app, the people of the simulator, the accounts to choose from, and what was typed. */
import type { Context } from 'koa';
import { isActive } from '../accounts/index.ts';
import { type App, inEra } from '../apps/index.ts';
import type { ConsentRequest } from '../consent/index.ts';
import type { House } from '../house.ts';
import { foreseenUser } from '../profile/index.ts';
import { reading } from '../web/language.ts';
import { screen } from '../web/screens.ts';
import { thisPageWith } from '../web/this-page.ts';
import type { TextKey } from '../web/text/index.ts';
import { appCard, loginOf, personaCard, pictureOf } from './cards.ts';
import type { LoginScreen } from './models.ts';

const loginPage = screen<LoginScreen>('oauth/login');

/** Names the persona whose user/me is shown: of each one it would be most of the page. */
const OPENED = 'user';

/** What the page is about. */
export interface LoginSubject {
  app: App;
  /** The channels that will be offered after the login. */
  channels: readonly { name: string }[];
  /** What will be asked after the login. */
  request: ConsentRequest;
  /** `login_hint`, or ''. */
  hint: string;
  /** Accounts to choose from; none for the plain form. */
  offered: readonly string[];
  /** Where 회원가입 leads, if not to the next page of this login. */
  signup?: string;
}

export interface LoginDraft {
  /** What was typed, or null when nothing was yet. */
  loginId: string | null;
  saveSignedIn: boolean;
  error: TextKey | null;
}

/** 401 where something is to mend. */
export async function drawLogin(
  house: House,
  ctx: Context,
  { app, channels, request, hint, offered, signup }: LoginSubject,
  draft: LoginDraft,
): Promise<void> {
  const { t, language } = reading(ctx);
  const hinted = hint ? await house.accounts.byLogin(hint) : undefined;
  const people = await house.accounts.personas();
  const opened = people.find(({ key }) => key === ctx.query[OPENED]);
  const user = opened && (await foreseenUser(house, app, opened, request));
  const link = thisPageWith(ctx, OPENED, '');
  const personas = people.map((account) =>
    personaCard(account, language, {
      hinted: account.id === hinted?.id,
      link: `${link}${account.key}#persona-${account.key}`,
      user: account === opened ? user : undefined,
    }),
  );
  const channel = channels.map(({ name }) => name).join(', ');
  const model: LoginScreen = {
    action: ctx.path,
    signup: signup ?? `${ctx.path}/signup`,
    app: appCard(app),
    channel: channel ? t(`login.${inEra(app, 'channelWord')}`, { channel }) : null,
    loginId: draft.loginId ?? hint,
    saveSignedIn: draft.saveSignedIn,
    error: draft.error && t(draft.error),
    saved: await accountCards(house, offered),
    personas: [...personas.filter((card) => card.hinted), ...personas.filter((card) => !card.hinted)],
  };
  await loginPage(ctx, model, draft.error ? 401 : 200);
}

async function accountCards({ accounts }: House, ids: readonly string[]): Promise<LoginScreen['saved']> {
  const found = await Promise.all(ids.map((id) => accounts.byId(id)));
  return found
    .filter((account) => account !== undefined)
    .filter(isActive)
    .map((account) => ({ id: account.id, nickname: account.nickname, image: pictureOf(account), login: loginOf(account) }));
}

/** One person on the way from the authorize request to the code: which page is due, and how the person goes on. */
import type { Context } from 'koa';
import type { Provider } from 'oidc-provider';
import type { Client } from '../apps/index.ts';
import type { House } from '../house.ts';
import { tell } from '../web/tell.ts';
import { errors } from './oidc/index.ts';
import { checkNotSuspended } from './dialect/client-key.ts';
import { goOn } from './go-on.ts';
import { InteractionLost } from './interaction-lost.ts';
import { rememberAccount } from './saved.ts';
import { checkMayLogIn } from './test-app.ts';

/** Which page answers which prompt of the policy. */
export const PAGES: Readonly<Record<string, string>> = {
  create: '/oauth/signup',
  select_account: '/oauth/login',
  login: '/oauth/login',
  consent: '/oauth/consent',
};

export type Interaction = Awaited<ReturnType<Provider['interactionDetails']>>;

export interface Due {
  interaction: Interaction;
  client: Client;
}

/** The interaction of this browser, if this is the page that is due, or a path `below` it. Throws InteractionLost, KOE125. */
export async function due({ apps }: House, provider: Provider, ctx: Context, below = ''): Promise<Due> {
  const interaction = await provider.interactionDetails(ctx.req, ctx.res).catch(lost);
  if (!interaction || ctx.path !== `${PAGES[interaction.prompt.name]}/${interaction.uid}${below}`)
    throw new InteractionLost('no interaction is due here');
  const client = await apps.byKey(String(interaction.params.client_id));
  if (!client) throw new InteractionLost('the app is gone');
  ctx.state.clientId = client.key.key;
  checkNotSuspended(client.app);
  return { interaction, client };
}

/** What else goes wrong, like a database that is away, is not the person's to hear of as a login that is over. */
function lost(error: unknown): undefined {
  if (!(error instanceof errors.SessionNotFound)) throw error;
}

/**
 * Signs a person in who may log in to the app; throws KOE005 for others, and nobody is signed in. Another person's session ends first. (Left to itself, the provider would ask a person who changes
 * accounts to confirm a logout, on a page that needs JavaScript.) The same person's goes on, and so do their other tabs.
 */
export async function signIn(
  house: House,
  provider: Provider,
  ctx: Context,
  { interaction, client }: Due,
  accountId: string,
  remember: boolean,
): Promise<void> {
  await checkMayLogIn(house, client.app, accountId);
  tell(ctx, { accountId });
  const session = await provider.Session.get(ctx);
  if (session.accountId && session.accountId !== accountId) await endSession(provider, ctx, interaction, session);
  else if (session.transient && remember) {
    delete session.transient;
    await session.persist();
  }
  if (remember) rememberAccount(ctx, accountId);
  await goOn(house, provider, ctx, interaction, { [interaction.prompt.name]: {}, login: { accountId, remember } });
}

type Session = Awaited<ReturnType<Provider['Session']['get']>>;

async function endSession(provider: Provider, ctx: Context, interaction: Interaction, session: Session): Promise<void> {
  await closeSession(provider, ctx, session);
  if (interaction.session) {
    delete (interaction.session as { uid?: string }).uid;
    await interaction.persist();
  }
}

/** Ends a session and takes its cookie back. What was issued in it stays. */
export async function closeSession(provider: Provider, ctx: Context, session: Session): Promise<void> {
  await session.destroy();
  ctx.cookies.set(provider.cookieName('session'), null, { signed: true });
}

/** Whether the person who is signed in now is still the one that the page was drawn for. Throws InteractionLost. */
export async function checkSamePerson(provider: Provider, ctx: Context, { session }: Interaction): Promise<string> {
  const current = await provider.Session.get(ctx);
  if (!session || current.accountId !== session.accountId || current.uid !== session.uid) {
    throw new InteractionLost('somebody else signed in meanwhile');
  }
  return session.accountId;
}

/**
 * `/oauth/logout` (카카오계정과 함께 로그아웃): the person chooses how far the logout goes, then returns to the service.
 * Tokens live on: the service ends its own. Source: kakao-api 1.16.
 */
import type { Context } from 'koa';
import type { Provider } from 'oidc-provider';
import { z } from 'zod';
import type { Account } from '../accounts/index.ts';
import type { App, Client } from '../apps/index.ts';
import type { House } from '../house.ts';
import { form } from '../web/forms.ts';
import { screen } from '../web/screens.ts';
import { meetFault } from './asked-for.ts';
import { appCard, loginOf, pictureOf } from './cards.ts';
import { single } from './dialect/authorize-request.ts';
import { clientOf } from './dialect/client-key.ts';
import { toPartner } from './dialect/redirects.ts';
import { closeSession } from './interaction.ts';
import { Koe } from './koe.ts';
import type { LogoutScreen } from './models.ts';

const logoutPage = screen<LogoutScreen>('oauth/logout');

const logoutForm = z.object({ from: z.enum(['service', 'account']) });

interface LogoutRequest extends Client {
  uri: string;
  state: string | undefined;
}

/** `GET /oauth/logout`: the choice, or straight back where nobody is signed in. Throws KOE207, KOE007, and what clientOf throws. */
export function showLogout(house: House, provider: Provider) {
  return async (ctx: Context): Promise<void> => {
    const request = await logoutRequest(house, ctx);
    const { accountId } = await provider.Session.get(ctx);
    await meetFault(house, ctx, '/oauth/logout', ctx.query, { appId: request.app.id, accountId });
    const account = accountId ? await house.accounts.byId(accountId) : undefined;
    if (!account) return goBack(ctx, request);
    await drawLogout(ctx, request.app, account);
  };
}

export function drawLogout(ctx: Context, app: App, account: Account): Promise<void> {
  return logoutPage(ctx, {
    action: ctx.path + ctx.search,
    app: appCard(app),
    account: { nickname: account.nickname, image: pictureOf(account), login: loginOf(account) },
  });
}

/** `POST /oauth/logout`, with the same query: back to the service, with the account's session ended or left as it is. */
export function submitLogout(house: House, provider: Provider) {
  return async (ctx: Context): Promise<void> => {
    const request = await logoutRequest(house, ctx);
    if (form(ctx, logoutForm).from === 'account') await closeSession(provider, ctx, await provider.Session.get(ctx));
    goBack(ctx, request);
  };
}

/** The URI is compared as text with those registered under the key that was used. */
async function logoutRequest(house: House, ctx: Context): Promise<LogoutRequest> {
  const params = single<'/oauth/logout'>(ctx.query);
  const client = await clientOf(house, params);
  const { logout_redirect_uri: uri, state } = params;
  if (!uri) throw new Koe('KOE207', { parameter: 'logout_redirect_uri' });
  const { logoutRedirectUris } = client.key;
  if (!logoutRedirectUris.includes(uri)) throw new Koe('KOE007', { got: uri, registeredLogout: logoutRedirectUris });
  return { ...client, uri, state };
}

function goBack(ctx: Context, { uri, state }: LogoutRequest): void {
  toPartner(ctx, uri, state ? { state } : {});
}

/**
 * An authorize request in Kakao's dialect, checked as Kakao checks it and handed on as the provider understands it.
 * What is wrong with configuration or request is an error page and never a redirect. Source: kakao-api 1.1, 1.2, 1.5.
 */
import type { Context } from 'koa';
import type { App, Client } from '../../apps/index.ts';
import type { House } from '../../house.ts';
import { SCOPE } from '../grant.ts';
import { Koe } from '../koe.ts';
import { words } from './authorize-params.ts';
import { clientOf } from './client-key.ts';
import type { Asked, Sent } from './parameters.ts';
import { KAKAO_MODE } from './redirects.ts';

type Params = Sent<'/oauth/authorize'>;

/** Prompts of Kakao's. Others are ignored; `cert` (SDK only) is a login. */
const PROMPTS = new Map([
  ['none', 'none'],
  ['login', 'login'],
  ['create', 'create'],
  ['select_account', 'select_account'],
  ['cert', 'login'],
]);

/** The query for the provider. Throws Koe for what Kakao shows as an error page. */
export async function authorizeQuery(house: House, ctx: Context): Promise<URLSearchParams> {
  const params = single<'/oauth/authorize'>(ctx.query);
  const client = await clientOf(house, params);
  checkResponseType(params);
  checkLoginIsOn(client);
  checkRedirectUri(client, params);
  await checkScope(house, client.app, params);
  await checkChannels(house, client.app, params);
  return translated(client.app, params);
}

/** Each parameter once. Throws KOE001. RFC 6749 3.1: parameters must not be included more than once. */
export function single<Endpoint extends Asked>(query: Context['query']): Sent<Endpoint> {
  for (const [name, value] of Object.entries(query)) {
    if (Array.isArray(value)) throw new Koe('KOE001', { parameter: name, expected: 'once', got: `${value.length} times` });
  }
  return query as Sent<Endpoint>;
}

function checkResponseType({ response_type: got }: Params): void {
  if (!got) throw new Koe('KOE207', { parameter: 'response_type' });
  if (got.split(' ').includes('token')) throw new Koe('KOE202', { got });
  if (got !== 'code') throw new Koe('KOE201', { got });
}

/** 사용자 관리 (카카오 로그인 사용 설정) must be ON. */
function checkLoginIsOn({ app }: Client): void {
  if (!app.loginOn) throw new Koe('KOE004', { app: `${app.name} (${app.id})` });
}

/** Compared as text with those registered under the key that was used. */
function checkRedirectUri({ key }: Client, { redirect_uri: got }: Params): void {
  if (!got) throw new Koe('KOE207', { parameter: 'redirect_uri' });
  if (!key.redirectUris.includes(got)) throw new Koe('KOE006', { got, registered: key.redirectUris });
}

/** Every named item must be configured; `openid` needs OpenID Connect ON. */
async function checkScope({ sync }: House, app: App, { scope }: Params): Promise<void> {
  const usable = (await sync.usableItems(app)).map(({ id }) => id);
  const known = app.openidConnectOn ? [...usable, 'openid'] : usable;
  const items = words(scope).filter((id) => !known.includes(id));
  const awaiting = items.filter((id) => app.items.some((item) => item.id === id));
  if (items.length > 0) throw new Koe('KOE205', { items, configured: known, ...(awaiting.length > 0 && { awaiting }) });
}

/** Every named channel must be linked to the app. Source: kakao-api 5.7. */
async function checkChannels({ sync }: House, app: App, params: Params): Promise<void> {
  const connected = (await sync.connectedChannels(app.id)).map(({ id }) => id);
  const got = words(channelsIn(params)).filter((id) => !connected.includes(id));
  if (got.length > 0) throw new Koe('KOE102', { got, connected });
}

/** The legacy JavaScript SDK has a name of its own for it. */
function channelsIn(params: Params): string | undefined {
  return params.channel_public_id ?? params['extra.plus_friend_public_id'];
}

function translated(app: App, params: Params): URLSearchParams {
  const oidc = app.openidConnectOn;
  const query: Record<string, string | undefined> = {
    client_id: params.client_id,
    redirect_uri: params.redirect_uri,
    response_type: 'code',
    response_mode: KAKAO_MODE,
    scope: oidc ? `openid ${SCOPE}` : SCOPE,
    state: params.state,
    // The provider refuses a nonce without openid; Kakao ignores it.
    nonce: oidc ? params.nonce : undefined,
    prompt: promptOf(params),
    login_hint: params.login_hint,
    code_challenge: params.code_challenge,
    code_challenge_method: params.code_challenge_method,
    kakao_scope: params.scope,
    service_terms: sentEvenIfEmpty(params.service_terms ?? params['extra.service_terms']),
    channel_public_id: channelsIn(params),
    auth_tran_id: params.auth_tran_id,
  };
  return new URLSearchParams(Object.entries(query).filter((entry): entry is [string, string] => Boolean(entry[1])));
}

/** An empty `service_terms` names no term, which is not the same as leaving it out: a lone comma survives as an empty list. */
function sentEvenIfEmpty(list: string | undefined): string | undefined {
  return list === '' ? ',' : list;
}

/** `none` stands alone: with others beside it no page may be shown either. `auth_type=reauthenticate` is the old `prompt=login`. */
function promptOf({ prompt, auth_type: authType }: Params): string | undefined {
  const asked = words(prompt).flatMap((word) => PROMPTS.get(word) ?? []);
  if (authType === 'reauthenticate') asked.push('login');
  return asked.includes('none') ? 'none' : [...new Set(asked)].join(' ');
}

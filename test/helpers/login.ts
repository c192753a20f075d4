/** The whole way of a partner in a few calls: authorize, sign in, agree, redeem the code, call an API. */
import supertest from 'supertest';
import { CALLBACK, type World } from './house.ts';
import { type Box, boxesOf, type Page, type Visitor } from './visitor.ts';

export interface Journey {
  /** Id of the app. */
  app: string;
  /** Key of the persona. */
  as: string;
  /** Which boxes to tick: all, only what is required, or by choice. */
  agree?: 'all' | 'required' | ((box: Box) => boolean);
  /** More authorize parameters. */
  params?: Record<string, string>;
  visitor?: Visitor;
}

/** From the authorize request to the partner's callback. */
export async function goThrough(world: World, { app, as, agree = 'all', params = {}, visitor = world.visitor() }: Journey): Promise<Page> {
  let page = await visitor.authorize({ client_id: (await world.key(app)).key, redirect_uri: CALLBACK, ...params });
  if (page.url.pathname.startsWith('/oauth/login/')) page = await visitor.submit(page, { persona: as });
  if (page.url.pathname.startsWith('/oauth/consent/')) page = await visitor.submit(page, agreement(page, agree));
  return page;
}

/** The form of a consent screen with these boxes ticked. */
export function agreement(page: Page, agree: NonNullable<Journey['agree']>): [string, string][] {
  const ticked = boxesOf(page).filter(agree === 'all' ? () => true : agree === 'required' ? ({ required }) => required : agree);
  return [['decision', 'agree'], ...ticked.map(({ name, value }): [string, string] => [name, value])];
}

/** The token endpoint's answer. Fields given as undefined are left out. */
export async function token(world: World, fields: Record<string, string | undefined>) {
  const sent = Object.entries(fields).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return supertest(world.url).post('/oauth/token').type('form').send(new URLSearchParams(sent).toString());
}

export interface Tokens {
  access_token: string;
  refresh_token: string;
  id_token?: string;
  expires_in: number;
  refresh_token_expires_in: number;
  scope?: string;
  token_type: string;
}

/** Redeems a code as the app would. */
export async function redeem(world: World, app: string, code: string): Promise<Tokens> {
  const { key, secret } = await world.key(app);
  const answer = await token(world, {
    grant_type: 'authorization_code',
    client_id: key,
    client_secret: secret.value,
    redirect_uri: CALLBACK,
    code,
  });
  if (answer.status !== 200) throw new Error(`no tokens: ${answer.status} ${answer.text}`);
  return answer.body as Tokens;
}

/** Signs a person up and resolves with the tokens. */
export async function signUp(world: World, journey: Journey): Promise<Tokens> {
  const { query, url, html } = await goThrough(world, journey);
  if (!query.code) throw new Error(`no code: ${url.href}\n${html.slice(0, 1000)}`);
  return redeem(world, journey.app, query.code);
}

/** A GET of kapi with a token. */
export function api(world: World, path: string, accessToken: string) {
  return supertest(world.url).get(path).set('Authorization', `Bearer ${accessToken}`);
}

/** What a person and a partner do, of either side: the same driver, another dialect. */
import { boxesOf, createBrowser, type Page, type Send } from '../../src/kit/browser.ts';
import { loginOf } from './world.ts';

/** Whom to ask. */
export interface Target {
  face: keyof typeof FACES;
  url: string;
  client: { client_id: string; client_secret: string; redirect_uri: string };
}

export interface Tokens {
  access_token: string;
  refresh_token: string;
}

interface Face {
  authorize: string;
  token: string;
  /** Who somebody is. */
  user: string;
  /** What a partner asks beyond that. */
  more: readonly string[];
  scope?: string;
  credentials: (login: string) => [string, string][];
  agreement: (page: Page) => [string, string][];
}

/** All that can be agreed to. */
function ticked({ html }: Page): [string, string][] {
  return boxesOf(html).map(({ name, value }) => [name, value]);
}

const bare = {
  authorize: '/auth',
  token: '/token',
  user: '/me',
  scope: 'openid profile email',
  credentials: (login: string): [string, string][] => [
    ['login', login],
    ['password', 'demo1234'],
  ],
};

const FACES = {
  ours: {
    authorize: '/oauth/authorize',
    token: '/oauth/token',
    user: '/v2/user/me',
    more: ['/v2/user/service_terms'],
    credentials: (login) => [
      ['decision', 'password'],
      ['loginId', login],
      ['password', 'demo1234'],
    ],
    agreement: (page) => [['decision', 'agree'], ...ticked(page)],
  },
  /** All the steps of a sign-up. */
  bare: {
    ...bare,
    more: ['/terms'],
    agreement: ticked,
  },
  /** Those that oidc-provider has by itself: no terms, and nobody is told. */
  least: { ...bare, more: [], agreement: () => [['agree', 'yes']] },
} as const satisfies Record<string, Face>;

/** One person signs up, and the partner asks all that it wants to know. Resolves with the person's id there, and the tokens. */
export async function signUp(send: Send, { face, url, client }: Target, person: number): Promise<{ user: string; tokens: Tokens }> {
  const { authorize, user, more, credentials, agreement, ...rest }: Face = FACES[face];
  const browser = createBrowser(
    send,
    (to) => to,
    (to) => to.href.startsWith(client.redirect_uri),
  );
  const query = new URLSearchParams({
    client_id: client.client_id,
    redirect_uri: client.redirect_uri,
    response_type: 'code',
    state: `state-${person}`,
    ...(rest.scope && { scope: rest.scope }),
  });
  const login = await browser.open(new URL(`${url}${authorize}?${query}`));
  const consent = await browser.submit(login, credentials(loginOf(person)));
  const back = await browser.submit(consent, agreement(consent));
  const code = back.url.searchParams.get('code');
  if (!code) throw new Error(`person ${person}: no code at ${back.url.href} (${back.status})`);
  const tokens = await token(send, { face, url, client }, { grant_type: 'authorization_code', code });
  const { id, sub } = await api(send, `${url}${user}`, tokens);
  for (const path of more) await api(send, url + path, tokens);
  return { user: String(id ?? sub), tokens };
}

/** Tokens by a code or by a refresh token. */
export async function token(send: Send, { face, url, client }: Target, fields: Record<string, string>): Promise<Tokens> {
  const answer = await send(url + FACES[face].token, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ ...client, ...fields }).toString(),
    redirect: 'manual',
  });
  return read(answer);
}

/** Who the owner of the tokens is. */
export function whoIs(send: Send, { face, url }: Target, tokens: Tokens): Promise<Record<string, unknown>> {
  return api(send, url + FACES[face].user, tokens);
}

async function api(send: Send, url: string, { access_token }: Tokens): Promise<Record<string, unknown>> {
  return read(await send(url, { method: 'GET', headers: { authorization: `Bearer ${access_token}` }, redirect: 'manual' }));
}

async function read<T>(answer: Awaited<ReturnType<Send>>): Promise<T> {
  const text = await answer.text();
  if (answer.status !== 200) throw new Error(`answered ${answer.status}: ${text}`);
  return JSON.parse(text) as T;
}

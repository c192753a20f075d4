/** A client's habits on the wire as a row: what it sends to authorize, to the token endpoint and to the user API, and what it reads. */
import assert from 'node:assert/strict';
import supertest from 'supertest';
import { APPS, CALLBACK, type World } from '../helpers/house.ts';
import type { Tokens } from '../helpers/login.ts';
import { walk } from './walk.ts';

/** A request, byte for byte as far as it matters. GET without a body. */
export interface Sent {
  method?: 'get' | 'post';
  /** With the query. */
  to: string;
  headers?: Record<string, string>;
  body?: string;
}

/** What a client knows when it sends. */
export interface Known {
  clientId: string;
  secret: string;
  redirectUri: string;
  /** The app's REST API key, which is `clientId` too unless the row is about an SDK. */
  restKey: string;
  code: string;
  token: string;
}

export interface Habit {
  client: string;
  app?: string;
  key?: 'rest' | 'javascript' | 'native';
  /** The query of authorize beside client_id, redirect_uri and response_type, encoded as the client does it. */
  authorize: string;
  /** A first try that the client expects to fail. */
  probe?: (known: Known) => Sent;
  token: (known: Known) => Sent;
  user: (known: Known) => Sent;
  /** The fields of the user API that the client reads, by their path. */
  reads: readonly (keyof typeof HAN)[];
}

/** What the ordinary persona says of herself once everything is agreed to. Paths that begin with `/` are below the simulator. */
export const HAN = {
  'kakao_account.email': 'han@example.com',
  'kakao_account.is_email_valid': true,
  'kakao_account.is_email_verified': true,
  'kakao_account.profile.nickname': '한가람',
  'kakao_account.profile.profile_image_url': '/assets/pictures/han-640.png',
  'kakao_account.profile.thumbnail_image_url': '/assets/pictures/han-110.png',
  'kakao_account.phone_number': '+82 10-0000-0001',
  'kakao_account.birthday': '0315',
  'kakao_account.age_range': '30~39',
  'properties.nickname': '한가람',
  'properties.profile_image': '/assets/pictures/han-640.png',
  'properties.thumbnail_image': '/assets/pictures/han-110.png',
};

export const FORM = 'application/x-www-form-urlencoded';
export const ME = '/v2/user/me';
export const encoded = (fields: Record<string, string>): string => new URLSearchParams(fields).toString();
export const bearer = (token: string): Record<string, string> => ({ Authorization: `Bearer ${token}` });

/** A token request with the fields in its body. */
export function posted(fields: Record<string, string>, headers: Record<string, string> = {}): Sent {
  return { method: 'post', to: '/oauth/token', headers: { 'Content-Type': FORM, ...headers }, body: encoded(fields) };
}

export function send(world: World, { method = 'get', to, headers = {}, body }: Sent) {
  const request = supertest(world.url)[method](to).set(headers);
  return body === undefined ? request : request.send(body);
}

/** Walks the login of a row as the ordinary persona and checks every answer. Returns what the client then knows. */
export async function logInBy(world: World, habit: Habit): Promise<{ known: Known; tokens: Tokens }> {
  const { app = APPS.demo, key: type = 'rest', authorize, probe, token, user, reads } = habit;
  const { keys } = await world.app(app);
  const key = keys.find((each) => each.type === type)!;
  const rest = keys.find((each) => each.type === 'rest')!;
  const redirectUri = type === 'native' ? key.redirectUris[0]! : CALLBACK;
  const query = `client_id=${key.key}&redirect_uri=${encodeURIComponent(redirectUri)}&response_type=code&${authorize}`;
  const { callback } = await walk(world, `${world.url}/oauth/authorize?${query}`, { as: 'han' });
  assert.equal(callback.searchParams.get('state'), new URLSearchParams(authorize).get('state'));

  const known = {
    clientId: key.key,
    secret: rest.secret.value,
    redirectUri,
    restKey: rest.key,
    code: callback.searchParams.get('code')!,
    token: '',
  };
  if (probe) {
    const { status, body } = await send(world, probe(known));
    assert.deepEqual(
      [status, body],
      [401, { error: 'invalid_client', error_description: 'Not exist client_id [null]', error_code: 'KOE101' }],
    );
  }
  const { status, body, headers, text } = await send(world, token(known));
  assert.equal(status, 200, text);
  assert.equal(headers['content-type'], 'application/json;charset=UTF-8');
  const tokens = body as Tokens;
  assert.equal(tokens.token_type, 'bearer');
  assert.ok(Number.isInteger(tokens.expires_in) && Number.isInteger(tokens.refresh_token_expires_in));
  known.token = tokens.access_token;

  const me = await send(world, user(known));
  assert.equal(me.status, 200, me.text);
  assert.equal(me.body.id, Number((await world.house.consent.link(app, '01-han'))?.number));
  for (const path of reads) {
    const expected = HAN[path];
    assert.equal(valueAt(me.body, path), typeof expected === 'string' && expected.startsWith('/') ? world.url + expected : expected, path);
  }
  return { known, tokens };
}

function valueAt(body: unknown, path: string): unknown {
  return path.split('.').reduce((value, name) => (value as Record<string, unknown> | undefined)?.[name], body);
}

/**
 * A token request in Kakao's dialect, checked as Kakao checks it and handed on as the provider understands it.
 * Only form fields authenticate a client; fields in the query are read too, as many hand-written apps send them there.
 * Source: kakao-api 1.6, 1.7, 1.8, 1.9.
 */
import { timingSafeEqual, createHash } from 'node:crypto';
import type { Context } from 'koa';
import rawBody from 'raw-body';
import { type Client, QuotaExceeded, tokenRequests } from '../../apps/index.ts';
import type { House } from '../../house.ts';
import { Koe } from '../koe.ts';
import { clientOf } from './client-key.ts';
import type { Asked, Sent } from './parameters.ts';
import { checkPlatform } from './platform.ts';
import { issuingKey } from './sister-keys.ts';

export type TokenFields = Sent<'/oauth/token'>;

const LIMIT = '56kb';
/** What goes on to the provider; platform proofs and the rest are not its business. */
const PASSED = ['grant_type', 'redirect_uri', 'code', 'code_verifier', 'refresh_token'] as const satisfies (keyof TokenFields)[];

/** A token request that is in order as far as Kakao looks before it looks for the code. */
export interface TokenRequest {
  client: Client;
  fields: TokenFields;
  /** For the provider: what it needs, and nothing that would confuse it. */
  forProvider: URLSearchParams;
}

/** Throws Koe. */
export async function checkTokenRequest(house: House, fields: TokenFields): Promise<TokenRequest> {
  // HTTP Basic is not read, so a client that relies on it has no client_id.
  const client = await clientOf(house, fields);
  await spendOne(house, client);
  checkSecret(client, fields);
  checkPlatform(client, fields);
  checkGrantType(fields);
  return { client, fields, forProvider: await translated(house, client, fields) };
}

/** Query and form body together, the body first. Fields that come twice are refused (RFC 6749 3.2). */
export async function readFields<Endpoint extends Asked>(ctx: Context): Promise<Sent<Endpoint>> {
  const body = ctx.is('urlencoded') ? await rawBody(ctx.req, { limit: LIMIT, encoding: 'utf8' }).catch(() => null) : '';
  if (body === null) throw new Koe('KOE001', { expected: `a form body of at most ${LIMIT}` });
  const inBody = once(new URLSearchParams(body));
  const fields = { ...once(new URLSearchParams(ctx.querystring)), ...inBody };
  ctx.state.clientId = fields.client_id;
  return fields as Sent<Endpoint>;
}

function once(params: URLSearchParams): Partial<Record<string, string>> {
  for (const name of params.keys()) {
    if (params.getAll(name).length > 1) throw new Koe('KOE001', { parameter: name, expected: 'once' });
  }
  return Object.fromEntries([...params].filter(([, value]) => value !== ''));
}

/** Whatever comes of it, a request under a key counts. Throws KOE237. */
async function spendOne({ apps }: House, { app, key }: Client): Promise<void> {
  const perMinute = app.switches.tokenRequestsPerMinute;
  await apps.spend(app, tokenRequests(key), perMinute).catch((error: unknown) => {
    throw error instanceof QuotaExceeded ? new Koe('KOE237', { perMinute }) : error;
  });
}

/** With the client secret ON it must fit; with it OFF whatever is sent is ignored. */
function checkSecret({ key: { secret } }: Client, { client_secret: sent }: TokenFields): void {
  if (secret.on && !sameText(sent ?? '', secret.value)) throw new Koe('KOE010', { sent: sent !== undefined });
}

function sameText(a: string, b: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(a), digest(b));
}

function checkGrantType({ grant_type: got, code, refresh_token: refreshToken }: TokenFields): void {
  if (got !== 'authorization_code' && got !== 'refresh_token') throw new Koe('KOE310', { got });
  if (got === 'refresh_token' && !refreshToken) throw new Koe('KOE319');
  if (got === 'authorization_code' && !code) throw new Koe('KOE207', { parameter: 'code' });
}

async function translated(house: House, client: Client, fields: TokenFields): Promise<URLSearchParams> {
  const key = await issuingKey(house, client, fields);
  const passed = new URLSearchParams({ client_id: key.key });
  for (const name of PASSED) if (fields[name] !== undefined) passed.set(name, fields[name]);
  if (key.secret.on) passed.set('client_secret', key.secret.value);
  if (fields.grant_type === 'authorization_code' && !fields.redirect_uri) {
    const known = await codeOf(house, fields);
    if (known?.redirectUri) passed.set('redirect_uri', known.redirectUri);
  }
  return passed;
}

/** What is known of a code that was issued, used or too old as it may be. */
export interface IssuedCode {
  redirectUri: string | undefined;
  expired: boolean;
}

/**
 * Kakao's page says redirect_uri is required here; two client libraries leave it out and work, so it is compared only
 * where it is sent (see Departures).
 */
export async function codeOf({ store, clock }: House, { code }: TokenFields): Promise<IssuedCode | undefined> {
  const row = code === undefined ? undefined : await store.get('artifacts', `AuthorizationCode:${code}`);
  if (!row) return undefined;
  const { redirectUri } = row.payload;
  return { redirectUri: typeof redirectUri === 'string' ? redirectUri : undefined, expired: row.expiresAt <= clock.now() };
}

/** Finds out who is asked about, from the key that the request carries. Source: kakao-api 2.0, 2.17. */
import type { Context } from 'koa';
import { z } from 'zod';
import { isActive } from '../accounts/index.ts';
import { admit, type App, type IncomingCall } from '../apps/index.ts';
import { UserNotLinked } from '../consent/index.ts';
import type { House } from '../house.ts';
import { InputRefused } from '../web/forms.ts';
import type { Api, Asked, Caller, UserApi } from './call.ts';
import { AccountGone, AdminKeyUnknown, NoAuthenticationKey, TokenTooLong } from './failures.ts';
import { parameters, userNumber } from './parameters.ts';

/** Kakao's limit is not known. Its tokens have 50 to 90 characters; what people send by mistake (ID tokens, session cookies) has more than this. */
const LONGEST_TOKEN = 256;

/**
 * The caller, proved by one of the forms that the API takes, and let in. A key in the header wins over one in the query.
 * Throws NoAuthenticationKey, TokenTooLong, TokenUnknown, TokenExpired, KeyDeactivated, AdminKeyUnknown, AppSuspended,
 * IpMismatched, ApiNotAllowed, UnderAge, InputRefused, UserNotLinked, AccountGone.
 */
export async function callerOf(ctx: Context, asked: Asked, api: UserApi): Promise<Caller> {
  const header = keyInHeader(ctx);
  const call = incoming(ctx, api);
  if (header?.scheme === 'kakaoak' && api.forms.includes('admin')) return byAdminKey(asked, header.key, call);
  if (header?.scheme === 'bearer') return byToken(asked.house, header.key, call);
  if (api.forms.includes('query')) return byToken(asked.house, tokenInQuery(ctx), call);
  throw new NoAuthenticationKey();
}

/** The app, proved by its admin key alone, and let in. Throws NoAuthenticationKey, AdminKeyUnknown, AppSuspended, IpMismatched, ApiNotAllowed. */
export async function appOf(ctx: Context, house: House, api: Api): Promise<App> {
  const header = keyInHeader(ctx);
  if (header?.scheme !== 'kakaoak') throw new NoAuthenticationKey();
  return appWith(house, header.key, incoming(ctx, api));
}

/** The scheme in lower case: it is case-insensitive, and clients echo the `bearer` of the token response. */
export function keyInHeader(ctx: Context): { scheme: string; key: string } | undefined {
  const [, scheme, key] = /^(\S+)\s+(\S.*)$/.exec(ctx.get('authorization').trim()) ?? [];
  return scheme && key ? { scheme: scheme.toLowerCase(), key } : undefined;
}

type Arrived = Omit<IncomingCall, 'by'>;

/** The address is the one of the connection: what a proxy says in a header, anybody can say. */
function incoming({ ip }: Context, { path }: Api): Arrived {
  return { api: path, ip: ip.replace(/^::ffff:(?=\d+\.)/, '') };
}

function tokenInQuery(ctx: Context): string {
  const { access_token: token } = ctx.query;
  if (Array.isArray(token)) throw new InputRefused('access_token', 'expected one token');
  if (!token) throw new NoAuthenticationKey();
  return token;
}

/** The admin key is not stopped by the person's age: the service has to be able to unlink them. */
async function byToken(house: House, token: string, call: Arrived): Promise<Caller> {
  if (token.length > LONGEST_TOKEN) throw new TokenTooLong(token.length);
  const bearer = await house.consent.authenticate(token);
  admit(bearer.app, { ...call, by: { tokenOf: bearer.key.type } });
  const account = await accountOf(house, bearer.link);
  await house.consent.checkAge(bearer.app, account);
  return { app: bearer.app, link: bearer.link, account, bearer };
}

const target = z.object({ target_id_type: z.literal('user_id', 'expected user_id'), target_id: userNumber });

async function byAdminKey({ house, sent }: Asked, key: string, call: Arrived): Promise<Caller> {
  const app = await appWith(house, key, call);
  const { target_id: number } = parameters(sent, target);
  const link = await house.consent.byNumber(app.id, number);
  if (!link) throw new UserNotLinked(app.id, number);
  return { app, link, account: await accountOf(house, link), bearer: null };
}

async function appWith(house: House, adminKey: string, call: Arrived): Promise<App> {
  const app = await house.apps.byAdminKey(adminKey);
  if (!app) throw new AdminKeyUnknown();
  admit(app, { ...call, by: { adminKey } });
  return app;
}

async function accountOf(house: House, { accountId }: Caller['link']): Promise<Caller['account']> {
  const account = await house.accounts.byId(accountId);
  if (!account || !isActive(account)) throw new AccountGone(accountId);
  return account;
}

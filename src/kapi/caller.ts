/** Finds out who is asked about, from the key that the request carries. Source: kakao-api 2.0, 2.17. */
import type { Context } from 'koa';
import { z } from 'zod';
import type { App } from '../apps/index.ts';
import { UserNotLinked } from '../consent/index.ts';
import type { House } from '../house.ts';
import { InputRefused } from '../web/forms.ts';
import type { Call, Caller, Form } from './call.ts';
import { AccountGone, AdminKeyUnknown, NoAuthenticationKey, TokenTooLong } from './failures.ts';
import { parameters, userNumber } from './parameters.ts';

/** Kakao's limit is not known. Its tokens have 50 to 90 characters; what people send by mistake (ID tokens, session cookies) has more than this. */
const LONGEST_TOKEN = 256;

/**
 * The caller, proved by one of the forms that the API takes. A key in the header wins over one in the query.
 * Throws NoAuthenticationKey, TokenTooLong, TokenUnknown, TokenExpired, AdminKeyUnknown, InputRefused, UserNotLinked, AccountGone.
 */
export async function callerOf(ctx: Context, house: House, sent: Call['sent'], forms: readonly Form[]): Promise<Caller> {
  const header = keyInHeader(ctx);
  if (header?.scheme === 'kakaoak' && forms.includes('admin')) return byAdminKey(house, header.key, sent);
  if (header?.scheme === 'bearer') return byToken(house, header.key);
  if (forms.includes('query')) return byToken(house, tokenInQuery(ctx));
  throw new NoAuthenticationKey();
}

/** The app, proved by its admin key alone. Throws NoAuthenticationKey, AdminKeyUnknown. */
export async function appOf(ctx: Context, house: House): Promise<App> {
  const header = keyInHeader(ctx);
  if (header?.scheme !== 'kakaoak') throw new NoAuthenticationKey();
  return appWith(house, header.key);
}

/** The scheme in lower case: it is case-insensitive, and clients echo the `bearer` of the token response. */
export function keyInHeader(ctx: Context): { scheme: string; key: string } | undefined {
  const [, scheme, key] = /^(\S+)\s+(\S.*)$/.exec(ctx.get('authorization').trim()) ?? [];
  return scheme && key ? { scheme: scheme.toLowerCase(), key } : undefined;
}

function tokenInQuery(ctx: Context): string {
  const { access_token: token } = ctx.query;
  if (Array.isArray(token)) throw new InputRefused('access_token', 'expected one token');
  if (!token) throw new NoAuthenticationKey();
  return token;
}

async function byToken(house: House, token: string): Promise<Caller> {
  if (token.length > LONGEST_TOKEN) throw new TokenTooLong(token.length);
  const bearer = await house.consent.authenticate(token);
  return { app: bearer.app, link: bearer.link, account: await accountOf(house, bearer.link), bearer };
}

async function byAdminKey(house: House, key: string, sent: Call['sent']): Promise<Caller> {
  const app = await appWith(house, key);
  const { target_id: number } = parameters(sent, {
    target_id_type: z.literal('user_id', 'expected user_id'),
    target_id: userNumber,
  });
  const link = await house.consent.byNumber(app.id, number);
  if (!link) throw new UserNotLinked(app.id, number);
  return { app, link, account: await accountOf(house, link), bearer: null };
}

async function appWith(house: House, adminKey: string): Promise<App> {
  const app = await house.apps.byAdminKey(adminKey);
  if (!app) throw new AdminKeyUnknown();
  return app;
}

async function accountOf(house: House, { accountId }: Caller['link']): Promise<Caller['account']> {
  const account = await house.accounts.byId(accountId);
  if (!account) throw new AccountGone(accountId);
  return account;
}

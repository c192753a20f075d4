/** kapi: the user, terms and channel APIs, by path, methods and the ways in which a request may prove itself. */
import Router from '@koa/router';
import compose from 'koa-compose';
import type { Context, Middleware } from 'koa';
import { type App, callsPerMinute, inEra } from '../apps/index.ts';
import { UserPreregistered } from '../consent/index.ts';
import type { House } from '../house.ts';
import { reading } from '../web/language.ts';
import { appUsers } from './app-users.ts';
import { meetFault } from './asked-for.ts';
import type { Api, Asked, Form } from './call.ts';
import { appOf, callerOf } from './caller.ts';
import { channels } from './channels.ts';
import { checkAccessToken } from './check-access-token.ts';
import { ApiDiscontinued, ApiUnknown, MethodRefused } from './failures.ts';
import { legacyTerms } from './legacy-terms.ts';
import { logout } from './logout.ts';
import { sentBy } from './parameters.ts';
import { plusFriends } from './plus-friends.ts';
import { revokeScopes } from './revoke-scopes.ts';
import { revokeTerms } from './revoke-terms.ts';
import { scopes } from './scopes.ts';
import { serviceTerms } from './service-terms.ts';
import { shippingAddress } from './shipping-address.ts';
import { signup } from './signup.ts';
import { tokenInfo } from './token-info.ts';
import { unlink } from './unlink.ts';
import { updateProfile } from './update-profile.ts';
import { upgradeTerms } from './upgrade-terms.ts';
import { userIds } from './user-ids.ts';
import { userInfo } from './user-info.ts';
import { userMe } from './user-me.ts';
import { failures, type Report, write } from './wire.ts';

const both: readonly Form[] = ['token', 'admin'];
/** Who is not registered yet is asked for their number, registered, logged out or turned away; other APIs are for users. */
const preregistered = true;

// prettier-ignore
export const served: readonly Api[] = [
  // `query` is for passport-kakao and its family, who know no other way. See clients.md 1.
  { path: '/v2/user/me',                    methods: ['GET', 'POST'], forms: [...both, 'query'], preregistered, ...userMe },
  { path: '/v1/oidc/userinfo',              methods: ['GET'],         forms: ['token'],          ...userInfo },
  { path: '/v1/user/access_token_info',     methods: ['GET'],         forms: ['token'],          preregistered, ...tokenInfo },
  { path: '/v1/user/check_access_token',    methods: ['GET'],         forms: ['token'],          preregistered, ...checkAccessToken },
  { path: '/v1/user/signup',                methods: ['POST'],        forms: ['token'],          preregistered, ...signup },
  { path: '/v1/user/logout',                methods: ['POST'],        forms: both,               preregistered, ...logout },
  { path: '/v1/user/unlink',                methods: ['POST'],        forms: both,               preregistered, ...unlink },
  { path: '/v1/user/update_profile',        methods: ['POST'],        forms: ['token'],          ...updateProfile },
  { path: '/v1/user/ids',                   methods: ['GET'],         forms: 'admin key alone',  perMinute: callsPerMinute['/v1/user/ids'], ...userIds },
  { path: '/v2/app/users',                  methods: ['GET'],         forms: 'admin key alone',  ...appUsers },
  { path: '/v2/user/scopes',                methods: ['GET'],         forms: both,               ...scopes },
  { path: '/v2/user/revoke/scopes',         methods: ['POST'],        forms: both,               ...revokeScopes },
  { path: '/v2/user/service_terms',         methods: ['GET'],         forms: both,               ...serviceTerms },
  { path: '/v2/user/revoke/service_terms',  methods: ['POST'],        forms: both,               ...revokeTerms },
  { path: '/v2/user/upgrade/service_terms', methods: ['POST'],        forms: both,               ...upgradeTerms },
  { path: '/v1/user/service/terms',         methods: ['GET'],         forms: both,               ...legacyTerms },
  { path: '/v2/api/talk/channels',          methods: ['GET'],         forms: both,               ...channels },
  { path: '/v1/api/talk/channels',          methods: ['GET'],         forms: both,               ...channels },
  { path: '/v1/api/talk/plusfriends',       methods: ['GET'],         forms: both,               ...plusFriends },
  { path: '/v1/user/shipping_address',      methods: ['GET'],         forms: both,               ...shippingAddress },
];

/** Discontinued APIs, which still have an answer of their own. */
const retired: readonly string[] = ['/v1/user/me'];

/** All of kapi. `report` is told of failures that nobody expected. */
export function kapi(house: House, report: Report = console.error): Router {
  const router = new Router({ sensitive: true, strict: true });
  router.use(failures(house, report));
  for (const api of served) router.register(api.path, [...api.methods], (ctx: Context) => serve(ctx, house, api));
  router.all(/^\/v[12](?:\/.*)?$/, notServed);
  return router;
}

/** For any path that is not kapi's. */
export function noSuchApi(house: House, report: Report): Middleware {
  return compose([failures(house, report) as Middleware, notServed as Middleware]);
}

async function serve(ctx: Context, house: House, api: Api): Promise<void> {
  const asked = { house, sent: await sentBy(ctx), language: reading(ctx).language };
  write(ctx, 200, await answer(ctx, asked, api));
}

async function answer(ctx: Context, asked: Asked, api: Api): Promise<object> {
  if (api.forms !== 'admin key alone') {
    const caller = await callerOf(ctx, asked, api);
    if (caller.link.state === 'preregistered' && !api.preregistered) throw new UserPreregistered(caller.link);
    await spend(asked.house, caller.app, api);
    await meetFault(ctx, api, { ...asked, ...caller, isByToken: caller.bearer !== null, grantId: caller.bearer?.grantId });
    return api.answer({ ...asked, ...caller });
  }
  const app = await appOf(ctx, asked.house, api);
  await spend(asked.house, app, api);
  await meetFault(ctx, api, { ...asked, app, link: null, isByToken: false });
  return api.answer({ ...asked, app });
}

/** Malformed calls count, too; not every era has quotas. Throws QuotaExceeded. */
async function spend({ apps }: House, app: App, { path, perMinute }: Api): Promise<void> {
  if (perMinute !== undefined && inEra(app, 'quotas')) await apps.spend(app, path, perMinute);
}

function notServed(ctx: Context): never {
  if (retired.includes(ctx.path)) throw new ApiDiscontinued(ctx.path);
  const api = served.find(({ path }) => path === ctx.path);
  if (!api) throw new ApiUnknown(ctx.path);
  ctx.set('Allow', api.methods.join(', '));
  throw new MethodRefused(ctx.method, ctx.path, api.methods);
}

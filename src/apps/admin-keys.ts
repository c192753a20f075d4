/** Admin keys (어드민 키): the owner's, up to five, each with the APIs that it may call (호출 허용 API). Source: kakao-api 2.0, 6. */
import { RuleBroken } from '../rule.ts';
import type { App, Tx } from '../store/index.ts';
import { LastKey, MOST_KEYS, newAdminKey, TooManyKeys, UnknownKey } from './keys.ts';
import { appFor } from './roles.ts';

/** No API that an admin key can call. `details.api`. */
export class UnknownApi extends RuleBroken {
  readonly code = 'unknown_api';
}

/** The APIs that can be called with an admin key. */
export const adminApis: readonly string[] = [
  '/v2/user/me',
  '/v1/user/logout',
  '/v1/user/unlink',
  '/v1/user/ids',
  '/v2/app/users',
  '/v2/user/scopes',
  '/v2/user/revoke/scopes',
  '/v2/user/service_terms',
  '/v2/user/revoke/service_terms',
  '/v2/user/upgrade/service_terms',
  '/v1/user/service/terms',
  '/v2/api/talk/channels',
  '/v1/api/talk/channels',
  '/v1/api/talk/plusfriends',
  '/v1/user/shipping_address',
];

/** A new admin key, which may call everything. Throws UnknownApp, AppRoleMissing, TooManyKeys. */
export async function addAdminKey(tx: Tx, by: string, appId: string): Promise<string> {
  const app = await appFor(tx, appId, by, 'owner');
  if (app.adminKeys.length >= MOST_KEYS)
    throw new TooManyKeys(`app ${appId} has ${MOST_KEYS} admin keys`, { type: 'admin', most: MOST_KEYS });
  const fresh = newAdminKey();
  tx.put('apps', { ...app, adminKeys: [...app.adminKeys, fresh] });
  return fresh;
}

/** Replaces the admin key; what it may call stays. Throws UnknownApp, AppRoleMissing, UnknownKey. */
export async function reissueAdminKey(tx: Tx, by: string, appId: string, key: string): Promise<string> {
  const app = await appWith(tx, by, appId, key);
  const fresh = newAdminKey();
  const { [key]: apis, ...rest } = app.adminKeyApis;
  const adminKeys = app.adminKeys.map((each) => (each === key ? fresh : each));
  tx.put('apps', { ...app, adminKeys, adminKeyApis: apis ? { ...rest, [fresh]: apis } : rest });
  return fresh;
}

/** The next one is primary when the first is removed. Throws UnknownApp, AppRoleMissing, UnknownKey, LastKey. */
export async function removeAdminKey(tx: Tx, by: string, appId: string, key: string): Promise<void> {
  const app = await appWith(tx, by, appId, key);
  if (app.adminKeys.length === 1) throw new LastKey('one admin key has to stay', { appId });
  const { [key]: _apis, ...adminKeyApis } = app.adminKeyApis;
  tx.put('apps', { ...app, adminKeys: app.adminKeys.filter((each) => each !== key), adminKeyApis });
}

/** What the key may call; null is everything. Throws UnknownApp, AppRoleMissing, UnknownKey, UnknownApi. */
export async function allowApis(tx: Tx, by: string, appId: string, key: string, apis: readonly string[] | null): Promise<void> {
  const app = await appWith(tx, by, appId, key);
  for (const api of apis ?? []) if (!adminApis.includes(api)) throw new UnknownApi(`no admin key can call ${api}`, { api });
  const { [key]: _before, ...rest } = app.adminKeyApis;
  tx.put('apps', { ...app, adminKeyApis: apis ? { ...rest, [key]: adminApis.filter((api) => apis.includes(api)) } : rest });
}

async function appWith(tx: Tx, by: string, appId: string, key: string): Promise<App> {
  const app = await appFor(tx, appId, by, 'owner');
  if (!app.adminKeys.includes(key)) throw new UnknownKey(`app ${appId} has no admin key like this`, { appId });
  return app;
}

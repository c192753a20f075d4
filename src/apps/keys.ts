/** Keys of an app: up to five of each type, replaced by new ones, each with its client secret. Source: kakao-api 6. */
import { RuleBroken } from '../rule.ts';
import { type App, type AppKey, randomText, type Tx } from '../store/index.ts';
import { appFor } from './roles.ts';

/** The app has no such key. */
export class UnknownKey extends RuleBroken {
  readonly code = 'unknown_key';
}

/** There are as many keys of this type as there may be. `details`: `type`, `most`. */
export class TooManyKeys extends RuleBroken {
  readonly code = 'too_many_keys';
}

/** An app without a key could not be called. */
export class LastKey extends RuleBroken {
  readonly code = 'last_key';
}

/** Of each type, admin keys included. */
export const MOST_KEYS = 5;
const HEX = '0123456789abcdef';
const ALPHANUMERIC = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';

const newHex = (): string => randomText(32, HEX);
export const newAdminKey = newHex;
const newSecret = (): string => randomText(32, ALPHANUMERIC);
/** Where a native SDK comes back to. */
const nativeUri = (key: string): string => `kakao${key}://oauth`;

/** A fresh key. The secret of a REST API key is ON, as it is for new ones since December 2025. */
export function newKey(type: AppKey['type']): AppKey {
  const key = newHex();
  return {
    type,
    key,
    secret: { value: newSecret(), on: type === 'rest' },
    redirectUris: type === 'native' ? [nativeUri(key)] : [],
    logoutRedirectUris: [],
    domains: [],
    androidKeyHashes: [],
    iosBundleIds: [],
  };
}

/** The app with one of its keys changed. Throws UnknownKey. */
export function withKey(app: App, key: string, change: (key: AppKey) => AppKey): App {
  if (!app.keys.some((each) => each.key === key)) throw new UnknownKey(`app ${app.id} has no key ${key}`, { appId: app.id });
  return { ...app, keys: app.keys.map((each) => (each.key === key ? change(each) : each)) };
}

/** Throws UnknownApp, AppRoleMissing, TooManyKeys. */
export async function addKey(tx: Tx, by: string, appId: string, type: AppKey['type']): Promise<AppKey> {
  const app = await appFor(tx, appId, by, 'editor');
  if (app.keys.filter((key) => key.type === type).length >= MOST_KEYS)
    throw new TooManyKeys(`app ${appId} has ${MOST_KEYS} ${type} keys`, { type, most: MOST_KEYS });
  const made = newKey(type);
  tx.put('apps', { ...app, keys: [...app.keys, made] });
  return made;
}

/** The old key is nobody's from now on; what belongs to it stays. Throws UnknownApp, AppRoleMissing, UnknownKey. */
export async function reissueKey(tx: Tx, by: string, appId: string, key: string): Promise<AppKey> {
  const fresh = newHex();
  const moved = (uri: string): string => (uri === nativeUri(key) ? nativeUri(fresh) : uri);
  return changeKey(tx, by, appId, key, (old) => ({ ...old, key: fresh, redirectUris: old.redirectUris.map(moved) }), fresh);
}

/** Throws UnknownApp, AppRoleMissing, UnknownKey, LastKey. */
export async function removeKey(tx: Tx, by: string, appId: string, key: string): Promise<void> {
  const app = await appFor(tx, appId, by, 'editor');
  const keys = app.keys.filter((each) => each.key !== key);
  if (keys.length === app.keys.length) throw new UnknownKey(`app ${appId} has no key ${key}`, { appId });
  if (keys.length === 0) throw new LastKey('one key has to stay', { appId });
  tx.put('apps', { ...app, keys });
}

/** Client secret ON or OFF. Throws UnknownApp, AppRoleMissing, UnknownKey. */
export const switchSecret = (tx: Tx, by: string, appId: string, key: string, on: boolean): Promise<AppKey> =>
  changeKey(tx, by, appId, key, (old) => ({ ...old, secret: { ...old.secret, on } }));

/** A new client secret; the old one is refused from now on. Throws UnknownApp, AppRoleMissing, UnknownKey. */
export const reissueSecret = (tx: Tx, by: string, appId: string, key: string): Promise<AppKey> =>
  changeKey(tx, by, appId, key, (old) => ({ ...old, secret: { ...old.secret, value: newSecret() } }));

/** Changes a key for an editor, who gets it as it is then. */
export async function changeKey(
  tx: Tx,
  by: string,
  appId: string,
  key: string,
  change: (key: AppKey) => AppKey,
  keyThen = key,
): Promise<AppKey> {
  const after = withKey(await appFor(tx, appId, by, 'editor'), key, change);
  tx.put('apps', after);
  return after.keys.find((each) => each.key === keyThen)!;
}

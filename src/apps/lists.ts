/**
 * Lists that editors keep value by value: redirect URIs and platforms (플랫폼) of a key, 호출 허용 IP 주소 and 사용자 프로퍼티 of an app.
 * Values are compared as text wherever they count, so each must be written exactly. Source: kakao-api 1.7, 2.10, 6.
 */
import { RuleBroken } from '../rule.ts';
import { type App, type AppKey, REDIRECT_URI, type Tx } from '../store/index.ts';
import { blockOf } from './addresses.ts';
import { changeKey } from './keys.ts';
import { appFor } from './roles.ts';

export type KeyList = 'redirectUris' | 'logoutRedirectUris' | 'domains' | 'androidKeyHashes' | 'iosBundleIds';
export type AppList = 'allowedIps' | 'userProperties';
/** Which list: one of a key, or one of the app. */
export type Place = { key: string; list: KeyList } | { list: AppList };

/** Not what this list holds. `details`: `list`, `value`. */
export class ListValueRefused extends RuleBroken {
  readonly code = 'list_value_refused';
}

/** It stands in the list already. `details`: `list`, `value`. */
export class ListValueTwice extends RuleBroken {
  readonly code = 'list_value_twice';
}

/** There is no place left in the list. `details`: `list`, `most`. */
export class ListFull extends RuleBroken {
  readonly code = 'list_full';
}

interface ListRule {
  fits: (value: string) => boolean;
  most: number;
}

const uri: ListRule = { fits: (value) => REDIRECT_URI.test(value), most: 10 };
const RULES: Readonly<Record<KeyList | AppList, ListRule>> = {
  redirectUris: uri,
  logoutRedirectUris: uri,
  /** An origin as browsers write it. */
  domains: { fits: (value) => /^https?:/.test(value) && URL.parse(value)?.origin === value, most: 10 },
  /** Base64 of a SHA-1. */
  androidKeyHashes: { fits: (value) => /^[A-Za-z0-9+/]{27}=$/.test(value), most: 10 },
  iosBundleIds: { fits: (value) => /^[A-Za-z0-9][A-Za-z0-9.-]{0,154}$/.test(value), most: 10 },
  allowedIps: { fits: (value) => blockOf(value) !== undefined, most: 50 },
  userProperties: { fits: (value) => /^[^\s,]{1,50}$/.test(value), most: 50 },
};

/** Adds the value, blanks around it aside. Throws UnknownApp, AppRoleMissing, UnknownKey, ListValueRefused, ListValueTwice, ListFull. */
export const addValue = (tx: Tx, by: string, appId: string, place: Place, value: string): Promise<void> =>
  change(tx, by, appId, place, (values) => withValue(place.list, values, value.trim()));

/** Removes the value; one that is not there is gone. Throws UnknownApp, AppRoleMissing, UnknownKey. */
export const removeValue = (tx: Tx, by: string, appId: string, place: Place, value: string): Promise<void> =>
  change(tx, by, appId, place, (values) => values.filter((each) => each !== value));

function withValue(list: keyof typeof RULES, values: readonly string[], value: string): string[] {
  const { fits, most } = RULES[list];
  if (!fits(value)) throw new ListValueRefused(`${value} is no value of ${list}`, { list, value });
  if (values.includes(value)) throw new ListValueTwice(`${value} is in ${list}`, { list, value });
  if (values.length >= most) throw new ListFull(`${list} has ${most} values`, { list, most });
  return [...values, value];
}

type Change = (values: readonly string[]) => string[];

async function change(tx: Tx, by: string, appId: string, place: Place, to: Change): Promise<void> {
  if ('key' in place) {
    await changeKey(tx, by, appId, place.key, (key): AppKey => ({ ...key, [place.list]: to(key[place.list]) }));
  } else {
    const app: App = await appFor(tx, appId, by, 'editor');
    tx.put('apps', { ...app, [place.list]: to(app[place.list]) });
  }
}

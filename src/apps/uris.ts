/** Redirect URIs and logout redirect URIs of a key, as a whole list. They are compared as text, so they must be exact. Source: kakao-api 6. */
import { RuleBroken } from '../rule.ts';
import { type AppKey, REDIRECT_URI, type Tx } from '../store/index.ts';
import { changeKey } from './keys.ts';

/** No absolute URI without a fragment. `details.uri`. */
export class RedirectUriRefused extends RuleBroken {
  readonly code = 'redirect_uri_refused';
}

/** The list has it twice. `details.uri`. */
export class RedirectUriTwice extends RuleBroken {
  readonly code = 'redirect_uri_twice';
}

/** More than a key may have. `details.most`. */
export class TooManyRedirectUris extends RuleBroken {
  readonly code = 'too_many_redirect_uris';
}

export type UriList = 'redirectUris' | 'logoutRedirectUris';
const MOST = 10;

/** Empty lines are left out. Throws UnknownApp, AppRoleMissing, UnknownKey, RedirectUriRefused, RedirectUriTwice, TooManyRedirectUris. */
export async function setUris(tx: Tx, by: string, appId: string, key: string, list: UriList, given: readonly string[]): Promise<AppKey> {
  const uris = given.map((uri) => uri.trim()).filter((uri) => uri !== '');
  for (const [at, uri] of uris.entries()) {
    if (!REDIRECT_URI.test(uri)) throw new RedirectUriRefused(`${uri} is no absolute URI without a fragment`, { uri });
    if (uris.indexOf(uri) !== at) throw new RedirectUriTwice(`${uri} stands twice`, { uri });
  }
  if (uris.length > MOST) throw new TooManyRedirectUris(`expected at most ${MOST}`, { most: MOST });
  return changeKey(tx, by, appId, key, (old) => ({ ...old, [list]: uris }));
}

/** What an installation makes once and keeps: cookie keys, signing keys, the key of opaque ids. */
import type { JWK } from 'jose';
import { randomToken } from './ids.ts';
import { makeSigningKey } from './signing-key.ts';
import type { Store } from './store.ts';

export interface Secrets {
  /** Signs cookies; the first one signs, all verify. */
  cookieKeys: readonly string[];
  /** Makes the opaque ids of people that an app does not know. */
  openIdKey: string;
  /** Signs ID tokens: private RS256 key with a short hex `kid`. */
  signingKey: JWK;
  /** The one before it, once it was changed. */
  formerSigningKey?: JWK;
}

/** Keys that are being made. */
const begun = new WeakMap<Store, Promise<JWK>>();

/**
 * Begins to make the signing key of a store that has none, beside whatever else a start does: it is the longest thing that can be done so.
 * @param early one that was begun before there was a store
 */
export async function beginSecrets(store: Store, early: Promise<JWK> | undefined): Promise<void> {
  if (!(await store.get('secrets', 'installation'))) begun.set(store, early ?? makeSigningKey());
}

/** The secrets of this store, made on first use. */
export async function secretsOf(store: Store): Promise<Secrets> {
  const kept = await store.get('secrets', 'installation');
  if (kept) return kept.value as Secrets;
  const signingKey = await (begun.get(store) ?? makeSigningKey());
  const made: Secrets = { cookieKeys: [randomToken(32)], openIdKey: randomToken(32), signingKey };
  return store.write(async (tx) => {
    const faster = await tx.get('secrets', 'installation');
    if (faster) return faster.value as Secrets;
    tx.put('secrets', { id: 'installation', value: made });
    return made;
  });
}

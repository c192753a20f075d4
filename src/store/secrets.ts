/** What an installation makes once and keeps: cookie keys, signing keys, the key of opaque ids. */
import { exportJWK, generateKeyPair, type JWK } from 'jose';
import { randomBytes } from 'node:crypto';
import { randomToken } from './ids.ts';
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

/** Begins to make the signing key of a store that has none, beside whatever else a start does: it is the longest thing that can be done so. */
export async function beginSecrets(store: Store): Promise<void> {
  if (!(await store.get('secrets', 'installation'))) begun.set(store, makeSigningKey());
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

/** A new private RS256 key. */
export async function makeSigningKey(): Promise<JWK> {
  const { privateKey } = await generateKeyPair('RS256', { extractable: true });
  return { ...(await exportJWK(privateKey)), kid: randomBytes(16).toString('hex'), alg: 'RS256', use: 'sig' };
}

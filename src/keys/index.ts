/**
 * Signing keys (서명 키): what ID tokens and security event tokens are signed with, and what is published so that they can be checked.
 * Words: rotation (키 교체: a new key signs from now on), published (the public halves, by `kid`).
 * Limits: two are published at most, as in Kakao's sample: the one that signs and the one before it, so that what that has signed still
 * verifies. What an older one signed verifies no more. A world that begins anew keeps them. Source: kakao-api 1.14.
 * Leaves to others: what is signed (oauth, consent), and the document of them (oauth).
 */
import type { JWK } from 'jose';
import type { Reader, Store } from '../store/index.ts';
import type { Secrets } from '../store/secrets.ts';
import { makeSigningKey } from '../store/signing-key.ts';

/** The public half of a key. */
export type PublicKey = Required<Pick<JWK, 'kid' | 'kty' | 'alg' | 'use' | 'n' | 'e'>>;

export type Keys = ReturnType<typeof openKeys>;

export function openKeys({ store }: { store: Store }) {
  const kept = async (from: Reader): Promise<Secrets> => (await from.get('secrets', 'installation'))!.value as Secrets;
  return {
    /** The private key that signs now. */
    signing: async (from: Reader = store): Promise<JWK> => (await kept(from)).signingKey,

    /** The public halves, the one that signs first. */
    async published(): Promise<PublicKey[]> {
      const { signingKey, formerSigningKey } = await kept(store);
      return [signingKey, ...(formerSigningKey ? [formerSigningKey] : [])].map(publicHalf);
    },

    /** Has a new key sign from now on. Resolves with what is published then. */
    async rotate(): Promise<PublicKey[]> {
      const signingKey = await makeSigningKey();
      return store.write(async (tx) => {
        const secrets = await kept(tx);
        tx.put('secrets', { id: 'installation', value: { ...secrets, signingKey, formerSigningKey: secrets.signingKey } });
        return [signingKey, secrets.signingKey].map(publicHalf);
      });
    },
  };
}

function publicHalf({ kid, kty, alg, use, n, e }: JWK): PublicKey {
  return { kid: kid!, kty: kty!, alg: alg!, use: use!, n: n!, e: e! };
}

/** The key that ID tokens are signed with, while it is made. */
import { generateKeyPair, randomBytes } from 'node:crypto';
import { promisify } from 'node:util';
import type { JWK } from 'jose';

/** A private RS256 key with a short hex `kid`. It is made beside the main thread. */
export async function makeSigningKey(): Promise<JWK> {
  const { privateKey } = await promisify(generateKeyPair)('rsa', { modulusLength: 2048 });
  return { ...(privateKey.export({ format: 'jwk' }) as JWK), kid: randomBytes(16).toString('hex'), alg: 'RS256', use: 'sig' };
}

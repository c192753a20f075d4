/**
 * Platforms (플랫폼): an SDK proves in its token request where it runs. Compared as text with what is registered under its key;
 * a key with nothing registered is not checked, nor is a REST API key, which has the client secret. Source: kakao-api 1.6, 1.7.
 */
import type { AppKey, Client } from '../../apps/index.ts';
import { Koe } from '../koe.ts';
import type { Parameter, Sent } from './parameters.ts';

type Proof = readonly [field: Parameter<'/oauth/token'>, registered: readonly string[]];

/** Which fields prove it, and what is registered for each. */
const PROOFS: Readonly<Record<AppKey['type'], (key: AppKey) => readonly Proof[]>> = {
  rest: () => [],
  javascript: ({ domains }) => [['client_origin', domains]],
  native: ({ androidKeyHashes, iosBundleIds }) => [
    ['android_key_hash', androidKeyHashes],
    ['ios_bundle_id', iosBundleIds],
  ],
};

/** One proof has to fit. Throws KOE009. */
export function checkPlatform({ key }: Client, fields: Sent<'/oauth/token'>): void {
  const proofs = PROOFS[key.type](key);
  const platforms = proofs.flatMap(([, registered]) => registered);
  if (platforms.length === 0) return;
  if (proofs.some(([field, registered]) => registered.includes(fields[field] ?? ''))) return;
  throw new Koe('KOE009', { got: proofs.map(([field]) => `${field}=${fields[field] ?? ''}`), platforms });
}

/** Where callbacks go. One of a kind that is signed gets its secret here, and keeps it. */
import { randomBytes } from 'node:crypto';
import { type Endpoint, type Tx, USUAL_ENDPOINT } from '../store/index.ts';
import { type Limits, mustBeAdmitted } from './admit.ts';
import { removeTroubles } from './troubles.ts';
import { cancelWaiting, moveWaiting } from './waiting.ts';

/** Nothing has failed at a new address yet. */
const UNTRIED = { failingSince: null, failures: 0 };
/** Kinds that Kakao does not have are signed, by Standard Webhooks. */
const SIGNED: readonly Endpoint['kind'][] = ['sync'];

/** Sets the address, and what waits goes there; or takes it away where it is empty, and what waits is cancelled. Throws what mustBeAdmitted throws. */
export async function register(limits: Limits, tx: Tx, appId: string, kind: Endpoint['kind'], url: string): Promise<Endpoint | undefined> {
  const id = `${appId}:${kind}`;
  if (url === '') {
    await cancelWaiting(tx, id);
    await removeTroubles(tx, id);
    tx.remove('endpoints', id);
    return undefined;
  }
  mustBeAdmitted(limits, url);
  const before = await tx.get('endpoints', id);
  const secret = before?.secret ?? (SIGNED.includes(kind) ? newSecret() : null);
  const isMoved = before !== undefined && before.url !== url;
  if (isMoved) await moveWaiting(tx, id, url);
  const endpoint: Endpoint = { ...USUAL_ENDPOINT, ...before, ...(isMoved && UNTRIED), id, appId, kind, url, secret };
  tx.put('endpoints', endpoint);
  return endpoint;
}

function newSecret(): string {
  return `whsec_${randomBytes(32).toString('base64')}`;
}

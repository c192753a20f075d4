/** Where callbacks go. One of a kind that is signed gets its secret here, and keeps it. */
import { randomBytes } from 'node:crypto';
import { RuleBroken } from '../rule.ts';
import { type Endpoint, type Tx, USUAL_ENDPOINT } from '../store/index.ts';
import { removeTroubles } from './troubles.ts';
import { cancelWaiting, moveWaiting } from './waiting.ts';

/** No address that a callback can be sent to. `details.url`. */
export class CallbackUrlRefused extends RuleBroken {
  readonly code = 'callback_url_refused';
}

const LONGEST = 2000;
/** Nothing has failed at a new address yet. */
const UNTRIED = { failingSince: null, failures: 0 };
/** Kinds that Kakao does not have are signed, by Standard Webhooks. */
const SIGNED: readonly Endpoint['kind'][] = ['sync'];

/** Sets the address, and what waits goes there; or takes it away where it is empty, and what waits is cancelled. Throws CallbackUrlRefused. */
export async function register(tx: Tx, appId: string, kind: Endpoint['kind'], url: string): Promise<Endpoint | undefined> {
  const id = `${appId}:${kind}`;
  if (url === '') {
    await cancelWaiting(tx, id);
    await removeTroubles(tx, id);
    tx.remove('endpoints', id);
    return undefined;
  }
  if (!isCallbackUrl(url)) throw new CallbackUrlRefused(`${url} is no web address`, { url });
  const before = await tx.get('endpoints', id);
  const secret = before?.secret ?? (SIGNED.includes(kind) ? newSecret() : null);
  const isMoved = before !== undefined && before.url !== url;
  if (isMoved) await moveWaiting(tx, id, url);
  const endpoint: Endpoint = { ...USUAL_ENDPOINT, ...before, ...(isMoved && UNTRIED), id, appId, kind, url, secret };
  tx.put('endpoints', endpoint);
  return endpoint;
}

/** With a host, and without a name and password in it, which no request would carry. */
function isCallbackUrl(text: string): boolean {
  if (text.length > LONGEST || !/^https?:\/\/[^\s]+$/i.test(text)) return false;
  const url = URL.parse(text);
  return url !== null && url.username === '' && url.password === '';
}

function newSecret(): string {
  return `whsec_${randomBytes(32).toString('base64')}`;
}

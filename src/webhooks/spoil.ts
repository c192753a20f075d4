/** What an attempt really sends: the frozen delivery, signed, and spoiled where somebody asked for trouble. */
import { randomBytes } from 'node:crypto';
import type { JWK } from 'jose';
import { type Delivery, type Endpoint, randomText, type Trouble } from '../store/index.ts';
import { signatureHeaders } from './sign.ts';
import { staleBody } from './stale.ts';
import { USUAL_MS } from './troubles.ts';

export interface Sending {
  /** Beside the delivery's headers, or in their place. */
  addedHeaders: Record<string, string>;
  /** In place of the delivery's; null where that is sent as it is. */
  body: string | null;
  trickleMs: number;
}

export interface Means {
  /** The machine's time: what signatures are dated with. */
  machineNow: number;
  /** What SETs are signed with. */
  signingKey: (() => Promise<JWK>) | undefined;
}

/** Throws Error for a secret that cannot sign. */
export async function sendingOf(endpoint: Endpoint, delivery: Delivery, { machineNow, signingKey }: Means): Promise<Sending> {
  const { trouble } = delivery;
  const lengthIf = (kind: keyof typeof USUAL_MS): number => (trouble?.kind === kind ? lengthOf(trouble, kind) : 0);
  const age = lengthIf('stale-timestamp');
  const body = age > 0 ? await staleBody(endpoint.kind, delivery.body, age, signingKey) : null;
  const sending: Sending = {
    addedHeaders: signed(endpoint.secret, delivery.id, body ?? delivery.body, machineNow - age),
    body,
    trickleMs: lengthIf('slow-body'),
  };
  return trouble?.kind === 'wrong-key' ? withWrongKey(endpoint, delivery, sending, machineNow) : sending;
}

function lengthOf({ ms }: { ms: number | null }, kind: keyof typeof USUAL_MS): number {
  return ms ?? USUAL_MS[kind];
}

function signed(secret: string | null, id: string, body: string, at: number): Record<string, string> {
  return secret === null ? {} : signatureHeaders(secret, id, body, at);
}

/** An admin key that nobody has; without one, a signature by another secret, or that of a SET which verifies with no key. */
function withWrongKey({ secret }: Endpoint, { id, headers, body }: Delivery, sending: Sending, machineNow: number): Sending {
  const name = Object.keys(headers).find((each) => each.toLowerCase() === 'authorization');
  if (name) return { ...sending, addedHeaders: { ...sending.addedHeaders, [name]: `KakaoAK ${randomText(32, '0123456789abcdef')}` } };
  if (secret !== null) return { ...sending, addedHeaders: signed(`whsec_${randomBytes(32).toString('base64')}`, id, body, machineNow) };
  const [, payload, signature] = /^([\w-]+\.[\w-]+)\.([\w-]+)$/.exec(body) ?? [];
  return payload && signature ? { ...sending, body: `${payload}.${randomBytes(256).toString('base64url')}` } : sending;
}

/** Whether the delivery has to wait for its trouble to begin with, and how long. */
export function holdMs({ kind, ms }: Pick<Trouble, 'kind' | 'ms'>): number | null {
  return kind === 'delay' || kind === 'swap' ? lengthOf({ ms }, kind) : null;
}

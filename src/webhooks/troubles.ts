/**
 * Trouble on demand: what is done on purpose to the next deliveries of an endpoint, so often. A delivery takes its trouble
 * when its turn comes, in a unit of work, and keeps it until it was sent: a crash in between neither loses nor doubles it.
 */
import { ALL, type Delivery, type Endpoint, type Reader, timeId, type Trouble, type Tx } from '../store/index.ts';
import { SECOND, MINUTE } from '../clock.ts';
import { TroubleRefused, UnknownEndpoint } from './refused.ts';

export interface NewTrouble {
  endpointId: string;
  /** Only for this event; null is any. */
  event: string | null;
  kind: Trouble['kind'];
  times: number;
  /** How long: see `USUAL_MS`. */
  ms?: number | null | undefined;
}

/** Kinds with a length: how long is delayed, how long a swap waits for the next one, how long the body takes, how old the time is. */
export const USUAL_MS = { delay: 5 * SECOND, swap: MINUTE, 'slow-body': 2 * SECOND, 'stale-timestamp': 10 * MINUTE } as const;
const MOST_TIMES = 1000;
const LONGEST_MS = 31 * 24 * 60 * MINUTE;

/** Of one endpoint, or of all; oldest first. */
export function troubles(reader: Reader, endpointId?: string): Promise<Trouble[]> {
  return endpointId ? reader.find('troubles', 'endpoint', endpointId) : reader.find('troubles', 'all', ALL);
}

/** Throws UnknownEndpoint, TroubleRefused. */
export async function addTrouble(tx: Tx, now: number, { endpointId, event, kind, times, ms = null }: NewTrouble): Promise<Trouble> {
  const endpoint = await tx.get('endpoints', endpointId);
  if (!endpoint) throw new UnknownEndpoint(`there is no endpoint ${endpointId}`, { endpointId });
  if (!fits(kind, endpoint)) throw refusal('kind', `${kind} cannot be made of a ${endpoint.method} ${endpoint.kind} callback`);
  if (!isWhole(times, MOST_TIMES)) throw refusal('times', `expected 1 to ${MOST_TIMES}, got ${times}`);
  if (ms !== null && !(isWhole(ms, LONGEST_MS) && kind in USUAL_MS)) throw refusal('ms', `${kind} of ${ms} ms`);
  const trouble: Trouble = { id: timeId(now), endpointId, event, kind, times, ms };
  tx.put('troubles', trouble);
  return trouble;
}

/** Nothing happens where it is gone already. */
export function removeTrouble(tx: Tx, id: string): void {
  tx.remove('troubles', id);
}

/** They go with their endpoint. */
export async function removeTroubles(tx: Tx, endpointId: string): Promise<void> {
  for (const { id } of await troubles(tx, endpointId)) tx.remove('troubles', id);
}

/** The oldest trouble that is meant for this delivery, once fewer from now on. */
export async function takeTrouble(tx: Tx, { endpointId, event }: Delivery): Promise<Trouble | undefined> {
  const meant = (await troubles(tx, endpointId)).find((one) => one.event === null || one.event === event);
  if (!meant) return undefined;
  if (meant.times > 1) tx.put('troubles', { ...meant, times: meant.times - 1 });
  else tx.remove('troubles', meant.id);
  return meant;
}

/** A GET has no body, and 연결 해제 웹훅 tells no time. */
function fits(kind: Trouble['kind'], { kind: of, method }: Endpoint): boolean {
  if (kind === 'slow-body') return method === 'POST';
  return kind !== 'stale-timestamp' || of !== 'unlink';
}

function isWhole(value: number, most: number): boolean {
  return Number.isSafeInteger(value) && value >= 1 && value <= most;
}

function refusal(field: 'kind' | 'times' | 'ms', message: string): TroubleRefused {
  return new TroubleRefused(message, { field });
}

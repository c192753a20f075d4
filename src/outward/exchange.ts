/** One HTTP request out of the house, to somebody who may do anything: a total deadline, no redirects, no body read. */
import { Readable } from 'node:stream';
import { setTimeout as pause } from 'node:timers/promises';
import { type Connection, connectionTo, OVER, type Status } from './connection.ts';
import type { Connections } from './connections.ts';
import { DeadlinePassed } from './failure.ts';
import { addressesWithin, type LookUp, type Reach } from './reach.ts';

export type { Status } from './connection.ts';

export interface Outward {
  method: 'GET' | 'POST';
  url: string;
  headers: Readonly<Record<string, string>>;
  body?: string;
  /** How long the body takes to be sent; all at once unless told otherwise. */
  trickleMs?: number;
  /** Whether the certificate must be valid; it must unless told otherwise. */
  verifyTls?: boolean;
  /** Where it may go. */
  reach: Reach;
  /** How names are looked up; as the machine does unless told otherwise. */
  lookUp?: LookUp | undefined;
  /** Those that are kept; it has one of its own where there are none. */
  connections?: Connections | undefined;
}

/**
 * Throws what undici throws, DeadlinePassed, and OutOfReach, after which nothing was sent.
 * @param deadlineMs from now until status line and headers are there, whatever the other side does meanwhile
 */
export async function exchange(outward: Outward, deadlineMs: number): Promise<Status> {
  const { method, url, reach, lookUp, verifyTls = true, connections } = outward;
  const asked = new URL(url);
  const { origin, pathname, search } = asked;
  const over = new AbortController();
  const deadline = Promise.withResolvers<never>();
  const timer = setTimeout(() => deadline.reject(new DeadlinePassed()), deadlineMs);
  let connection: Connection | undefined;
  try {
    // Each time, also for a connection that is there: what a name leads to may have changed, and what may be gone to.
    const addresses = await Promise.race([addressesWithin(asked, reach, lookUp), deadline.promise]);
    const place = { origin, verifyTls, addresses };
    connection = await (connections ? connections.take(place) : connectionTo(place));
    const request = () => ({ method, path: pathname + search, ...payload(outward, over.signal) });
    return await Promise.race([connection.ask(request, addresses), deadline.promise]);
  } catch (error) {
    connection?.end();
    throw error;
  } finally {
    clearTimeout(timer);
    // What still trickles ends, and its connection with it.
    over.abort(OVER);
    if (!connections) connection?.end();
  }
}

/** Headers and body. One that trickles says how long it is, as though it came at once. */
function payload({ headers, body, trickleMs }: Outward, over: AbortSignal) {
  if (body === undefined || !trickleMs) return { headers, ...(body !== undefined && { body }) };
  const length = { 'content-length': String(Buffer.byteLength(body)) };
  return { headers: { ...headers, ...length }, body: Readable.from(drops(Buffer.from(body), trickleMs, over)) };
}

const DROPS = 20;

async function* drops(body: Buffer, ms: number, signal: AbortSignal): AsyncGenerator<Buffer> {
  const size = Math.max(1, Math.ceil(body.length / DROPS));
  for (let at = 0; at < body.length; at += size) {
    await pause(ms / DROPS, undefined, { signal });
    yield body.subarray(at, at + size);
  }
}

/** One HTTP request out of the house, to somebody who may do anything: a total deadline, no redirects, no body read. */
import { Readable } from 'node:stream';
import { setTimeout as pause } from 'node:timers/promises';
import type * as Undici from 'undici';
import { DeadlinePassed } from './failure.ts';
import { lookupWithin, type LookUp, mustBeInReach, type Reach } from './reach.ts';

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
}

export interface Status {
  status: number;
  headers: Record<string, string>;
}

/**
 * Throws what undici throws, DeadlinePassed, and OutOfReach, after which nothing was sent.
 * @param deadlineMs from now until status line and headers are there, whatever the other side does meanwhile
 */
export async function exchange(outward: Outward, deadlineMs: number): Promise<Status> {
  const { method, url, reach, lookUp, verifyTls = true } = outward;
  const asked = new URL(url);
  const { origin, pathname, search } = asked;
  // Addresses are not looked up, so that they are looked at here.
  mustBeInReach(asked, reach);
  // A client of its own for each attempt: undici cannot abort a request whose socket still connects. `pipelining: 0` is
  // how it says "no keep-alive", and the signal ends a socket in every phase.
  const over = new AbortController();
  const connect = { timeout: 0, signal: over.signal, rejectUnauthorized: verifyTls, lookup: lookupWithin(reach, lookUp) };
  const { Client } = (undici ??= await import('undici'));
  const client = new Client(origin, { pipelining: 0, headersTimeout: 0, bodyTimeout: 0, connect });
  const deadline = Promise.withResolvers<never>();
  const timer = setTimeout(() => deadline.reject(new DeadlinePassed()), deadlineMs);
  try {
    const requested = client.request({ method, path: pathname + search, ...payload(outward, over.signal) });
    const response = await Promise.race([requested, deadline.promise]);
    response.body.on('error', () => undefined); // it breaks when the socket goes; nobody reads it
    return { status: response.statusCode, headers: joined(response.headers) };
  } catch (error) {
    over.abort();
    throw error;
  } finally {
    clearTimeout(timer);
    if (outward.trickleMs) over.abort();
    client.destroy(OVER).catch(() => undefined);
  }
}

/** Read with the first request: no start waits for it. */
let undici: typeof Undici | undefined;
/** Nobody hears of it; one for all of them, as undici would make one with its stack for each. */
const OVER = new Error('the exchange is over');

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

function joined(headers: Record<string, string | string[] | undefined>): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, [value ?? ''].flat().join(', ')]));
}

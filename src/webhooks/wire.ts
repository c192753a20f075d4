/** A callback as it goes over the wire: what exchange.ts makes of a delivery, byte for byte. */
import type { Attempt, Delivery } from '../store/index.ts';

export interface WireRequest {
  method: 'GET' | 'POST';
  /** With the query of a GET. */
  url: string;
  /** In their order, those among them that the HTTP client writes by itself. */
  headers: readonly (readonly [name: string, value: string])[];
  body: string;
}

/** What is frozen of a delivery, and what is put in its place when it is sent. */
type Frozen = Pick<Delivery, 'method' | 'url' | 'headers' | 'body'>;
type Sent = Pick<Attempt, 'url' | 'addedHeaders' | 'body'>;

/** The request of an attempt, or the one that a delivery will be sent as. */
export function wireRequest(delivery: Frozen, attempt?: Sent): WireRequest {
  const { method } = delivery;
  const body = attempt?.body ?? delivery.body;
  const url = fullUrl(method, attempt?.url ?? delivery.url, body);
  const own = Object.entries({ ...delivery.headers, ...attempt?.addedHeaders });
  const client = [
    ['host', new URL(url).host],
    ['connection', 'keep-alive'],
  ] as const;
  if (method === 'GET') return { method, url, headers: [...client, ...own], body: '' };
  return { method, url, headers: [...client, ...own, ['content-length', String(Buffer.byteLength(body))]], body };
}

/** Request line, headers, an empty line, body; lines end with CRLF. */
export function wireText({ method, url, headers, body }: WireRequest): string {
  const { pathname, search } = new URL(url);
  return [`${method} ${pathname}${search} HTTP/1.1`, ...headers.map(([name, value]) => `${name}: ${value}`), '', body].join('\r\n');
}

/** Where it goes: a GET carries its body in the query. */
export function fullUrl(method: 'GET' | 'POST', url: string, body: string): string {
  if (method === 'POST') return url;
  const asked = new URL(url);
  asked.search = [asked.search.slice(1), body].filter((part) => part !== '').join('&');
  return asked.href;
}

/** One HTTP request to a receiver that may do anything. Nothing here throws: whatever happens is an answer. */
import type { Connections } from '../outward/connections.ts';
import { exchange, type Outward } from '../outward/exchange.ts';
import { failureOf } from '../outward/failure.ts';
import type { LookUp, Reach } from '../outward/reach.ts';
import { type Verdict, verdictOfStatus } from './verdict.ts';

export interface Answer {
  verdict: Verdict;
  /** Null when no status came. */
  status: number | null;
  responseHeaders: Record<string, string>;
  durationMs: number;
}

export interface HttpRequest {
  method: 'GET' | 'POST';
  url: string;
  headers: Readonly<Record<string, string>>;
  /** Of a GET: what is added to the query. */
  body: string;
  /** The status that counts as delivered. */
  accepts: '2xx' | '200' | '202';
  verifyTls?: boolean;
  /** How long the body takes to be sent. */
  trickleMs?: number;
  reach: Reach;
  lookUp?: LookUp | undefined;
  connections?: Connections;
}

/**
 * Sends once. The status decides, the body is not read, redirects are not followed. Source: kakao-api 3.1, security 3.1-3.2.
 * @param deadlineMs from now until status line and headers are there, whatever the receiver does meanwhile
 */
export async function send({ accepts, ...request }: HttpRequest, deadlineMs: number): Promise<Answer> {
  const began = performance.now();
  const answer = await exchange(outward(request), deadlineMs).then(
    ({ status, headers }) => ({ verdict: verdictOfStatus(status, accepts), status, responseHeaders: headers }),
    (error: unknown) => ({ verdict: failureOf(error), status: null, responseHeaders: {} }),
  );
  return { ...answer, durationMs: Math.round(performance.now() - began) };
}

function outward(request: Omit<HttpRequest, 'accepts'>): Outward {
  const { method, url, headers, body, verifyTls = true, reach, lookUp, connections } = request;
  if (method === 'POST') return request;
  const asked = new URL(url);
  asked.search = [asked.search.slice(1), body].filter((part) => part !== '').join('&');
  return { method, url: asked.href, headers, verifyTls, reach, lookUp, connections };
}

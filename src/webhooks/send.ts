/** One HTTP request to a receiver that may do anything. Nothing here throws: whatever happens is an answer. */
import { Client } from 'undici';
import { DeadlinePassed, type Verdict, verdictOfError, verdictOfStatus } from './verdict.ts';

export interface Answer {
  verdict: Verdict;
  /** Null when no status came. */
  status: number | null;
  responseHeaders: Record<string, string>;
  durationMs: number;
}

export interface HttpRequest {
  url: string;
  headers: Readonly<Record<string, string>>;
  body: string;
}

/**
 * POSTs once. The status decides, the body is not read, redirects are not followed. Source: kakao-api 3.1, security 3.1-3.2.
 * @param deadlineMs from now until status line and headers are there, whatever the receiver does meanwhile
 */
export async function send(request: HttpRequest, deadlineMs: number): Promise<Answer> {
  const began = performance.now();
  const answer = await exchange(request, deadlineMs).catch((error: unknown) => ({
    verdict: verdictOfError(error),
    status: null,
    responseHeaders: {},
  }));
  return { ...answer, durationMs: Math.round(performance.now() - began) };
}

/** Throws what undici throws, and DeadlinePassed. */
async function exchange({ url, headers, body }: HttpRequest, deadlineMs: number): Promise<Omit<Answer, 'durationMs'>> {
  const { origin, pathname, search } = new URL(url);
  // A client of its own for each attempt: undici cannot abort a request whose socket still connects. `pipelining: 0` is
  // how it says "no keep-alive", and the signal ends a socket in every phase.
  const over = new AbortController();
  const connect = { timeout: 0, signal: over.signal };
  const client = new Client(origin, { pipelining: 0, headersTimeout: 0, bodyTimeout: 0, connect });
  const deadline = Promise.withResolvers<never>();
  const timer = setTimeout(() => deadline.reject(new DeadlinePassed()), deadlineMs);
  try {
    const requested = client.request({ method: 'POST', path: pathname + search, headers, body });
    const response = await Promise.race([requested, deadline.promise]);
    response.body.on('error', () => undefined); // it breaks when the socket goes; nobody reads it
    return {
      verdict: verdictOfStatus(response.statusCode),
      status: response.statusCode,
      responseHeaders: joined(response.headers),
    };
  } finally {
    clearTimeout(timer);
    over.abort();
    client.destroy().catch(() => undefined);
  }
}

function joined(headers: Record<string, string | string[] | undefined>): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, [value ?? ''].flat().join(', ')]));
}

/** One HTTP request to a receiver that may do anything. Nothing here throws: whatever happens is an answer. */
import { exchange } from './exchange.ts';
import { type Verdict, verdictOfError, verdictOfStatus } from './verdict.ts';

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
  const answer = await exchange({ method: 'POST', ...request }, deadlineMs).then(
    ({ status, headers }) => ({ verdict: verdictOfStatus(status), status, responseHeaders: headers }),
    (error: unknown) => ({ verdict: verdictOfError(error), status: null, responseHeaders: {} }),
  );
  return { ...answer, durationMs: Math.round(performance.now() - began) };
}

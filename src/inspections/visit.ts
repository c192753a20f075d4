/** Whether a page answers: a GET with a total deadline, redirects followed a few times, and only within reach. */
import { exchange } from '../outward/exchange.ts';
import { type Failure, failureOf } from '../outward/failure.ts';
import { OutOfReach, type Reach } from '../outward/reach.ts';

/** `answered` with any 2xx; `status` with another one. */
export type VisitVerdict =
  'answered' | 'status' | 'too_many_redirects' | 'out_of_reach' | Exclude<Failure, 'address_refused' | 'host_not_listed'>;

export interface Visit {
  verdict: VisitVerdict;
  /** Null when no status came. */
  status: number | null;
  /** Where it ended, after redirects. */
  at: string;
}

const DEADLINE_MS = 3000;
const MOST_REDIRECTS = 3;
const HEADERS = { accept: '*/*', 'user-agent': 'kakao-sync-simulator' };

/** Nothing here throws: whatever happens is a verdict. */
export async function visit(url: string, reach: Reach, deadlineMs = DEADLINE_MS): Promise<Visit> {
  const until = performance.now() + deadlineMs;
  let at = url;
  try {
    for (let redirects = 0; redirects <= MOST_REDIRECTS; redirects += 1) {
      const { status, headers } = await exchange(
        { method: 'GET', url: at, headers: HEADERS, reach },
        Math.max(0, until - performance.now()),
      );
      const next = isRedirect(status) && headers.location ? URL.parse(headers.location, at) : null;
      if (!next || !/^https?:$/.test(next.protocol)) return { verdict: status >= 200 && status < 300 ? 'answered' : 'status', status, at };
      at = next.href;
    }
    return { verdict: 'too_many_redirects', status: null, at };
  } catch (error) {
    return { verdict: verdictOf(error), status: null, at };
  }
}

function isRedirect(status: number): boolean {
  return [301, 302, 303, 307, 308].includes(status);
}

function verdictOf(error: unknown): VisitVerdict {
  if (error instanceof OutOfReach) return 'out_of_reach';
  return failureOf(error) as VisitVerdict;
}

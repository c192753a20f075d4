/** How an attempt ended, in one word that is stored: `delivered`, or why it counts as failed. */
import type { Failure } from '../outward/failure.ts';

/** `dropped`: never sent, on purpose. */
export type Verdict = 'delivered' | 'dropped' | 'endpoint_removed' | `status_${number}` | Failure;

/** Kakao goes by the status alone: any 2xx is delivered, or the very one that is asked for; redirects are failures. Source: kakao-api 3.1. */
export function verdictOfStatus(status: number, accepts: '2xx' | '200' | '202' = '2xx'): Verdict {
  const isAccepted = accepts === '2xx' ? status >= 200 && status < 300 : status === Number(accepts);
  return isAccepted ? 'delivered' : `status_${status}`;
}

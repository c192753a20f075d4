/** A fault as one line: in the header of the answer that it spoiled, in journeys, behind a refusal. */
import type { Fault } from '../store/index.ts';

/** `KOE320 on /oauth/token`, `reset after /oauth/token`, `3000 ms late on /v2/user/me`. */
export function inWords({ on, with: what, after, ms }: Fault): string {
  const late = ms > 0 ? `${ms} ms late` : '';
  return [what, late].filter(Boolean).join(', ') + ` ${after ? 'after' : 'on'} ${on}`;
}

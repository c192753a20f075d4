/** Asking for a fault: only what can happen is taken. */
import { RuleBroken } from '../rule.ts';
import type { Fault } from '../store/index.ts';
import { type Place, places, placesNamed } from './places.ts';
import { isWire, wires } from './wire.ts';

/** What was asked for cannot happen there. `details.field`, `details.expected`. */
export class FaultRefused extends RuleBroken {
  readonly code = 'fault_refused';
  constructor(field: string, expected: string) {
    super(`${field}: ${expected}`, { field, expected });
  }
}

export interface NewFault {
  /** An endpoint: `token`, `user/me`, `/v2/user/scopes`. */
  on: string;
  /** A code of Kakao's that belongs to it, or what happens on the wire; null: the answer is late and nothing else. */
  with?: string | null | undefined;
  /** On the wire only: the request is answered, and its effect stays; the answer is lost. */
  after?: boolean | undefined;
  /** How long the answer is held back, first of all. */
  ms?: number | undefined;
  /** How many requests meet it; null: all until it is taken back. */
  times?: number | null | undefined;
  /** Only requests of this app, about this person, of this flow. */
  appId?: string | null | undefined;
  accountId?: string | null | undefined;
  flow?: string | null | undefined;
}

const LONGEST_MS = 600_000;
const MOST_TIMES = 1_000_000;

/** Throws FaultRefused. */
export function checked({ on, with: asked = null, after = false, ms = 0, times = 1, ...whose }: NewFault): Omit<Fault, 'id'> {
  const place = placeFor(on);
  if (asked === null && ms === 0) throw new FaultRefused('with', `say what goes wrong, or how late the answer is; ${choices(place)}`);
  if (asked !== null && !isWire(asked) && !place.codes.includes(asked)) {
    throw new FaultRefused('with', `${asked} does not belong to ${place.path}; ${choices(place)}`);
  }
  const isLost = asked !== null && isWire(asked);
  if (after && !isLost) throw new FaultRefused('after', `only what happens on the wire can come after the effect: ${wires.join(', ')}`);
  if (!Number.isInteger(ms) || ms < 0 || ms > LONGEST_MS) throw new FaultRefused('ms', `expected 0 to ${LONGEST_MS} milliseconds`);
  if (times !== null && (!Number.isInteger(times) || times < 1 || times > MOST_TIMES)) {
    throw new FaultRefused('times', `expected 1 to ${MOST_TIMES}, or null for all`);
  }
  const { appId = null, accountId = null, flow = null } = whose;
  // Half of an answer needs one.
  return { on: place.path, with: asked, after: after || asked === 'truncate', ms, times, appId, accountId, flow };
}

function placeFor(name: string): Place {
  const [place, other] = placesNamed(name);
  if (place && other) throw new FaultRefused('on', `"${name}" may be ${place.path} or ${other.path}; say which`);
  if (place) return place;
  throw new FaultRefused('on', `there is no endpoint "${name}"; there are: ${places.map(({ path }) => path).join(', ')}`);
}

function choices({ path, codes }: Place): string {
  const theirs = codes.length > 0 ? `${path} has ${codes.join(', ')}` : `${path} has no error of its own`;
  return `${theirs}; on the wire there are ${wires.join(', ')}`;
}

/**
 * Refusals: every request that was refused, with the rule that did it and what it saw, kept for the person who has to mend it.
 * Words: rule (a stable code), code (what Kakao calls it), details (expected, got, which item).
 * Limits: kept for a week of house time; details are facts and never secrets.
 * Leaves to others: what a refusal sounds like outside (the doors), what it means and how it is mended (why).
 */
import { type Clock, DAY } from '../clock.ts';
import { ALL, type Page, type Refusal, type Store, timeId } from '../store/index.ts';

export type { Refusal } from '../store/index.ts';

const KEPT = 7 * DAY;
const LONGEST = 1000;
const MOST = 100;

/** What a door knows of a request that it refused. */
export type Refused = Omit<Refusal, 'id' | 'refusedAt' | 'expiresAt'>;

export type Refusals = ReturnType<typeof openRefusals>;

export function openRefusals({ store, clock }: { store: Store; clock: Clock }) {
  return {
    /** Writes a refusal down and resolves with it. */
    async keep({ path, details, ...refused }: Refused): Promise<Refusal> {
      const now = clock.now();
      const facts = Object.fromEntries(Object.entries(details).map(([name, value]) => [name, clipped(value)]));
      const refusal = { ...refused, path: String(clipped(path)), details: facts, id: timeId(now), refusedAt: now, expiresAt: now + KEPT };
      await store.write(async (tx) => tx.put('refusals', refusal));
      return refusal;
    },

    /** Undefined for one that never was, or that a week has passed since. */
    async byId(id: string): Promise<Refusal | undefined> {
      const refusal = await store.get('refusals', id);
      return refusal && refusal.expiresAt > clock.now() ? refusal : undefined;
    },

    /** A page of refusals, newest first. */
    recent: (page: Page): Promise<Refusal[]> => store.find('refusals', 'all', ALL, page),
  };
}

/** What came from outside may be as long as a request: enough of it to recognise is kept. */
function clipped(value: unknown): unknown {
  if (typeof value === 'string') return value.length > LONGEST ? `${value.slice(0, LONGEST)}…` : value;
  if (Array.isArray(value)) return value.slice(0, MOST).map(clipped);
  return value;
}

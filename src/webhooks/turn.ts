/** Whose turn it is in a lane. Pure. */
import type { Delivery } from '../store/index.ts';

export interface Turn {
  /** These go now, one after the other. */
  go: readonly Delivery[];
  /** The first of them overtakes the second, on purpose. */
  isSwapped: boolean;
  /** When none goes: when to look again; null where there is nothing to wait for. */
  dueAt: number | null;
}

/**
 * The oldest goes first, and while it waits for its time the whole lane does. One that is to be swapped lets the next one
 * go before it, and goes alone when none has come in time.
 * @param waiting what is pending in the lane, oldest first; the first two are enough
 */
export function turnOf(waiting: readonly Delivery[], now: number): Turn {
  const [head, next] = waiting;
  const later = waiting.findIndex(({ dueAt }) => (dueAt ?? 0) > now);
  if (!head || later !== 0) return { go: later < 0 ? waiting : waiting.slice(0, later), isSwapped: false, dueAt: null };
  if (head.trouble?.kind !== 'swap' || !next) return nobody(head.dueAt);
  if (next.tries > 0) return { go: [head], isSwapped: false, dueAt: null };
  return (next.dueAt ?? 0) <= now ? { go: [next, head], isSwapped: true, dueAt: null } : nobody(Math.min(head.dueAt!, next.dueAt!));
}

function nobody(dueAt: number | null): Turn {
  return { go: [], isSwapped: false, dueAt };
}

/** Moving house time: kept first, so that a restart goes on from there. */
import type { Clock } from '../clock.ts';
import { RuleBroken } from '../rule.ts';
import type { Reviews } from '../reviews/index.ts';
import { keepOffset, keptOffset, type Store } from '../store/index.ts';

/** Years in four digits, and ids that sort. */
const END_OF_TIME = Date.UTC(2100, 0);

/** Time goes forward by whole milliseconds, and by one at least. */
export class AdvanceRefused extends RuleBroken {
  readonly code = 'advance_refused';
}

/** House time would be past the year 2099. */
export class ClockTooFar extends RuleBroken {
  readonly code = 'clock_too_far';
}

/** No pending review falls due by itself: all wait for somebody's hand, or there is none. */
export class NoReviewDue extends RuleBroken {
  readonly code = 'no_review_due';
}

interface Deps {
  store: Store;
  clock: Clock;
  reviews: Reviews;
}

/** Two at once add up. Throws AdvanceRefused, ClockTooFar. */
export async function advance({ store, clock, reviews }: Deps, ms: number): Promise<void> {
  if (!Number.isSafeInteger(ms) || ms < 1) throw new AdvanceRefused(`expected whole milliseconds, got ${ms}`);
  if (clock.now() + ms >= END_OF_TIME) throw new ClockTooFar('house time ends with the year 2099');
  await store.write(async (tx) => keepOffset(tx, (await keptOffset(tx)) + ms));
  clock.advance(ms);
  await reviews.settle();
}

/** When the next review falls due by itself, or null. */
export async function nextDue({ reviews }: Pick<Deps, 'reviews'>): Promise<number | null> {
  const due = (await reviews.pending()).map(({ dueAt }) => dueAt).filter((at) => at !== null);
  return due.length > 0 ? Math.min(...due) : null;
}

/** Moving house time, and stopping it: kept first, so that a restart goes on from there. */
import { advanced, type Clock, type Standing } from '../clock.ts';
import { RuleBroken } from '../rule.ts';
import type { Reviews } from '../reviews/index.ts';
import { type JoinedStore, keepTime, keptTime } from '../store/index.ts';

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

/** House time would be set back. */
export class ClockGoesForward extends RuleBroken {
  readonly code = 'clock_goes_forward';
}

/** No pending review falls due by itself: all wait for somebody's hand, or there is none. */
export class NoReviewDue extends RuleBroken {
  readonly code = 'no_review_due';
}

interface Deps {
  store: JoinedStore;
  clock: Clock;
  reviews: Reviews;
}

/** Two at once add up. Throws AdvanceRefused, ClockTooFar. */
export async function advance(deps: Deps, ms: number): Promise<void> {
  if (!Number.isSafeInteger(ms) || ms < 1) throw new AdvanceRefused(`expected whole milliseconds, got ${ms}`);
  if (deps.clock.now() + ms >= END_OF_TIME) throw tooFar();
  await change(deps, (kept) => advanced(kept, ms));
}

/** A moment, and whether time stands still there; what is left out stays. Throws ClockGoesForward, ClockTooFar. */
export async function setTime(deps: Deps, { at, frozen }: { at?: number | undefined; frozen?: boolean | undefined }): Promise<void> {
  const { clock } = deps;
  if (at !== undefined && at >= END_OF_TIME) throw tooFar();
  const machine = clock.now() - clock.offset();
  await change(deps, (kept) => {
    const now = kept.frozenAt ?? machine + kept.offset;
    const to = at ?? now;
    if (to < now) {
      throw new ClockGoesForward(
        `house time is ${new Date(now).toISOString()} and goes forward only, got ${new Date(to).toISOString()}; a reset begins it anew`,
      );
    }
    if (frozen ?? kept.frozenAt !== null) return { offset: kept.offset, frozenAt: to };
    return { offset: to - machine, frozenAt: null };
  });
}

async function change({ store, clock, reviews }: Deps, by: (kept: Standing) => Standing): Promise<void> {
  await store.write(async (tx) => keepTime(tx, by(await keptTime(tx))));
  // Of a form this is a part, and may be run again or dropped: the clock itself moves once, when it has landed.
  await store.landed(async () => {
    clock.become(by(clock.standing()));
    await reviews.settle();
  });
}

function tooFar(): ClockTooFar {
  return new ClockTooFar('house time ends with the year 2099');
}

/** When the next review falls due by itself, or null. */
export async function nextDue({ reviews }: Pick<Deps, 'reviews'>): Promise<number | null> {
  const due = (await reviews.pending()).map(({ dueAt }) => dueAt).filter((at) => at !== null);
  return due.length > 0 ? Math.min(...due) : null;
}

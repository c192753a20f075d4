/** The clock in a test's hand. */
import { z } from 'zod';
import type { House } from '../house.ts';
import { InputRefused } from '../web/forms.ts';
import { read } from './read.ts';
import { duration, moment } from '../time-text.ts';

/** House time, by which codes, tokens, sessions, reviews and retries go. It goes forward or stands still, and never back. */
export interface ClockInHand {
  now(): Date;
  /** Whether it stands still. */
  readonly isFrozen: boolean;
  /** Moves it forward by `6h`, `1d12h` or milliseconds; without one, to the next review that is decided by itself. Throws InputRefused, AdvanceRefused, ClockTooFar, NoReviewDue. */
  advance(by?: string | number): Promise<void>;
  /** Sets it to a moment that is still to come. A text without a zone is Korean time. Throws InputRefused, ClockGoesForward, ClockTooFar. */
  set(at: string | number | Date): Promise<void>;
  /** Stops it, at a moment or now; `advance` still moves it. Throws as `set` does. */
  freeze(at?: string | number | Date): Promise<void>;
  /** Lets it go on from where it stands. */
  run(): Promise<void>;
}

export function clockInHand({ clock, world }: House): ClockInHand {
  return {
    now: () => new Date(clock.now()),
    get isFrozen() {
      return clock.standing().frozenAt !== null;
    },
    advance: async (by) =>
      by === undefined
        ? world.advanceToNextReview()
        : world.advance(typeof by === 'number' ? by : read(z.strictObject({ by: duration }), { by }).by),
    set: async (at) => world.setTime({ at: momentOf(at) }),
    freeze: async (at) => world.setTime({ at: at === undefined ? undefined : momentOf(at), frozen: true }),
    run: () => world.setTime({ frozen: false }),
  };
}

export interface ClockFacts {
  /** RFC 3339 in UTC. */
  now: string;
  /** How far it is ahead of the machine's; less than 0 is behind. */
  aheadMs: number;
  frozen: boolean;
  /** When the next review is decided by itself, or null. */
  nextReviewAt: string | null;
}

export async function clockFacts({ clock: { now, offset, standing }, world }: House): Promise<ClockFacts> {
  const next = await world.nextDue();
  return {
    now: new Date(now()).toISOString(),
    aheadMs: offset(),
    frozen: standing().frozenAt !== null,
    nextReviewAt: next === null ? null : new Date(next).toISOString(),
  };
}

function momentOf(at: string | number | Date): number {
  if (typeof at === 'string') return read(z.strictObject({ at: moment }), { at }).at;
  const ms = Number(at);
  if (!Number.isSafeInteger(ms)) throw new InputRefused('at', `expected a moment, got ${String(at)}`);
  return ms;
}

/** Pages of `/_sim` say what time it is once that is not the machine's: moved, or standing still. */
import type { Context, Next } from 'koa';
import { reading } from './language.ts';
import { type Moment, momentOf } from './moment.ts';

export interface ClockSign {
  now: Moment;
  words: string;
}

interface Watched {
  now(): number;
  offset(): number;
  standing(): { frozenAt: number | null };
}

/** What nobody would see on a clock. */
const UNSEEN_MS = 60_000;

/** Middleware that makes the clock known to what draws pages. */
export function clockOnPages(clock: Watched) {
  return (ctx: Context, next: Next): Promise<void> => {
    ctx.state.houseClock = clock;
    return next();
  };
}

/** What a page has to say of the clock, or null. */
export function clockSign(ctx: Context): ClockSign | null {
  const clock = ctx.state.houseClock as Watched | undefined;
  const isFrozen = clock?.standing().frozenAt != null;
  if (!clock || (!isFrozen && Math.abs(clock.offset()) < UNSEEN_MS)) return null;
  const { t } = reading(ctx);
  return { now: momentOf(clock.now()), words: t(isFrozen ? 'clock.signFrozen' : 'clock.signMoved') };
}

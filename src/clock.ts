/** The house clock: the only reader of the time. Everything that waits, expires or is dated asks it. */

/** All times are milliseconds since 1970 in house time, unless a name says otherwise. */
export interface Clock {
  /** House time now. */
  now(): number;
  /** House time now in whole seconds, as OAuth counts. */
  seconds(): number;
  /** How far house time is ahead of the machine's, in milliseconds. */
  offset(): number;
  /** Moves house time forward by `ms`. Throws RangeError for a negative or broken number. */
  advance(ms: number): void;
  /** Back to the machine's time, for a world that begins anew. */
  reset(): void;
  /** Calls `listener` after the time was moved, for those who wait for a moment. Returns the way to stop. */
  watch(listener: () => void): () => void;
}

export const SECOND = 1000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** A clock that starts `offset` milliseconds ahead of the machine's. */
export function createClock(offset = 0): Clock {
  let ahead = offset;
  const listeners = new Set<() => void>();
  const move = (to: number): void => {
    ahead = to;
    for (const listener of listeners) listener();
  };
  return {
    now: () => Date.now() + ahead,
    seconds: () => Math.floor((Date.now() + ahead) / SECOND),
    offset: () => ahead,
    advance(ms) {
      if (!Number.isFinite(ms) || ms < 0) throw new RangeError(`a clock advances by 0 or more milliseconds, got ${ms}`);
      move(ahead + ms);
    },
    reset: () => move(0),
    watch(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}

/** RFC 3339 in UTC with seconds and no fraction (`2026-01-05T02:10:11Z`): Kakao's form; SDKs refuse a fraction. */
export function isoSeconds(ms: number): string {
  return new Date(ms).toISOString().replace(/\.\d{3}Z$/, 'Z');
}

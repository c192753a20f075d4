/** The house clock: the only reader of the time. Everything that waits, expires or is dated asks it. */

/** How house time stands to the machine's: so many milliseconds ahead, or still at a moment. Kept, so that a restart goes on from there. */
export interface Standing {
  readonly offset: number;
  readonly frozenAt: number | null;
}

/** All times are milliseconds since 1970 in house time, unless a name says otherwise. */
export interface Clock {
  /** House time now. */
  now(): number;
  /** House time now in whole seconds, as OAuth counts. */
  seconds(): number;
  /** How far house time was moved ahead of the time that nobody moves, in milliseconds; behind it where this is negative. */
  offset(): number;
  /** How far it is ahead of this machine's own, which can be another where several go by a shared one. */
  offsetHere(): number;
  standing(): Standing;
  /** Moves house time forward by `ms`. Throws RangeError for a negative or broken number. */
  advance(ms: number): void;
  /** From now on house time stands so. */
  become(standing: Standing): void;
  /** Back to the machine's time, for a world that begins anew. */
  reset(): void;
  /** Calls `listener` after the time was moved, for those who wait for a moment. Returns the way to stop. */
  watch(listener: () => void): () => void;
}

export const SECOND = 1000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;
/** So far Seoul is ahead of UTC: Korea keeps no summer time. */
export const SEOUL = 9 * HOUR;

/** The machine's own time. */
export const RUNNING: Standing = { offset: 0, frozenAt: null };

/**
 * A clock that stands so; a number is how many milliseconds it is ahead.
 * @param shared the time that several machines go by, in milliseconds since 1970, in the place of this one's own
 */
export function createClock(start: number | Standing = RUNNING, shared?: () => number): Clock {
  let standing = typeof start === 'number' ? { ...RUNNING, offset: start } : start;
  const listeners = new Set<() => void>();
  const unmoved = (): number => (shared ? Math.floor(shared()) : Date.now());
  const now = (): number => standing.frozenAt ?? unmoved() + standing.offset;
  const offset = (): number => (standing.frozenAt === null ? standing.offset : standing.frozenAt - unmoved());
  const become = (to: Standing): void => {
    standing = to;
    for (const listener of listeners) listener();
  };
  return {
    now,
    seconds: () => Math.floor(now() / SECOND),
    offset,
    offsetHere: () => (shared ? now() - Date.now() : offset()),
    standing: () => standing,
    advance(ms) {
      if (!Number.isFinite(ms) || ms < 0) throw new RangeError(`a clock advances by 0 or more milliseconds, got ${ms}`);
      become(advanced(standing, ms));
    },
    become,
    reset: () => become(RUNNING),
    watch(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}

/** The same, `ms` later. */
export function advanced({ offset, frozenAt }: Standing, ms: number): Standing {
  return frozenAt === null ? { offset: offset + ms, frozenAt } : { offset, frozenAt: frozenAt + ms };
}

/** RFC 3339 in UTC with seconds and no fraction (`2026-01-05T02:10:11Z`): Kakao's form; SDKs refuse a fraction. */
export function isoSeconds(ms: number): string {
  return `${new Date(ms).toISOString().slice(0, -'.000Z'.length)}Z`;
}

/** The machine's own time in RFC 3339, for what is read beside the logs of other programs. */
export function machineTime(): string {
  return new Date().toISOString();
}

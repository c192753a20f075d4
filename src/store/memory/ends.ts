/** Which rows of a table end when, by the minute. In no order: ids of what ends together come in any, and keeping one costs more than the rest of a put. */
import { MINUTE } from '../../clock.ts';

export interface Ends {
  /** @param before the minute in which the row was to end, and after: undefined for none */
  move(id: string, before: string | undefined, after: string | undefined): void;
  /** The rows that ended in a minute before this time, and those that end in its own: some of them have. */
  around(now: number): { over: string[]; due: string[] };
}

export function createEnds(): Ends {
  const minutes = new Map<string, Set<string>>();
  return {
    move(id, before, after) {
      if (before === after) return;
      if (before !== undefined) {
        const left = minutes.get(before);
        left?.delete(id);
        if (left?.size === 0) minutes.delete(before);
      }
      if (after !== undefined) minutes.set(after, (minutes.get(after) ?? new Set()).add(id));
    },
    around(now) {
      const minute = Math.floor(now / MINUTE);
      const over = [...minutes].flatMap(([end, ids]) => (Number(end) < minute ? [...ids] : []));
      return { over, due: [...(minutes.get(String(minute)) ?? [])] };
    },
  };
}

/** The minute in which a row ends, or null where it never does. */
export function minuteOfEnd(row: object): string | null {
  return 'expiresAt' in row ? String(Math.floor((row.expiresAt as number) / MINUTE)) : null;
}

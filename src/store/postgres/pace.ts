/**
 * When the others are told of a table. Each hint wakes every instance, and under load every table is written all the time: who goes on
 * about one is heard half as often each time, and whoever comes with a table that was quiet at once.
 */
import type { TableName } from '../schema.ts';

/** Moments and times are in milliseconds, of whichever clock. */
export interface Pace {
  /** When others are to hear of what is written at this moment. */
  due(table: TableName, now: number): number;
  /** They have heard of these. */
  told(tables: Iterable<TableName>, now: number): void;
}

/** What is written within this goes together. */
const TOGETHER_MS = 20;
/** How far hints about one table are apart: at first, and at the most. */
const FIRST_APART_MS = 100;
const MOST_APART_MS = 1000;

export function createPace(): Pace {
  const last = new Map<TableName, { at: number; apart: number }>();
  return {
    due(table, now) {
      const before = last.get(table);
      return Math.max(now + TOGETHER_MS, before ? before.at + before.apart : -Infinity);
    },
    told(tables, now) {
      for (const table of tables) {
        const before = last.get(table);
        const goesOn = before !== undefined && now < before.at + 2 * before.apart;
        last.set(table, { at: now, apart: goesOn ? Math.min(2 * before.apart, MOST_APART_MS) : FIRST_APART_MS });
      }
    },
  };
}

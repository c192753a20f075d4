/** The short-lived tables: rows that say themselves when they end, and are then swept out. */
import { MINUTE } from '../../clock.ts';
import type { TableName } from '../schema.ts';
import type { Engine } from './engine.ts';
import { hasEnded, type MemoryTables } from './table.ts';

export const SHORT_LIVED = [
  'artifacts',
  'sessions',
  'quotas',
  'refusals',
  'submissions',
  'journeys',
  'journeySteps',
  'faultFlows',
] as const satisfies readonly TableName[];
const BATCH = 500;

export interface Sweeper {
  /** Removes the rows whose time is over, in units of work of bounded size. Resolves with their number. */
  sweep(): Promise<number>;
  /** Ends the sweep of each minute. */
  stop(): void;
}

/** Sweeps each minute, without keeping the process alive for it. */
export function startSweeper(tables: MemoryTables, engine: Engine, now: () => number): Sweeper {
  const removeExpired = (table: TableName, ids: readonly string[]): Promise<number> =>
    engine.write(async (tx) => {
      // Asked again: its life may have been made longer since.
      const over = ids.filter((id) => hasEnded(tables[table].rows.peek(id), now()));
      for (const id of over) tx.remove(table, id);
      return over.length;
    });
  const sweep = async (): Promise<number> => {
    let removed = 0;
    for (const table of SHORT_LIVED) {
      const over = tables[table].over(now());
      for (let at = 0; at < over.length; at += BATCH) removed += await removeExpired(table, over.slice(at, at + BATCH));
    }
    return removed;
  };
  // A store that fails or closes meanwhile tells its callers; a sweep has nobody to tell.
  const timer = setInterval(() => void sweep().catch(() => undefined), MINUTE).unref();
  return { sweep, stop: () => clearInterval(timer) };
}

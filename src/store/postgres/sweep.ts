/** The short-lived tables: rows that are over are swept out, by one instance at a time. */
import type { Pool } from 'pg';
import { MINUTE } from '../../clock.ts';
import { SHORT_LIVED, type Sweeper } from '../memory/sweep.ts';
import type { TableName } from '../schema.ts';
import { indexOf, LOCKS, rowsOf } from './names.ts';

const BATCH = 500;

/** @param tell is told which table has lost rows */
export function startSweeper(pool: Pool, now: () => number, tell: (table: TableName) => void): Sweeper {
  const sweepTable = async (table: TableName): Promise<number> => {
    let removed = 0;
    for (;;) {
      const { rows } = await pool.query<{ count: number }>(statement(table), [now()]);
      const count = rows[0]?.count ?? 0;
      removed += count;
      if (count < BATCH) break;
    }
    if (removed > 0) tell(table);
    return removed;
  };
  const sweep = async (): Promise<number> => {
    let removed = 0;
    for (const table of SHORT_LIVED) removed += await sweepTable(table);
    return removed;
  };
  // A database that is away tells those who wait for an answer; a sweep has nobody to tell.
  const timer = setInterval(() => void sweep().catch(() => undefined), MINUTE).unref();
  return { sweep, stop: () => clearInterval(timer) };
}

/** Whoever holds the lock leads this batch; what a unit of work has in hand is left for the next one. */
function statement(table: TableName): string {
  return `
    with leader as materialized (select pg_try_advisory_xact_lock(${LOCKS.sweep}) as leads),
    over as (
      select id from ${rowsOf(table)} where expires_at <= $1 and (select leads from leader)
      order by expires_at limit ${BATCH} for update skip locked
    ),
    gone as (delete from ${rowsOf(table)} where id in (select id from over) returning id),
    entries as (delete from ${indexOf(table)} where id in (select id from gone))
    select count(*)::int as count from gone`;
}

/** The database's time, which is the same for all instances, however the clocks of their machines stand. */
import type { Pool } from 'pg';
import { SECOND } from '../../clock.ts';

const AGAIN_MS = 10 * SECOND;

export interface DatabaseTime {
  /** In milliseconds since 1970. */
  readonly now: () => number;
  stop(): void;
}

/** Asks once, counts on from there, and asks again now and then: a machine that slept has counted less. */
export async function openTime(pool: Pool): Promise<DatabaseTime> {
  const startedAt = async (): Promise<number> => {
    const asked = performance.now();
    const { rows } = await pool.query<{ now: number }>(`select extract(epoch from clock_timestamp())::float8 * 1000 as now`);
    return rows[0]!.now - (asked + performance.now()) / 2;
  };
  let start = await startedAt();
  // A database that is away tells those who wait for an answer; the time goes on.
  const timer = setInterval(() => void startedAt().then((found) => (start = found), ignore), AGAIN_MS).unref();
  return { now: () => start + performance.now(), stop: () => clearInterval(timer) };
}

function ignore(): void {}

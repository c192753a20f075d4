/** Connections: one pool for units of work, one for reading, so that a unit that reads outside of itself never waits for its own place. */
import pg from 'pg';
import { StoreUnreachable } from '../errors.ts';

export interface Pools {
  /** Serializable by default, and never scanning a whole table, which would make every two units of work collide. */
  readonly units: pg.Pool;
  readonly reads: pg.Pool;
  end(): Promise<void>;
}

/** What our connections are called in `pg_stat_activity`. */
export const APPLICATION = 'kakao-sync-simulator';

const TIMEOUTS = {
  connectionTimeoutMillis: 5_000,
  statement_timeout: 5_000,
  lock_timeout: 2_000,
  idle_in_transaction_session_timeout: 10_000,
  idleTimeoutMillis: 60_000,
} as const;
const UNITS = '-c default_transaction_isolation=serializable -c enable_seqscan=off';

/** Of one process few get further at a time than these, and more would only meet one another. */
const UNITS_AT_ONCE = 4;

/** Connects nowhere yet. @param url `postgres://user:password@host:port/database` */
export function openPools(url: string): Pools {
  const units = pool(url, UNITS_AT_ONCE, { options: UNITS, pipeline: true });
  const reads = pool(url, 6);
  return { units, reads, end: async () => void (await Promise.all([units.end(), reads.end()])) };
}

/** A single connection, for what lasts. */
export function settingsOf(url: string): pg.ClientConfig {
  return { connectionString: url, application_name: APPLICATION, keepAlive: true };
}

/** The address without its password, as it may be shown. */
export function shownUrl(url: string): string {
  if (!URL.canParse(url)) return 'the PostgreSQL address';
  const shown = new URL(url);
  shown.password = '';
  shown.search = '';
  return shown.href;
}

/** Throws StoreUnreachable for what goes wrong before a connection stands. */
export async function reached<T>(url: string, connecting: Promise<T>): Promise<T> {
  try {
    return await connecting;
  } catch (error) {
    throw new StoreUnreachable(shownUrl(url), error);
  }
}

function pool(url: string, max: number, more: pg.PoolConfig = {}): pg.Pool {
  const made = new pg.Pool({ ...settingsOf(url), ...TIMEOUTS, max, ...more });
  // A connection that dies is replaced by the next one. Without somebody who listens it would end the process.
  made.on('error', () => undefined);
  made.on('connect', (client) => void client.on('error', () => undefined));
  return made;
}

/** Connections: for units of work, for reading, and for the rest, so that a unit that asks outside of itself never waits for its own place. */
import pg from 'pg';
import { StoreUnreachable } from '../errors.ts';
import { corkedSocket } from './corked.ts';
import type { Query } from './read.ts';
import { shareConnection } from './shared.ts';

export interface Pools {
  /** Serializable by default, and never scanning a whole table, which would make every two units of work collide. */
  readonly units: pg.Pool;
  /** For rows: all who ask share a connection. */
  readonly read: Query;
  /** Leases, files, hints, sweeping: statements that may wait, or take long. */
  readonly others: pg.Pool;
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
/** Each statement is planned once: PostgreSQL would plan some anew each time, by how many values they have. */
const PLANS = '-c plan_cache_mode=force_generic_plan';
const UNITS = `-c default_transaction_isolation=serializable -c enable_seqscan=off ${PLANS}`;

/** Few get further at a time than these: more would meet one another, and each connection is a process of the database's. */
const UNITS_AT_ONCE = 3;
const OTHERS_AT_ONCE = 4;

/** Statements go out without waiting for the answers to those before them, and those that go together in one piece. */
const PIPELINED = { pipeline: true, stream: corkedSocket } as const;

/** Connects nowhere yet. @param url `postgres://user:password@host:port/database` */
export function openPools(url: string): Pools {
  const units = pool(url, UNITS_AT_ONCE, { options: UNITS, ...PIPELINED });
  const others = pool(url, OTHERS_AT_ONCE);
  const reading = shareConnection(() => new pg.Client({ ...settingsOf(url), ...TIMEOUTS, ...PIPELINED }));
  return {
    units,
    read: reading.ask,
    others,
    end: async () => void (await Promise.all([units.end(), others.end(), reading.end()])),
  };
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

/** A transaction that takes a connection when it first asks: one statement after the other, and nothing more after a failure. */
import type { Pool, PoolClient, QueryConfig } from 'pg';
import type { Query } from './read.ts';

export interface Transaction {
  /** Inside of it; the first one begins it. */
  readonly inside: Query;
  /** A statement that is a transaction by itself, unless one has begun. */
  readonly alone: Query;
  begun(): boolean;
  /** Resolves when all that was asked has landed. Throws what any of it threw. */
  commit(): Promise<void>;
  /** Drops what is left of it, and gives its connection back. */
  end(): Promise<void>;
  /** Whether it met another one and may be run again. */
  collided(): boolean;
}

/** 40001: not serializable; 40P01: two waited for one another. */
const COLLISIONS: readonly unknown[] = ['40001', '40P01'];

/** A lock of the session: taken before a transaction begins, which then sees what the one before it has written. */
const LOCK = 'select pg_advisory_lock(hashtextextended($1, 0))';
const UNLOCK = 'select pg_advisory_unlock(hashtextextended($1, 0))';

/** @param inTurn of the transactions with this name there is one at a time */
export function openTransaction(pool: Pool, inTurn?: string): Transaction {
  let client: PoolClient | undefined;
  let begun = false;
  let failure: { error: unknown } | undefined;
  let last: Promise<unknown> = Promise.resolve();

  const connect = async (): Promise<PoolClient> => {
    const fresh = await pool.connect();
    // Who has waited too long goes on without it, and may meet another.
    if (inTurn !== undefined) await fresh.query({ name: 'lock', text: LOCK, values: [inTurn] }).catch(nothing);
    return fresh;
  };
  const alone: Query = (statement: QueryConfig) => {
    const asked = last.then(async () => {
      if (failure) throw failure.error;
      client ??= await connect();
      return client.query(statement);
    });
    last = asked.catch((error: unknown) => (failure ??= { error }));
    return asked;
  };

  return {
    alone,
    inside(statement) {
      if (!begun) void alone({ text: 'begin' }).catch(() => undefined);
      begun = true;
      return alone(statement);
    },
    begun: () => begun,
    async commit() {
      if (begun) await alone({ text: 'commit' });
      else await last;
      begun = false;
    },
    async end() {
      await last;
      if (!client) return;
      const lost = begun && (await client.query('rollback').then(nothing, (error: Error) => error));
      // Whoever gets the connection next asks after this.
      if (inTurn !== undefined) void client.query({ name: 'unlock', text: UNLOCK, values: [inTurn] }).catch(nothing);
      client.release(lost || undefined);
      client = undefined;
    },
    collided: () => COLLISIONS.includes((failure?.error as { code?: unknown } | undefined)?.code),
  };
}

function nothing(): undefined {}

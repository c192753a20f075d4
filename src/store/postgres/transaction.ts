/** A transaction that takes a connection when it first asks. Statements run in their order, and are sent without waiting for the ones before. */
import type { Pool, PoolClient, QueryConfig, QueryResult } from 'pg';
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
  let connecting: Promise<PoolClient> | undefined;
  let isInTurn = false;
  let begun = false;
  let failure: { error: unknown } | undefined;
  let asked: Promise<unknown> = Promise.resolve();

  const connect = async (): Promise<PoolClient> => {
    const fresh = await pool.connect();
    if (inTurn !== undefined) {
      // Who has waited too long goes on without it, and may meet another.
      void fresh.query({ name: 'lock', text: LOCK, values: [inTurn] }).catch(nothing);
      isInTurn = true;
    }
    return fresh;
  };
  const leaveTurn = (client: PoolClient): void => {
    if (isInTurn) void client.query({ name: 'unlock', text: UNLOCK, values: [inTurn] }).catch(nothing);
    isInTurn = false;
  };
  // What is on its way when one fails, fails after it: of all of them the first is told.
  const ask = async (statement: QueryConfig): Promise<QueryResult> => {
    try {
      if (failure) throw failure.error;
      return await (await (connecting ??= connect())).query(statement);
    } catch (error) {
      failure ??= { error };
      throw failure.error;
    }
  };
  /** What comes of it is told by `commit`, too: who does not wait for an answer need not catch what it threw. */
  const alone: Query = (statement) => {
    const answer = ask(statement);
    asked = Promise.allSettled([asked, answer]);
    return answer;
  };

  return {
    alone,
    inside(statement) {
      if (!begun) void alone({ text: 'begin' });
      begun = true;
      return alone(statement);
    },
    begun: () => begun,
    async commit() {
      // With the commit, and not when that has answered: the next one waits. A transaction that has failed already ends first.
      const leaves = isInTurn && !failure;
      if (begun) void alone({ text: 'commit' });
      if (leaves) leaveTurn(await connecting!);
      await asked;
      // A transaction in which something failed ends by `commit`, too, and says so to nobody.
      if (failure) throw failure.error;
      begun = false;
    },
    async end() {
      await asked;
      // Who was not waited for asks in vain, and takes no connection that nobody gives back.
      failure ??= { error: new Error('the transaction has ended') };
      const client = await connecting?.catch(nothing);
      if (!client) return;
      const lost = begun && (await client.query('rollback').then(nothing, (error: Error) => error));
      // Whoever gets the connection next asks after this.
      leaveTurn(client);
      client.release(lost || undefined);
    },
    collided: () => COLLISIONS.includes((failure?.error as { code?: unknown } | undefined)?.code),
  };
}

function nothing(): undefined {}

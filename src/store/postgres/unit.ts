/** One unit of work: a transaction that begins with its first question, and ends with all of its writes or none. */
import type { Pool, PoolClient, QueryConfig, QueryResult } from 'pg';
import type { AnyRow } from '../memory/row.ts';
import type { TableName } from '../schema.ts';
import type { Lease, Tx } from '../store.ts';
import { draftOf, type Drafts, statementsOf } from './drafts.ts';
import { isHeld } from './leases.ts';
import { keptAnswers } from './answers.ts';
import { allRows, type LooseReader, readerOf } from './read.ts';

export interface Unit {
  readonly tx: Tx;
  /** The tables that it has written so far, whether or not that lands. */
  readonly touched: ReadonlySet<TableName>;
  /** Whether its work still runs. */
  open(): boolean;
  /** Lands what it wrote. Resolves with the tables that it touched. Throws LeaseLost, and what any of its statements threw. */
  commit(lease: Lease | undefined): Promise<ReadonlySet<TableName>>;
  /** Drops what is left of it, and gives its connection back. */
  end(): Promise<void>;
  /** Whether it met another unit of work and may be run again. */
  collided(): boolean;
}

/** 40001: not serializable; 40P01: two waited for one another. */
const COLLISIONS: readonly unknown[] = ['40001', '40P01'];

/** Begins a unit of work; it asks for a connection when it needs one. */
export function beginUnit(pool: Pool): Unit {
  const drafts = new Map<TableName, Drafts>();
  const touched = new Set<TableName>();
  let open = true;
  let client: PoolClient | undefined;
  let begun = false;
  let failure: { error: unknown } | undefined;
  let last: Promise<unknown> = Promise.resolve();

  /** One after the other; after a failure nothing more is asked. */
  const ask = (statement: QueryConfig): Promise<QueryResult> => {
    const asked = last.then(async () => {
      if (failure) throw failure.error;
      client ??= await pool.connect();
      return client.query(statement);
    });
    last = asked.catch((error: unknown) => (failure ??= { error }));
    return asked;
  };
  const inside = (statement: QueryConfig): Promise<QueryResult> => {
    if (!begun) void ask({ text: 'begin' }).catch(() => undefined);
    begun = true;
    return ask(statement);
  };
  // It sees one moment of what others write, and its own writes.
  const stored = keptAnswers(readerOf(inside));
  const flush = (table: TableName): void => {
    const pending = drafts.get(table);
    if (!pending) return;
    drafts.delete(table);
    for (const statement of statementsOf(table, pending)) void inside(statement).catch(() => undefined);
  };
  const mustBeOpen = (): void => {
    if (!open) throw new Error('this unit of work has ended: await everything inside `write`');
  };
  const draftsOf = (table: TableName): Drafts => {
    mustBeOpen();
    touched.add(table);
    stored.forget(table);
    const pending = drafts.get(table) ?? { isCleared: false, rows: new Map() };
    drafts.set(table, pending);
    return pending;
  };

  const tx: LooseTx = {
    async get(table, id) {
      mustBeOpen();
      const pending = drafts.get(table);
      const mine = pending?.rows.get(id);
      if (mine !== undefined) return mine?.row;
      return pending?.isCleared ? undefined : stored.get(table, id);
    },
    async find(table, index, value, page) {
      mustBeOpen();
      flush(table);
      return stored.find(table, index, value, page);
    },
    async all(table) {
      mustBeOpen();
      flush(table);
      return allRows(inside, table);
    },
    put: (table, row) => {
      const draft = draftOf(table, row);
      draftsOf(table).rows.set(draft.row.id, draft);
    },
    remove: (table, id) => void draftsOf(table).rows.set(id, null),
    clear(table) {
      const pending = draftsOf(table);
      pending.isCleared = true;
      pending.rows.clear();
    },
  };

  return {
    tx: tx as Tx,
    touched,
    open: () => open,
    collided: () => COLLISIONS.includes((failure?.error as { code?: unknown } | undefined)?.code),
    async commit(lease) {
      open = false;
      const statements = [...drafts].flatMap(([table, pending]) => statementsOf(table, pending));
      // A single statement is a transaction by itself.
      const send = begun || lease || statements.length > 1 ? inside : ask;
      for (const statement of statements) await send(statement);
      if (lease) await isHeld(inside, lease);
      if (begun) await ask({ text: 'commit' });
      else await last;
      begun = false;
      return touched;
    },
    async end() {
      open = false;
      await last;
      if (!client) return;
      const lost = begun && (await client.query('rollback').then(nothing, (error: Error) => error));
      client.release(lost || undefined);
      client = undefined;
    },
  };
}

function nothing(): undefined {}

/** A `Tx` to those who do not know which row a table has. */
interface LooseTx extends LooseReader {
  all(table: TableName): Promise<AnyRow[]>;
  put(table: TableName, row: AnyRow): void;
  remove(table: TableName, id: string): void;
  clear(table: TableName): void;
}

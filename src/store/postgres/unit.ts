/** One unit of work: a transaction that begins with its first question, and ends with all of its writes or none. */
import type { Pool } from 'pg';
import type { AnyRow } from '../memory/row.ts';
import type { TableName } from '../schema.ts';
import type { Lease, Tx } from '../store.ts';
import { draftOf, type Drafts, statementsOf } from './drafts.ts';
import { isHeld } from './leases.ts';
import { keptAnswers } from './answers.ts';
import { type Editions, editionsNow, type Numbers } from './editions.ts';
import { allRows, asking, type LooseReader, readerOf } from './read.ts';
import { seenRows } from './seen.ts';
import { openTransaction } from './transaction.ts';

export interface Unit {
  readonly tx: Tx;
  /** The tables that it has written so far, whether or not that lands. */
  readonly touched: ReadonlySet<TableName>;
  /** Those that it has read. */
  readonly read: ReadonlySet<TableName>;
  /** Whether its work still runs. */
  open(): boolean;
  /** Lands what it wrote. Resolves with the tables that it touched. Throws LeaseLost, and what any of its statements threw. */
  commit(lease: Lease | undefined): Promise<ReadonlySet<TableName>>;
  /** Drops what is left of it, and gives its connection back. */
  end(): Promise<void>;
  /** Whether it met another unit of work and may be run again. */
  collided(): boolean;
}

/**
 * Begins a unit of work; it asks for a connection when it needs one.
 * @param inTurn see `How`
 */
export function beginUnit(pool: Pool, editions: Editions, inTurn?: string): Unit {
  const drafts = new Map<TableName, Drafts>();
  const touched = new Set<TableName>();
  const read = new Set<TableName>();
  let open = true;
  const transaction = openTransaction(pool, inTurn);
  const { inside, alone } = transaction;

  // It sees one moment of what others write, and its own writes. Who counts the edition that it has seen collides with it.
  let numbers: Promise<Numbers> | undefined;
  const edition = async (table: TableName) => (touched.has(table) ? undefined : (await (numbers ??= editionsNow(inside))).get(table));
  const answers = keptAnswers(editions.asking(inside, { edition, mayBeNewer: false }));
  const stored = readerOf(answers.ask);
  const seen = seenRows();
  const flush = (table: TableName): void => {
    const pending = drafts.get(table);
    if (!pending) return;
    drafts.delete(table);
    seen.forget(table);
    for (const statement of statementsOf(table, pending)) void inside(statement);
  };
  const mustBeOpen = (): void => {
    if (!open) throw new Error('this unit of work has ended: await everything inside `write`');
  };
  const reading = (table: TableName): void => {
    mustBeOpen();
    read.add(table);
  };
  const draftsOf = (table: TableName): Drafts => {
    mustBeOpen();
    touched.add(table);
    answers.forget(table);
    const pending = drafts.get(table) ?? { isCleared: false, rows: new Map() };
    drafts.set(table, pending);
    return pending;
  };

  const tx: LooseTx = {
    async get(table, id) {
      reading(table);
      const pending = drafts.get(table);
      const mine = pending?.rows.get(id);
      if (mine !== undefined) return mine?.row();
      return pending?.isCleared ? undefined : seen.rows(table, stored.get(table, id));
    },
    async find(table, index, value, page) {
      reading(table);
      flush(table);
      return seen.rows(table, stored.find(table, index, value, page));
    },
    async findAny(table, index, values) {
      reading(table);
      flush(table);
      return seen.rows(table, stored.findAny(table, index, values));
    },
    async all(table) {
      reading(table);
      flush(table);
      return allRows(asking(inside), table);
    },
    put: (table, row) => {
      const draft = draftOf(table, row, seen.known(table, row?.id));
      draftsOf(table).rows.set(draft.id, draft);
    },
    remove: (table, id) => void draftsOf(table).rows.set(id, null),
    clear(table) {
      const pending = draftsOf(table);
      pending.isCleared = true;
      pending.rows.clear();
      seen.forget(table);
    },
  };

  return {
    tx: tx as Tx,
    touched,
    read,
    open: () => open,
    collided: transaction.collided,
    async commit(lease) {
      open = false;
      const statements = [...drafts].flatMap(([table, pending]) => statementsOf(table, pending));
      const send = transaction.begun() || lease || statements.length > 1 ? inside : alone;
      for (const statement of statements) void send(statement);
      if (lease) await isHeld(inside, lease);
      await transaction.commit();
      return touched;
    },
    async end() {
      open = false;
      await transaction.end();
    },
  };
}

/** A `Tx` to those who do not know which row a table has. */
interface LooseTx extends LooseReader {
  all(table: TableName): Promise<AnyRow[]>;
  put(table: TableName, row: AnyRow): void;
  remove(table: TableName, id: string): void;
  clear(table: TableName): void;
}

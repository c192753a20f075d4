/** A unit of work: drafts over the tables, seen by its own reads, and by nobody else until they are applied. */
import type { TableName } from '../schema.ts';
import type { Page, Tx } from '../store.ts';
import { bytesOf, type Bytes } from './bytes.ts';
import { rowOf, written, type AnyRow } from './row.ts';
import { select, selectAny } from './select.ts';
import type { Keys, MemoryTables } from './table.ts';

interface Draft {
  /** The row as JSON. */
  readonly bytes: Bytes;
  readonly keys: Keys;
  /** The row, for who reads it before it has landed. */
  row(): AnyRow;
  /** What lands: the row if somebody has read it, and its JSON if not. */
  landing(): AnyRow | Bytes;
}

/** One row put or removed (`put` is null) by a unit of work. */
export interface Change {
  readonly table: TableName;
  readonly id: string;
  readonly put: Draft | null;
}

export interface Unit {
  readonly tx: Tx;
  /** Whether its work still runs. */
  open(): boolean;
  /** Ends it: whoever still uses its `tx` is told so. Returns what it changed, one change for each row. */
  end(): Change[];
}

/** Begins a unit of work over the tables. */
export function beginUnit(tables: MemoryTables): Unit {
  const drafts = new Map<TableName, Map<string, Draft | null>>();
  let open = true;

  const mustBeOpen = (): void => {
    if (!open) throw new Error('this unit of work has ended: await everything inside `write`');
  };
  const draft = (table: TableName, id: string, put: Draft | null): void => {
    mustBeOpen();
    let ofTable = drafts.get(table);
    if (!ofTable) drafts.set(table, (ofTable = new Map<string, Draft | null>()));
    ofTable.set(id, put);
  };
  const tx: LooseTx = {
    async get(table, id) {
      mustBeOpen();
      const mine = drafts.get(table)?.get(id);
      return mine === undefined ? tables[table].rows.get(id) : mine?.row();
    },
    async find(table, index, value, page) {
      mustBeOpen();
      return select(tables[table], index, value, page, drafts.get(table));
    },
    async findAny(table, index, values) {
      mustBeOpen();
      return selectAny(tables[table], index, values, drafts.get(table));
    },
    async all(table) {
      mustBeOpen();
      const { rows } = tables[table];
      const mine = drafts.get(table) ?? new Map<string, Draft | null>();
      const others = [...rows.ids()].filter((id) => !mine.has(id)).map((id) => rows.peek(id) as AnyRow);
      return [...others, ...[...mine.values()].flatMap((put) => put?.row() ?? [])];
    },
    put(table, row) {
      const bytes = bytesOf(written(row));
      let read: AnyRow | undefined;
      const keys = tables[table].keysOf(row);
      draft(table, row.id, { bytes, keys, row: () => (read ??= rowOf(bytes)), landing: () => read ?? bytes });
    },
    remove: (table, id) => draft(table, id, null),
    clear(table) {
      for (const id of [...tables[table].rows.ids(), ...(drafts.get(table)?.keys() ?? [])]) draft(table, id, null);
    },
  };

  return {
    tx: tx as Tx,
    open: () => open,
    end() {
      open = false;
      const changes: Change[] = [];
      for (const [table, ofTable] of drafts) {
        for (const [id, put] of ofTable) if (put || tables[table].rows.has(id)) changes.push({ table, id, put });
      }
      return changes;
    },
  };
}

/** Lands changes in the tables, all of them. Returns the way back, which holds until other changes land on the same rows. */
export function apply(tables: MemoryTables, changes: readonly Change[]): () => void {
  const before = changes.map(({ table, id }) => tables[table].rows.recall(id));
  for (const { table, id, put } of changes) {
    if (put) tables[table].put(id, put.landing(), put.keys);
    else tables[table].remove(id);
  }
  return () => {
    changes.forEach(({ table, id }, at) => {
      const row = before[at]?.();
      if (row) tables[table].put(id, row, tables[table].keysOf(row));
      else tables[table].remove(id);
    });
  };
}

/** A `Tx` to those who do not know which row a table has. */
interface LooseTx {
  all(table: TableName): Promise<AnyRow[]>;
  get(table: TableName, id: string): Promise<AnyRow | undefined>;
  find(table: TableName, index: string, value: string, page?: Page): Promise<AnyRow[]>;
  findAny(table: TableName, index: string, values: readonly string[]): Promise<AnyRow[]>;
  put(table: TableName, row: AnyRow): void;
  remove(table: TableName, id: string): void;
  clear(table: TableName): void;
}

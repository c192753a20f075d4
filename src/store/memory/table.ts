/** One table in memory: rows by id, and buckets of ids for each declared index. */
import type { TableName } from '../schema.ts';
import { tables as schema } from '../tables.ts';
import type { Bytes } from './bytes.ts';
import { idsOf, withId, withoutId, type Bucket } from './bucket.ts';
import { createEnds, minuteOfEnd } from './ends.ts';
import { jsonOf, type AnyRow } from './row.ts';
import { createRows, type Rows } from './rows.ts';

/** The values of a row, index by index, in the order in which the schema declares them; last the minute in which it ends. */
export type Keys = readonly (readonly string[])[];

export interface MemoryTable {
  readonly rows: Rows;
  /** Under which values the row is found. Throws what the schema's functions throw over a broken row. */
  keysOf(row: AnyRow): Keys;
  /** The ids under a value of an index, sorted. Throws TypeError for an index the schema does not declare. */
  ids(index: string, value: string): readonly string[];
  /** Whether a row with these keys is under that value. */
  matches(keys: Keys, index: string, value: string): boolean;
  /** The ids of the rows whose time is over. It costs as much as there are of them. */
  over(now: number): string[];
  /** @param row frozen, or as JSON */
  put(id: string, row: AnyRow | Bytes, keys: Keys): void;
  remove(id: string): void;
  /** Puts a row that is not there yet, of many that come in any order. Nothing is found before all are there, and `sort` was called. */
  load(row: AnyRow): void;
  sort(): void;
}

export type MemoryTables = Readonly<Record<TableName, MemoryTable>>;

/**
 * The schema's tables, all empty.
 * @param isIndexed false for who reads rows alone: nothing is found in them then, and nothing is known to be over
 */
export function createTables(isIndexed = true): MemoryTables {
  const names = Object.keys(schema) as TableName[];
  return Object.fromEntries(names.map((name) => [name, createTable(name, isIndexed)])) as unknown as MemoryTables;
}

/** Some of the tables. */
export function only(tables: MemoryTables, names: readonly TableName[]): Partial<MemoryTables> {
  return Object.fromEntries(names.map((name) => [name, tables[name]]));
}

type Extract = (row: AnyRow) => string | readonly string[] | null | undefined;

function createTable(name: TableName, isIndexed: boolean): MemoryTable {
  const rows = createRows();
  const indexes = Object.keys(schema[name]);
  const extracts = isIndexed ? [...(Object.values(schema[name]) as unknown as Extract[]), minuteOfEnd] : [];
  const buckets = extracts.slice(0, -1).map(() => new Map<string, Bucket>());
  const ends = createEnds();

  const position = (index: string): number => {
    const at = indexes.indexOf(index);
    if (at < 0) throw new TypeError(`the table ${name} has no index ${index}`);
    return at;
  };
  const keysOf = (row: AnyRow): Keys => extracts.map((extract) => list(extract(row)));
  const reindex = (id: string, before: Keys | undefined, after: Keys | undefined): void => {
    buckets.forEach((bucket, at) => {
      const gone = before?.[at] ?? [];
      const come = after?.[at] ?? [];
      for (const value of gone) if (!come.includes(value)) drop(bucket, value, id);
      for (const value of come) if (!gone.includes(value)) bucket.set(value, withId(bucket.get(value), id));
    });
    ends.move(id, before?.at(-1)?.[0], after?.at(-1)?.[0]);
  };

  return {
    rows,
    keysOf,
    ids: (index, value) => idsOf(buckets[position(index)]?.get(value)),
    matches: (keys, index, value) => keys[position(index)]?.includes(value) ?? false,
    over(now) {
      const { over, due } = ends.around(now);
      return over.concat(due.filter((id) => hasEnded(rows.peek(id), now)));
    },
    put(id, row, keys) {
      const before = rows.peek(id);
      rows.put(id, row);
      reindex(id, before && keysOf(before), keys);
    },
    remove(id) {
      const before = rows.peek(id);
      if (!before) return;
      rows.remove(id);
      reindex(id, keysOf(before), undefined);
    },
    load(row) {
      const { id } = row;
      rows.put(id, jsonOf(row));
      const keys = keysOf(row);
      buckets.forEach((bucket, at) => {
        const values = keys[at]!;
        values.forEach((value, first) => values.indexOf(value) === first && bucket.set(value, withId(bucket.get(value), id, Infinity)));
      });
      ends.move(id, undefined, keys.at(-1)?.[0]);
    },
    sort() {
      // By UTF-16 code units, as place() compares.
      for (const ofIndex of buckets) for (const bucket of ofIndex.values()) if (typeof bucket !== 'string') bucket.sort();
    },
  };
}

/** Whether a row is over at that time. Rows without `expiresAt` never are. */
export function hasEnded(row: AnyRow | undefined, now: number): boolean {
  return row !== undefined && 'expiresAt' in row && (row.expiresAt as number) <= now;
}

function list(value: ReturnType<Extract>): readonly string[] {
  if (value === null || value === undefined) return [];
  return typeof value === 'string' ? [value] : value;
}

function drop(buckets: Map<string, Bucket>, value: string, id: string): void {
  const rest = withoutId(buckets.get(value), id);
  if (rest === undefined) buckets.delete(value);
  else buckets.set(value, rest);
}

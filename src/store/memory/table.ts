/** One table in memory: rows by id, and buckets of ids for each declared index. */
import { tables as schema, type TableName } from '../schema.ts';
import { idsOf, withId, withoutId, type Bucket } from './bucket.ts';
import type { AnyRow } from './row.ts';

/** The values of a row, index by index, in the order in which the schema declares them. */
export type Keys = readonly (readonly string[])[];

export interface MemoryTable {
  readonly rows: ReadonlyMap<string, AnyRow>;
  /** Under which values the row is found. Throws what the schema's functions throw over a broken row. */
  keysOf(row: AnyRow): Keys;
  /** The ids under a value of an index, sorted. Throws TypeError for an index the schema does not declare. */
  ids(index: string, value: string): readonly string[];
  /** Whether a row with these keys is under that value. */
  matches(keys: Keys, index: string, value: string): boolean;
  put(row: AnyRow, keys: Keys): void;
  remove(id: string): void;
}

export type MemoryTables = Readonly<Record<TableName, MemoryTable>>;

/** The schema's tables, all empty. */
export function createTables(): MemoryTables {
  const names = Object.keys(schema) as TableName[];
  return Object.fromEntries(names.map((name) => [name, createTable(name)])) as unknown as MemoryTables;
}

type Extract = (row: AnyRow) => string | readonly string[] | null | undefined;

function createTable(name: TableName): MemoryTable {
  const rows = new Map<string, AnyRow>();
  const indexes = Object.keys(schema[name].indexes);
  const extracts = Object.values(schema[name].indexes) as unknown as Extract[];
  const buckets = indexes.map(() => new Map<string, Bucket>());

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
  };

  return {
    rows,
    keysOf,
    ids: (index, value) => idsOf(buckets[position(index)]?.get(value)),
    matches: (keys, index, value) => keys[position(index)]?.includes(value) ?? false,
    put(row, keys) {
      const before = rows.get(row.id);
      rows.set(row.id, row);
      reindex(row.id, before && keysOf(before), keys);
    },
    remove(id) {
      const before = rows.get(id);
      if (!before) return;
      rows.delete(id);
      reindex(id, keysOf(before), undefined);
    },
  };
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

/** Every row at one moment, and the way back to it: the same for every engine. */
import { isDeepStrictEqual } from 'node:util';
import type { Row, TableName } from './schema.ts';
import type { Store, Tx } from './store.ts';
import { tables } from './tables.ts';

/** The rows of each table, frozen. */
export type Snapshot = { readonly [T in TableName]: readonly Row<T>[] };

export const TABLE_NAMES = Object.keys(tables) as TableName[];

/** Between two units of work, of what a `kill -9` can no longer lose. */
export function snapshotOf(store: Store): Promise<Snapshot> {
  return store.write(async (tx) => {
    const lists = await Promise.all(TABLE_NAMES.map(async (name) => [name, await tx.all(name)]));
    return Object.fromEntries(lists) as Snapshot;
  });
}

/** Within the caller's unit of work every table but the kept ones gets these rows and no other. */
export async function restoreRows(tx: Tx, snapshot: Snapshot, kept: readonly TableName[] = []): Promise<void> {
  for (const table of TABLE_NAMES) {
    if (kept.includes(table)) continue;
    const rows = new Map((snapshot[table] as readonly Row<TableName>[]).map((row) => [row.id, row]));
    const before = new Map((await tx.all(table)).map((row) => [row.id, row]));
    for (const id of before.keys()) if (!rows.has(id)) tx.remove(table, id);
    for (const [id, row] of rows) if (!isDeepStrictEqual(before.get(id), row)) tx.put(table, row);
  }
}

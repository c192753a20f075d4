/** Rows as a unit of work has found them stored: what takes their place need not look for what they leave in the indexes. */
import type { AnyRow } from '../memory/row.ts';
import type { TableName } from '../schema.ts';

export interface Seen {
  /** The same rows, each remembered. */
  rows<Found extends readonly (AnyRow | undefined)[] | AnyRow | undefined>(table: TableName, asked: Promise<Found>): Promise<Found>;
  /** The stored row, where it was found. */
  known(table: TableName, id: string): AnyRow | undefined;
  /** What is stored has changed. What is on its way by then is of before, and not remembered. */
  forget(table: TableName): void;
}

/** Nothing is known at first. */
export function seenRows(): Seen {
  const tables = new Map<TableName, Map<string, AnyRow>>();
  return {
    async rows(table, asked) {
      const rows = tables.get(table) ?? new Map<string, AnyRow>();
      tables.set(table, rows);
      const found = await asked;
      for (const row of [found].flat()) if (row) rows.set(row.id, row);
      return found;
    },
    known: (table, id) => tables.get(table)?.get(id),
    forget: (table) => void tables.delete(table),
  };
}

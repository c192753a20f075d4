/** What things are called in the database. Everything of ours is in one schema, beside whatever else is there. */
import type { TableName } from '../schema.ts';

export const SCHEMA = 'kakao_sync';

/** Rows, one to an id. */
export function rowsOf(table: TableName): string {
  return `${SCHEMA}."${table}"`;
}

/** Under which values of which indexes a row is found. */
export function indexOf(table: TableName): string {
  return `${SCHEMA}."${table}Index"`;
}

/** The key of an advisory lock of ours, and what each is for. */
export const LOCKS = { migrate: 5252_01, sweep: 5252_02 } as const;

/** What a unit of work has put and removed and not yet sent: seen by its own reads, sent table by table. */
import type { QueryConfig } from 'pg';
import { type AnyRow, parsed, written } from '../memory/row.ts';
import type { TableName } from '../schema.ts';
import { tables } from '../tables.ts';
import { keyText } from './keys.ts';
import { indexOf, rowsOf } from './names.ts';
import { EVERY_ROW } from './read.ts';

export interface Draft {
  readonly id: string;
  readonly expiresAt: unknown;
  /** The row as JSON. */
  readonly text: string;
  readonly keys: readonly (readonly [index: string, value: string])[];
  /** The row, frozen, for who reads it before it has landed: few do. */
  row(): AnyRow;
}

/** The drafts of one table, in the place of what is stored. */
export interface Drafts {
  /** Whether every stored row is to go first. */
  isCleared: boolean;
  readonly rows: Map<string, Draft | null>;
}

type Extract = (row: AnyRow) => string | readonly string[] | null | undefined;
/** So many rows go in one statement. */
const BATCH = 500;

/** Throws TypeError for a row that is none, and what the schema's functions throw over a broken one. */
export function draftOf(table: TableName, row: AnyRow): Draft {
  const text = written(row);
  const { id, expiresAt = null } = row as AnyRow & { expiresAt?: unknown };
  let read: AnyRow | undefined;
  return { id, expiresAt, text, keys: keysOf(table, row), row: () => (read ??= parsed(text)) };
}

function keysOf(table: TableName, row: AnyRow): Draft['keys'] {
  return Object.entries(tables[table] as unknown as Record<string, Extract>).flatMap(([index, extract]) => {
    if (index === EVERY_ROW) return [];
    return [extract(row) ?? []].flat().map((value) => [index, value] as const);
  });
}

/** The statements that bring a table to its drafts. */
export function statementsOf(table: TableName, { isCleared, rows }: Drafts): QueryConfig[] {
  const statements: QueryConfig[] = [];
  if (isCleared) statements.push({ text: `delete from ${indexOf(table)}` }, { text: `delete from ${rowsOf(table)}` });
  const gone = [...rows].filter(([, draft]) => !draft).map(([id]) => keyText(id));
  if (gone.length > 0 && !isCleared) statements.push(removal(table, gone));
  const put = [...rows.values()].filter((draft) => draft !== null);
  for (let at = 0; at < put.length; at += BATCH) statements.push(putting(table, put.slice(at, at + BATCH)));
  return statements;
}

function removal(table: TableName, ids: readonly string[]): QueryConfig {
  const text = `
    with gone as (delete from ${rowsOf(table)} where id = any($1))
    delete from ${indexOf(table)} where id = any($1)`;
  return { name: `remove ${table}`, text, values: [ids] };
}

/** Entries of an index that stay are left alone: most rows change without moving in any. */
function putting(table: TableName, drafts: readonly Draft[]): QueryConfig {
  const ids = drafts.map(({ id }) => keyText(id));
  const keys = drafts.flatMap(({ keys: ofRow }, at) => ofRow.map(([index, value]) => [ids[at], index, keyText(value)] as const));
  const text = `
    with put as (
      insert into ${rowsOf(table)} (id, row, expires_at) select * from unnest($1::text[], $2::json[], $3::bigint[])
      on conflict (id) do update set row = excluded.row, expires_at = excluded.expires_at
    ), gone as (
      delete from ${indexOf(table)} i where i.id = any($1) and not exists (
        select from unnest($4::text[], $5::text[], $6::text[]) as kept (id, index, value)
        where kept.id = i.id and kept.index = i.index and kept.value = i.value
      )
    )
    insert into ${indexOf(table)} (id, index, value) select * from unnest($4::text[], $5::text[], $6::text[])
    on conflict do nothing`;
  const values = [
    ids,
    drafts.map((draft) => draft.text),
    drafts.map(({ expiresAt }) => expiresAt),
    ...[0, 1, 2].map((column) => keys.map((key) => key[column])),
  ];
  return { name: `put ${table}`, text, values };
}

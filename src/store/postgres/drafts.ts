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
  readonly keys: Keys;
  /** Those of the row that is stored, where that is known. */
  readonly before: Keys | undefined;
  /** The row, frozen, for who reads it before it has landed: few do. */
  row(): AnyRow;
}

type Keys = readonly (readonly [index: string, value: string])[];

/** The drafts of one table, in the place of what is stored. */
export interface Drafts {
  /** Whether every stored row is to go first. */
  isCleared: boolean;
  readonly rows: Map<string, Draft | null>;
}

type Extract = (row: AnyRow) => string | readonly string[] | null | undefined;
/** So many rows go in one statement. */
const BATCH = 500;

/**
 * Throws TypeError for a row that is none, and what the schema's functions throw over a broken one.
 * @param stored the row that it takes the place of, where that is known
 */
export function draftOf(table: TableName, row: AnyRow, stored?: AnyRow): Draft {
  const text = written(row);
  const { id, expiresAt = null } = row as AnyRow & { expiresAt?: unknown };
  let read: AnyRow | undefined;
  const before = stored && keysOf(table, stored);
  return { id, expiresAt, text, keys: keysOf(table, row), before, row: () => (read ??= parsed(text)) };
}

function keysOf(table: TableName, row: AnyRow): Keys {
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
  for (let at = 0; at < put.length; at += BATCH) statements.push(...putting(table, put.slice(at, at + BATCH)));
  return statements;
}

function removal(table: TableName, ids: readonly string[]): QueryConfig {
  const text = `
    with gone as (delete from ${rowsOf(table)} where id = any($1))
    delete from ${indexOf(table)} where id = any($1)`;
  return { name: `remove ${table}`, text, values: [ids] };
}

/** Entries of an index that stay are left alone: most rows change without moving in any. */
function putting(table: TableName, drafts: readonly Draft[]): QueryConfig[] {
  const known = drafts.filter(({ before }) => before !== undefined);
  const others = drafts.filter(({ before }) => before === undefined);
  const moves = known.some(({ keys, before }) => missingIn(keys, before!).length + missingIn(before!, keys).length > 0);
  return [
    ...(others.length > 0 ? [adding(table, others)] : []),
    ...(known.length > 0 ? [moves ? moving(table, known) : changing(table, known)] : []),
  ];
}

/** Rows that may be there or not. Only those that were have entries to look for: who looks meets all who add some. */
function adding(table: TableName, drafts: readonly Draft[]): QueryConfig {
  const text = `
    with put as (
      insert into ${rowsOf(table)} (id, row, expires_at) select * from unnest($1::text[], $2::json[], $3::bigint[])
      on conflict (id) do update set row = excluded.row, expires_at = excluded.expires_at
      returning id, xmax <> 0 as was_there
    ), gone as (
      delete from ${indexOf(table)} i where i.id = any(array(select id from put where was_there)) and not exists (
        select from unnest($4::text[], $5::text[], $6::text[]) as kept (id, index, value)
        where kept.id = i.id and kept.index = i.index and kept.value = i.value
      )
    )
    ${entriesInto(table)}`;
  return { name: `put ${table}`, text, values: [...rowValues(drafts), ...entryValues(drafts, ({ keys }) => keys)] };
}

/** Rows that are there: one that somebody has removed meanwhile collides. */
function changing(table: TableName, drafts: readonly Draft[]): QueryConfig {
  return { name: `change ${table}`, text: changeOf(table), values: rowValues(drafts) };
}

/** The same for rows of which entries come and go. Entry by entry: a walk through the index would meet all who write it. */
function moving(table: TableName, drafts: readonly Draft[]): QueryConfig {
  const text = `
    with changed as (${changeOf(table)}),
    gone as (
      delete from ${indexOf(table)} where ctid = any(array(
        select (select i.ctid from ${indexOf(table)} i where i.index = old.index and i.value = old.value and i.id = old.id)
        from unnest($7::text[], $8::text[], $9::text[]) as old (id, index, value)
      ))
    )
    ${entriesInto(table)}`;
  const added = entryValues(drafts, ({ keys, before }) => missingIn(keys, before!));
  const gone = entryValues(drafts, ({ keys, before }) => missingIn(before!, keys));
  return { name: `move ${table}`, text, values: [...rowValues(drafts), ...added, ...gone] };
}

/** Row by row, as with the entries. */
function changeOf(table: TableName): string {
  return `
    update ${rowsOf(table)} set
      row = ($2::json[])[array_position($1::text[], id)],
      expires_at = ($3::bigint[])[array_position($1::text[], id)]
    where id = any($1)`;
}

function entriesInto(table: TableName): string {
  return `
    insert into ${indexOf(table)} (id, index, value) select * from unnest($4::text[], $5::text[], $6::text[])
    on conflict do nothing`;
}

function missingIn(keys: Keys, others: Keys): Keys {
  return keys.filter(([index, value]) => !others.some((other) => other[0] === index && other[1] === value));
}

function rowValues(drafts: readonly Draft[]): unknown[] {
  return [drafts.map(({ id }) => keyText(id)), drafts.map(({ text }) => text), drafts.map(({ expiresAt }) => expiresAt)];
}

function entryValues(drafts: readonly Draft[], keysOfDraft: (draft: Draft) => Keys): unknown[] {
  const entries = drafts.flatMap((draft) => keysOfDraft(draft).map(([index, value]) => [keyText(draft.id), index, keyText(value)]));
  return [0, 1, 2].map((column) => entries.map((entry) => entry[column]));
}

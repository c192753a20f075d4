/** Brings the tables to what schema.ts says: a table that it gained is made, rows and indexes that it changed are written anew. */
import { createHash } from 'node:crypto';
import type { ClientBase } from 'pg';
import { z } from 'zod';
import { StoreRefused } from '../errors.ts';
import type { AnyRow } from '../memory/row.ts';
import { shapes, type TableName } from '../schema.ts';
import { tables } from '../tables.ts';
import { draftOf, statementsOf } from './drafts.ts';
import { indexOf, rowsOf, SCHEMA } from './names.ts';

const BATCH = 500;

/** Resolves with the tables that were made or written anew. Throws StoreRefused over a row that does not fit. */
export async function fitTables(client: ClientBase): Promise<TableName[]> {
  const { rows } = await client.query<{ name: string; shape: string }>(`select name, shape from ${SCHEMA}.shape`);
  const found = new Map(rows.map(({ name, shape }) => [name, shape]));
  const fitted: TableName[] = [];
  for (const table of Object.keys(tables) as TableName[]) {
    const shape = shapeOf(table);
    if (found.get(table) === shape) continue;
    if (found.has(table)) await writeAnew(client, table);
    else await client.query(creation(table));
    const text = `insert into ${SCHEMA}.shape (name, shape) values ($1, $2) on conflict (name) do update set shape = excluded.shape`;
    await client.query(text, [table, shape]);
    fitted.push(table);
  }
  return fitted;
}

/** Short, and another one when rows or indexes of the table change. */
function shapeOf(table: TableName): string {
  const [row, indexes] = [shapes[table], tables[table]];
  const rowShape = z.toJSONSchema(row, { unrepresentable: 'any', io: 'input' });
  const indexShape = Object.entries(indexes).map(([index, extract]) => `${index}: ${String(extract).replaceAll(/\s/g, '')}`);
  return createHash('sha256')
    .update(JSON.stringify([rowShape, indexShape]))
    .digest('base64url');
}

function creation(table: TableName): string {
  return `
    create table ${rowsOf(table)} (id text collate "C" primary key, row json not null, expires_at bigint);
    create index on ${rowsOf(table)} (expires_at) where expires_at is not null;
    create table ${indexOf(table)} (
      index text collate "C",
      value text collate "C",
      id text collate "C",
      primary key (index, value, id)
    );
    create index on ${indexOf(table)} (id);`;
}

async function writeAnew(client: ClientBase, table: TableName): Promise<void> {
  let after = '';
  for (;;) {
    const text = `select row from ${rowsOf(table)} where id > $1 order by id limit ${BATCH}`;
    const { rows } = await client.query<{ row: AnyRow }>(text, [after]);
    const drafts = new Map(rows.map(({ row }) => [row.id, draftOf(table, rowOfNow(table, row))]));
    for (const statement of statementsOf(table, { isCleared: false, rows: drafts })) await client.query(statement);
    if (rows.length < BATCH) return;
    after = rows.at(-1)!.row.id;
  }
}

function rowOfNow(table: TableName, row: AnyRow): AnyRow {
  const parsed = shapes[table].safeParse(row);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new StoreRefused(`${table}["${row.id}"].${issue?.path.join('.')}: ${issue?.message}`);
}

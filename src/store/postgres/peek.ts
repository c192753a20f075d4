/** What a database holds at one moment, rows and files, whatever its instances do meanwhile: one transaction that only reads. */
import pg from 'pg';
import { StoreRefused } from '../errors.ts';
import type { AnyRow } from '../memory/row.ts';
import type { TableName } from '../schema.ts';
import { tables } from '../tables.ts';
import type { Blobs } from '../store.ts';
import { createBlobs } from './blobs.ts';
import { SCHEMA } from './names.ts';
import { APPLICATION, reached, settingsOf } from './pools.ts';
import { allRows, asking } from './read.ts';

export interface Peeked {
  readonly rows: ReadonlyMap<TableName, readonly AnyRow[]>;
  readonly files: Pick<Blobs, 'read'>;
  close(): Promise<void>;
}

/** Rows are as they lie there, of an older version maybe. Throws StoreUnreachable, StoreRefused. */
export async function peekDatabase(url: string): Promise<Peeked> {
  const client = await connect(url);
  try {
    await client.query('begin isolation level repeatable read read only');
    const rows = new Map<TableName, readonly AnyRow[]>();
    const ask = asking((statement) => client.query(statement));
    for (const name of await tablesIn(client)) rows.set(name, await allRows(ask, name));
    return { rows, files: createBlobs(client), close: () => client.end() };
  } catch (error) {
    await client.end();
    throw error;
  }
}

/** How many connections simulators have to it. Throws StoreUnreachable. */
export async function connectionsTo(url: string): Promise<number> {
  const client = await connect(url);
  try {
    const { rows } = await client.query<{ count: number }>(
      `select count(*)::int as count from pg_stat_activity
       where datname = current_database() and application_name = $1 and pid <> pg_backend_pid()`,
      [APPLICATION],
    );
    return rows[0]?.count ?? 0;
  } finally {
    await client.end();
  }
}

async function connect(url: string): Promise<pg.Client> {
  const client = new pg.Client({ ...settingsOf(url), connectionTimeoutMillis: 5_000 });
  client.on('error', () => undefined);
  await reached(url, client.connect());
  return client;
}

async function tablesIn(client: pg.Client): Promise<TableName[]> {
  const { rows: found } = await client.query<{ is: boolean }>(`select to_regclass('${SCHEMA}.shape') is not null as is`);
  if (!found[0]?.is) return [];
  const { rows } = await client.query<{ name: string }>(`select name from ${SCHEMA}.shape order by name`);
  const unknown = rows.find(({ name }) => !Object.hasOwn(tables, name));
  if (unknown) throw new StoreRefused(`a newer version wrote it (this one knows no table ${unknown.name})`);
  return rows.map(({ name }) => name as TableName);
}

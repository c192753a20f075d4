/** Brings the database to this version. Whoever comes first does it, the others wait for that; it happens as a whole or not at all. */
import pg from 'pg';
import { StoreRefused } from '../errors.ts';
import type { TableName } from '../schema.ts';
import { countEditions } from './editions.ts';
import { fitTables } from './fit.ts';
import { MIGRATIONS } from './migrations.ts';
import { LOCKS, SCHEMA } from './names.ts';
import { reached, settingsOf } from './pools.ts';

export interface Migrated {
  /** What each migration that was still to be done says. */
  readonly done: readonly string[];
  /** The tables that were made or written anew. */
  readonly fitted: readonly TableName[];
}

/** Throws StoreUnreachable, StoreRefused. */
export async function migrate(url: string): Promise<Migrated> {
  const client = new pg.Client({ ...settingsOf(url), connectionTimeoutMillis: 5_000 });
  client.on('error', () => undefined);
  await reached(url, client.connect());
  try {
    await client.query('begin');
    await client.query(`select pg_advisory_xact_lock(${LOCKS.migrate})`);
    const done = await runMigrations(client);
    const fitted = await fitTables(client);
    await countEditions(client);
    await client.query('commit');
    return { done, fitted };
  } finally {
    await client.end();
  }
}

async function runMigrations(client: pg.Client): Promise<string[]> {
  await client.query(`create schema if not exists ${SCHEMA}`);
  await client.query(
    `create table if not exists ${SCHEMA}.migration (number integer primary key, done_at timestamptz not null default now())`,
  );
  const { rows } = await client.query<{ number: number }>(`select coalesce(max(number), 0) as number from ${SCHEMA}.migration`);
  const before = rows[0]?.number ?? 0;
  const newest = MIGRATIONS.at(-1)!.number;
  if (before > newest) throw new StoreRefused(`a newer version wrote it (migration ${before}, this one knows ${newest})`);
  const missing = MIGRATIONS.filter(({ number }) => number > before);
  for (const { number, sql } of missing) {
    await client.query(sql);
    await client.query(`insert into ${SCHEMA}.migration (number) values ($1)`, [number]);
  }
  return missing.map(({ says }) => says);
}

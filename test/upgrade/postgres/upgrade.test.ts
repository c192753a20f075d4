import { rowsOf, SCHEMA } from '../../../src/store/postgres/names.ts';
import { MIGRATIONS } from '../../../src/store/postgres/migrations.ts';
import { ask, useDatabase } from '../../helpers/postgres.ts';
import { goesOn, type Known, read, VERSIONS } from '../fixtures.ts';

/** Rows by table, as they lay there. */
type Dump = Record<string, Record<string, unknown>[]>;

describe('upgrade · databases of released versions', () => {
  const url = useDatabase();

  for (const version of VERSIONS) {
    it(`one of ${version} is brought to this version: an old token works, an old user signs in`, async () => {
      const dump = read<Dump>(version, 'database.json');
      await ask(url(), `drop schema if exists ${SCHEMA} cascade`);
      await ask(url(), `create schema ${SCHEMA}; create table ${SCHEMA}.migration (number integer primary key, done_at timestamptz)`);
      for (const { number } of dump['migration'] as { number: number }[]) await ask(url(), MIGRATIONS[number - 1]!.sql);
      for (const [table, rows] of Object.entries(dump)) {
        await ask(url(), creationOf(table));
        for (const row of rows) {
          const columns = Object.keys(row).map((name) => `"${name}"`);
          const values = Object.values(row).map((value) => (typeof value === 'object' && value !== null ? JSON.stringify(value) : value));
          const places = values.map((_, at) => `$${at + 1}`);
          await ask(url(), `insert into ${SCHEMA}."${table}" (${columns}) values (${places})`, values);
        }
      }
      await goesOn({ store: url() }, read<Known>(version, 'known.json').database);
    });
  }
});

/** Every table of rows, and every one of indexes, has had the same shape from the first version on; the others are there. */
function creationOf(table: string): string {
  if (['migration', 'shape', 'lease', 'blob'].includes(table)) return 'select 1';
  const name = rowsOf(table as never);
  return table.endsWith('Index')
    ? `create table ${name} (index text collate "C", value text collate "C", id text collate "C", primary key (index, value, id));
       create index on ${name} (id)`
    : `create table ${name} (id text collate "C" primary key, row json not null, expires_at bigint)`;
}

/**
 * What was done to the database, in order; never changed once it was released, only added to. The tables of schema.ts are
 * not here: each has the same shape, and fit.ts sees to it that they are there and that their rows are of this version.
 */
import { SCHEMA } from './names.ts';

export interface Migration {
  readonly number: number;
  readonly says: string;
  readonly sql: string;
}

export const MIGRATIONS: readonly Migration[] = [
  {
    number: 1,
    says: 'which shape each table has, leases, files',
    sql: `
      create table ${SCHEMA}.shape (name text primary key, shape text not null);
      create table ${SCHEMA}.lease (name text primary key, holder text not null, until timestamptz not null);
      create table ${SCHEMA}.blob (
        id text collate "C",
        part integer,
        bytes bytea not null,
        written_at timestamptz not null default now(),
        primary key (id, part)
      );
      alter table ${SCHEMA}.blob alter column bytes set storage external;`,
  },
  {
    number: 2,
    says: 'which edition each table has that is written seldom',
    // One that begins again, after its row or the database was made anew, has numbers that nobody has seen.
    sql: `
      create table ${SCHEMA}.edition (name text collate "C" primary key, number bigint not null);
      create function ${SCHEMA}.next_edition() returns trigger language plpgsql as $$
      begin
        insert into ${SCHEMA}.edition as known (name, number)
        values (tg_table_name, (extract(epoch from clock_timestamp()) * 1000000)::bigint)
        on conflict (name) do update set number = known.number + 1;
        return null;
      end $$;`,
  },
];

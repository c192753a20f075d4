/**
 * Editions of the tables that are set up once and read by every login: whatever writes one of them counts its edition, in the same transaction.
 * So what was read of an edition holds for as long as that is the present one, and who knows the number need not ask for the rows.
 */
import type { ClientBase } from 'pg';
import { type AnyRow, freeze } from '../memory/row.ts';
import type { TableName } from '../schema.ts';
import { rowsOf, SCHEMA } from './names.ts';
import { type Ask, asking, keyOf, type Query } from './read.ts';

/** What a login or an endpoint writes is not among them: who counts an edition waits for others who do. */
const COUNTED: ReadonlySet<TableName> = new Set([
  'applications',
  'apps',
  'businesses',
  'channels',
  'clocks',
  'connections',
  'deskEntries',
  'faults',
  'reviewPolicies',
  'reviews',
  'terms',
]);
/** Answers of an edition; with more than these it is begun anew. */
const MOST = 5000;

export type Numbers = ReadonlyMap<string, number>;

/** What somebody sees of the editions. */
export interface Sight {
  /** Which edition of a counted table is seen; undefined where it cannot be told. */
  edition(table: TableName): Promise<number | undefined>;
  /** Whether a newer one will do, or just the moment that is seen. */
  readonly mayBeNewer: boolean;
}

export interface Editions {
  /** The same answers; those of an edition that is known cost no statement. */
  asking(query: Query, sight: Sight): Ask;
}

interface Edition {
  readonly number: number;
  readonly answers: Map<string, readonly AnyRow[]>;
}

export const isCounted = (table: TableName): boolean => COUNTED.has(table);

/** In one row: every request asks for it. */
export async function editionsNow(query: Query): Promise<Numbers> {
  const text = `select json_object_agg(name, number) as numbers from ${SCHEMA}.edition`;
  const { rows } = await query({ name: 'editions', text });
  const [{ numbers }] = rows as [{ numbers: Record<string, number> | null }];
  return new Map(Object.entries(numbers ?? {}));
}

export function createEditions(): Editions {
  const newest = new Map<TableName, Edition>();
  const keep = (table: TableName, number: number, key: string, rows: readonly AnyRow[]): void => {
    const known = newest.get(table);
    if (known && known.number > number) return;
    const isSame = known?.number === number && known.answers.size < MOST;
    const edition = isSame ? known : { number, answers: new Map() };
    newest.set(table, edition);
    edition.answers.set(key, rows);
  };
  return {
    asking(query, { edition, mayBeNewer }) {
      const plainly = asking(query);
      return async (table, question) => {
        const seen = isCounted(table) ? await edition(table) : undefined;
        if (seen === undefined) return plainly(table, question);
        const known = newest.get(table);
        const key = keyOf(question);
        const isSeen = (number: number): boolean => number === seen || (mayBeNewer && number > seen);
        const told = known && isSeen(known.number) ? known.answers.get(key) : undefined;
        if (told) return told;
        const { number, rows } = await withEdition(query, table, question);
        // Another one than its own a unit of work sees only of what it has written itself meanwhile.
        if (number !== null && isSeen(number)) keep(table, number, key, rows);
        return rows;
      };
    },
  };
}

/** Rows and the number of their edition, of one moment. */
async function withEdition(query: Query, table: TableName, { name, text, values }: Parameters<Ask>[1]) {
  const both = `
    select (select number::float8 from ${SCHEMA}.edition where name = '${table}') as number,
    (select coalesce(json_agg(found.row), '[]') from (${text}) found) as rows`;
  const { rows } = await query({ name: `edition ${name}`, text: both, values });
  const [answer] = rows as [{ number: number | null; rows: AnyRow[] }];
  return { number: answer.number, rows: answer.rows.map(freeze) };
}

/** Has every write of the counted tables counted, whoever makes it. */
export async function countEditions(client: ClientBase): Promise<void> {
  const { rows } = await client.query<{ id: string }>(`select tgrelid::regclass::text as id from pg_trigger where tgname = 'edition'`);
  const counted = new Set(rows.map(({ id }) => id));
  for (const table of COUNTED) {
    const { rows: names } = await client.query<{ id: string }>(`select $1::regclass::text as id`, [rowsOf(table)]);
    if (counted.has(names[0]!.id)) continue;
    // A write of nothing begins the first edition.
    await client.query(`
      create trigger edition after insert or update or delete or truncate on ${rowsOf(table)}
      for each statement execute function ${SCHEMA}.next_edition();
      delete from ${rowsOf(table)} where false`);
  }
}

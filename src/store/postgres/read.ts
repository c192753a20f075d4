/** Reading: a row by its id, and a listing by one index, each in one statement that the server knows by name. */
import type { QueryConfig, QueryResult } from 'pg';
import { type AnyRow, freeze } from '../memory/row.ts';
import type { TableName } from '../schema.ts';
import { ALL, tables } from '../tables.ts';
import type { Page } from '../store.ts';
import { keyText } from './keys.ts';
import { indexOf, rowsOf } from './names.ts';

export type Query = (statement: QueryConfig) => Promise<QueryResult>;

/** A question and its values; the name stands for the text. */
export interface Question extends QueryConfig {
  readonly name: string;
  readonly values: unknown[];
}

/** The same for the same question with the same values. */
export function keyOf({ name, text, values }: QueryConfig): string {
  return `${name ?? text} ${JSON.stringify(values)}`;
}

/** Gets the rows of one table that answer a question. They are frozen. */
export type Ask = (table: TableName, question: Question) => Promise<readonly AnyRow[]>;

/** A `Reader` to those who do not know which row a table has. */
export interface LooseReader {
  get(table: TableName, id: string): Promise<AnyRow | undefined>;
  find(table: TableName, index: string, value: string, page?: Page): Promise<AnyRow[]>;
  /** Under an index other than `all`. */
  findAny(table: TableName, index: string, values: readonly string[]): Promise<AnyRow[]>;
}

/** Every table's `all` is the table itself. */
export const EVERY_ROW = 'all';

/** Each question is a statement. */
export function asking(query: Query): Ask {
  return async (_table, question) => (await query(question)).rows.map(({ row }) => freeze(row as AnyRow));
}

export function readerOf(ask: Ask): LooseReader {
  return {
    get: async (table, id) => (await ask(table, getting(table, id)))[0],
    async find(table, index, value, page) {
      mustBeDeclared(table, index);
      if (index === EVERY_ROW && value !== ALL) return [];
      if (page && page.limit < 1) return [];
      // Each asker may do with its list what it likes.
      return [...(await ask(table, listing(table, index, value, page)))];
    },
    async findAny(table, index, values) {
      mustBeDeclared(table, index);
      return values.length > 0 ? [...(await ask(table, listingOfAny(table, index, values)))] : [];
    },
  };
}

/** A row by its id. */
export function getting(table: TableName, id: string): Question {
  return { name: `get ${table}`, text: `select row from ${rowsOf(table)} where id = $1`, values: [keyText(id)] };
}

/** Throws TypeError for an index that the schema does not declare. */
function mustBeDeclared(table: TableName, index: string): void {
  if (!Object.hasOwn(tables[table], index)) throw new TypeError(`the table ${table} has no index ${index}`);
}

/** The row of what was found. Row by row, however many there are: a walk through the table would meet whoever writes it. */
function rowOfFound(table: TableName): string {
  return `(select row from ${rowsOf(table)} where id = found.id) as row`;
}

function listingOfAny(table: TableName, index: string, values: readonly string[]): Question {
  const text = `
    select ${rowOfFound(table)}
    from (select distinct id from ${indexOf(table)} where index = $1 and value = any($2)) found
    order by id`;
  return { name: `find ${table} any`, text, values: [index, values.map(keyText)] };
}

/** Every row of the table, lowest id first. */
export async function allRows(ask: Ask, table: TableName): Promise<AnyRow[]> {
  return [...(await ask(table, listing(table, EVERY_ROW, ALL, undefined)))];
}

function listing(table: TableName, index: string, value: string, page: Page | undefined): Question {
  const values: unknown[] = [];
  const param = (given: unknown): string => `$${values.push(given)}`;
  const wholeTable = index === EVERY_ROW;
  const [row, from] = wholeTable ? ['row', rowsOf(table)] : [rowOfFound(table), indexOf(table)];
  const where = wholeTable ? [] : [`index = ${param(index)}`, `value = ${param(keyText(value))}`];
  if (page?.before !== undefined) where.push(`id < ${param(keyText(page.before))}`);
  const ended = page && page.limit !== Infinity ? `limit ${param(page.limit)}` : '';
  const text = [
    `select ${row} from ${from} as found`,
    where.length > 0 ? `where ${where.join(' and ')}` : '',
    `order by id ${page ? 'desc' : ''} ${ended}`,
  ].join(' ');
  const kind = [wholeTable && 'all', page && 'page', page?.before !== undefined && 'before', ended && 'limit'].filter(Boolean);
  return { name: ['find', table, ...kind].join(' '), text, values };
}

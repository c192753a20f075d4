/** Answers that are kept, so that what is asked again costs no statement. Rows are frozen, and so shared. */
import type { AnyRow } from '../memory/row.ts';
import type { TableName } from '../schema.ts';
import { type Ask, getting, keyOf } from './read.ts';

export interface Answers {
  readonly ask: Ask;
  /** From now on what is asked of this table is asked anew. What is on its way by then is not kept. */
  forget(table: TableName): void;
}

type Known = Map<string, ReturnType<Ask>>;

/** The same answers, each asked for once. A row that was found is not asked for by its id any more. */
export function keptAnswers(ask: Ask): Answers {
  const tables = new Map<TableName, Known>();
  return {
    ask(table, question) {
      const known: Known = tables.get(table) ?? new Map();
      tables.set(table, known);
      const key = keyOf(question);
      const told = known.get(key);
      if (told) return told;
      const asked = ask(table, question);
      known.set(key, asked);
      asked.then(
        (rows) => keepEach(known, table, rows),
        // What went wrong once may go well.
        () => known.delete(key),
      );
      return asked;
    },
    forget: (table) => void tables.delete(table),
  };
}

function keepEach(known: Known, table: TableName, rows: readonly AnyRow[]): void {
  for (const row of rows) {
    const key = keyOf(getting(table, row.id));
    if (!known.has(key)) known.set(key, Promise.resolve([row]));
  }
}

/** Answers that are kept, so that what is asked again costs no statement. Rows are frozen, and so shared. */
import type { TableName } from '../schema.ts';
import type { Ask, Question } from './read.ts';

export interface Answers {
  readonly ask: Ask;
  /** From now on what is asked of this table is asked anew. What is on its way by then is not kept. */
  forget(table: TableName): void;
}

/** The same answers, each asked for once. */
export function keptAnswers(ask: Ask): Answers {
  const tables = new Map<TableName, Map<string, ReturnType<Ask>>>();
  return {
    ask(table, question) {
      const known = tables.get(table) ?? new Map<string, ReturnType<Ask>>();
      tables.set(table, known);
      const key = keyOf(question);
      const told = known.get(key);
      if (told) return told;
      const asked = ask(table, question);
      known.set(key, asked);
      // What went wrong once may go well.
      asked.catch(() => known.delete(key));
      return asked;
    },
    forget: (table) => void tables.delete(table),
  };
}

export function keyOf({ name, values }: Question): string {
  return `${name} ${JSON.stringify(values)}`;
}

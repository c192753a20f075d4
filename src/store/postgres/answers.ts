/** Answers that are kept, so that what is asked again costs no statement. Rows are frozen, and so shared. */
import type { TableName } from '../schema.ts';
import type { LooseReader } from './read.ts';

export interface Answers extends LooseReader {
  /** From now on whatever is asked, or asked of this table, is asked anew. What is on its way by then is not kept. */
  forget(table?: TableName): void;
}

/** The same reader, asked once for each of its answers. */
export function keptAnswers(reader: LooseReader): Answers {
  const tables = new Map<TableName, Map<string, Promise<unknown>>>();
  const once = <R>(table: TableName, question: string, ask: () => Promise<R>): Promise<R> => {
    const known = tables.get(table) ?? new Map<string, Promise<unknown>>();
    tables.set(table, known);
    const told = known.get(question) as Promise<R> | undefined;
    if (told) return told;
    const asked = ask();
    known.set(question, asked);
    // What went wrong once may go well.
    asked.catch(() => known.delete(question));
    return asked;
  };
  return {
    get: (table, id) => once(table, `get ${id}`, () => reader.get(table, id)),
    async find(table, index, value, page) {
      const question = JSON.stringify([index, value, String(page?.limit), page?.before]);
      // Each asker may do with its list what it likes.
      return [...(await once(table, question, () => reader.find(table, index, value, page)))];
    },
    forget: (table) => (table === undefined ? tables.clear() : void tables.delete(table)),
  };
}

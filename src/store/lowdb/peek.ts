/** What a data folder holds, read beside whoever works on it: every unit of work up to one, and none after it. Nothing is locked and nothing changed. */
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Low } from 'lowdb';
import { DataFileRefused } from '../errors.ts';
import type { AnyRow } from '../memory/row.ts';
import type { Rows } from '../memory/rows.ts';
import { createTables, only } from '../memory/table.ts';
import type { TableName } from '../schema.ts';
import { type Document, documentAdapter } from './document.ts';
import { DOCUMENTS } from './files.ts';
import { holdFiles } from './held.ts';
import { recover } from './recover.ts';

/** Rows one by one; a list of them is one. */
export interface Listing extends Iterable<AnyRow> {
  readonly length: number;
}

const MOST_TRIES = 20;
const PAUSE_MS = 50;

/** The rows of each table. Throws DataFileRefused. */
export async function peekFolder(folder: string): Promise<ReadonlyMap<TableName, Listing>> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await readOnce(folder);
    } catch (error) {
      // Somebody who works on it may be folding its journal in.
      if (!(error instanceof DataFileRefused) || tries === MOST_TRIES) throw error;
    }
    await pause(PAUSE_MS);
  }
}

async function readOnce(folder: string): Promise<ReadonlyMap<TableName, Listing>> {
  const source = await holdFiles(folder);
  try {
    const tables = createTables(false);
    const documents = DOCUMENTS.map(({ name, tables: names }) => {
      const own = only(tables, names);
      const adapter = documentAdapter({ file: join(folder, name), tables: own, now: () => 0, settled: nothing, step: nothing, source });
      return new Low<Document>(adapter, { generation: 1, tables: own });
    });
    await recover(folder, documents, tables, source);
    return new Map(Object.entries(tables).map(([name, { rows }]) => [name as TableName, listing(rows)]));
  } finally {
    await source.close();
  }
}

/** Nothing is written. */
async function nothing(): Promise<void> {}

/** By ascending id. Each row is made when it is its turn: all of them at once take several times the room. */
function listing(rows: Rows): Listing {
  return {
    length: rows.size,
    *[Symbol.iterator]() {
      for (const id of [...rows.ids()].sort()) yield rows.peek(id) as AnyRow;
    },
  };
}

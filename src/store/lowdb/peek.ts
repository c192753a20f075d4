/** What a data folder holds, read beside whoever works on it: every unit of work up to one, and none after it. Nothing is locked and nothing changed. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Low } from 'lowdb';
import { DataFileRefused } from '../errors.ts';
import type { AnyRow } from '../memory/row.ts';
import type { TableName } from '../schema.ts';
import { type Document, documentAdapter } from './document.ts';
import { DOCUMENTS, journalPath } from './files.ts';
import { recover } from './recover.ts';

const MOST_TRIES = 20;
const PAUSE_MS = 50;

/** Throws DataFileRefused. */
export async function peekFolder(folder: string): Promise<ReadonlyMap<TableName, readonly AnyRow[]>> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await readOnce(folder);
    } catch (error) {
      // Somebody who works on it has folded its journal in meanwhile.
      if (!(error instanceof DataFileRefused) || tries === MOST_TRIES) throw error;
    }
    await pause(PAUSE_MS);
  }
}

async function readOnce(folder: string): Promise<ReadonlyMap<TableName, readonly AnyRow[]>> {
  const documents = DOCUMENTS.map(({ name, tables }) => {
    const file = join(folder, name);
    const adapter = documentAdapter({ file, tables, keep: () => true, settled: async () => undefined, step: () => undefined });
    return new Low<Document>(adapter, { generation: 1, tables: {} });
  });
  const { rows, generation, tail } = await recover(folder, documents);
  // One that is gone by now may have been gone when it was read, which looks like one that has only begun.
  const journal = journalPath(folder, generation);
  if (tail && !existsSync(journal)) throw new DataFileRefused(journal, 'it is gone');
  return rows;
}

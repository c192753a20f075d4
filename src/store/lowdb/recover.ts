/** What a data folder holds: its documents, and the journals since replayed on them, every row validated. */
import { join } from 'node:path';
import type { Low } from 'lowdb';
import { DataFileRefused } from '../errors.ts';
import { jsonOf } from '../memory/row.ts';
import type { MemoryTables } from '../memory/table.ts';
import { sourceOf, type Source } from './disk.ts';
import type { Document } from './document.ts';
import { DOCUMENTS, journalGeneration, journalPath } from './files.ts';
import { journalReader } from './journal-reader.ts';
import { headerLine, type Tail } from './line.ts';
import { validRow } from './valid.ts';

export interface Recovered {
  /** The journal to write to: it goes on after `tail`, or is to be begun. */
  readonly generation: number;
  readonly tail: Tail | undefined;
  /** Older journals that are in no document yet, as generation and bytes. */
  readonly sealed: Map<number, number>;
}

/**
 * Reads a folder without changing it. Throws DataFileRefused when anything in it is not whole.
 * @param documents whose rows go into these tables
 */
export async function recover(
  folder: string,
  documents: readonly Low<Document>[],
  tables: MemoryTables,
  source = sourceOf(folder),
): Promise<Recovered> {
  for (const document of documents) await document.read();
  for (const table of Object.values(tables)) table.sort();
  const generations = documents.map((document) => document.data.generation);
  const journals = journalsToReplay(folder, source.names(), generations);
  const generation = journals.at(-1) ?? Math.max(...generations);
  const sealed = new Map<number, number>();
  let tail: Tail | undefined;
  for (const one of journals) {
    tail = await replay(source, journalPath(folder, one), one, one === generation, tables);
    if (one !== generation) sealed.set(one, tail.size - headerLine(one).length);
  }
  return { generation, tail, sealed };
}

/**
 * The journals from the oldest document's generation on. Both documents are written for the same generation, but a
 * process may die between the two, so the newer one is replayed from where the older one stands: that changes nothing,
 * because changes are whole rows.
 */
function journalsToReplay(folder: string, names: readonly string[], generations: readonly number[]): number[] {
  const oldest = Math.min(...generations);
  const newest = Math.max(...generations);
  const found = names.map(journalGeneration).filter((one) => one !== undefined && one >= oldest) as number[];
  const last = Math.max(newest, ...found);
  if (found.length === 0 && oldest === newest) return []; // it was closed cleanly
  for (let generation = oldest; generation <= last; generation += 1) {
    if (found.includes(generation)) continue;
    // Generation 1 is also what a document that is not there stands for.
    const document = DOCUMENTS[generations.indexOf(1)]?.name;
    const missing = document ? join(folder, document) : journalPath(folder, generation);
    throw new DataFileRefused(missing, 'it is missing, and the files beside it need it');
  }
  return found.sort((a, b) => a - b);
}

async function replay(source: Source, file: string, generation: number, last: boolean, tables: MemoryTables): Promise<Tail> {
  const reader = journalReader(file, generation, last, (table, id, row) => {
    if (row === null) return tables[table].remove(id);
    const valid = validRow(file, table, id, row);
    tables[table].put(id, jsonOf(valid), tables[table].keysOf(valid));
  });
  await source.read(file, reader.push);
  return reader.end();
}

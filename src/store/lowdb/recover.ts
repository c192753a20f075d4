/** What a data folder holds: its documents, and the journals since replayed on them, every row validated. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Low } from 'lowdb';
import type { z } from 'zod';
import { DataFileRefused } from '../errors.ts';
import { freeze, type AnyRow } from '../memory/row.ts';
import { tables, type TableName } from '../schema.ts';
import { readBytes } from './disk.ts';
import type { Document } from './document.ts';
import { DOCUMENTS, journalGeneration, journalPath } from './files.ts';
import { decodeJournal, headerLine, type Tail } from './line.ts';

export interface Recovered {
  /** The rows of each table, validated and frozen, by ascending id. */
  readonly rows: ReadonlyMap<TableName, readonly AnyRow[]>;
  /** The journal to write to: it goes on after `tail`, or is to be begun. */
  readonly generation: number;
  readonly tail: Tail | undefined;
  /** Older journals that are in no document yet, as generation and bytes. */
  readonly sealed: Map<number, number>;
}

/** Reads a folder without changing it. Throws DataFileRefused when anything in it is not whole. */
export async function recover(folder: string, documents: readonly Low<Document>[]): Promise<Recovered> {
  const loaded: Loaded = { rows: new Map(), journals: new Map() };
  for (const document of documents) {
    await document.read();
    for (const [table, rows] of Object.entries(document.data.tables)) loaded.rows.set(table as TableName, new Map(rows));
  }
  const generations = documents.map((document) => document.data.generation);
  const journals = journalsToReplay(folder, generations);
  const generation = journals.at(-1) ?? Math.max(...generations);
  const sealed = new Map<number, number>();
  let tail: Tail | undefined;
  for (const one of journals) {
    tail = await replay(journalPath(folder, one), one, one === generation, loaded);
    if (one !== generation) sealed.set(one, tail.size - headerLine(one).length);
  }
  return { rows: validated(folder, loaded), generation, tail, sealed };
}

/** Rows as they were read, and for those that came from a journal, from which one. */
interface Loaded {
  readonly rows: Map<TableName, Map<string, unknown>>;
  readonly journals: Map<string, string>;
}

/**
 * The journals from the oldest document's generation on. Both documents are written for the same generation, but a
 * process may die between the two, so the newer one is replayed from where the older one stands: that changes nothing,
 * because changes are whole rows.
 */
function journalsToReplay(folder: string, generations: readonly number[]): number[] {
  const oldest = Math.min(...generations);
  const newest = Math.max(...generations);
  const found = readdirSync(folder)
    .map(journalGeneration)
    .filter((one) => one !== undefined && one >= oldest) as number[];
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

async function replay(file: string, generation: number, last: boolean, { rows, journals }: Loaded): Promise<Tail> {
  const bytes = (await readBytes(file)) ?? Buffer.alloc(0);
  return decodeJournal(file, bytes, generation, last, (table, id, row) => {
    let ofTable = rows.get(table);
    if (!ofTable) rows.set(table, (ofTable = new Map<string, unknown>()));
    if (row === null) ofTable.delete(id);
    else ofTable.set(id, row);
    journals.set(`${table} ${id}`, file);
  });
}

function validated(folder: string, loaded: Loaded): Map<TableName, AnyRow[]> {
  const rows = new Map<TableName, AnyRow[]>();
  for (const [table, ofTable] of loaded.rows) {
    const document = DOCUMENTS.find((one) => one.tables.includes(table))?.name ?? '';
    const list: AnyRow[] = [];
    for (const [id, row] of ofTable) {
      const parsed = tables[table].row.safeParse(row);
      if (!parsed.success) {
        const file = loaded.journals.get(`${table} ${id}`) ?? join(folder, document);
        throw new DataFileRefused(file, `${table}["${id}"]${complaint(parsed.error)}`);
      }
      list.push(freeze(parsed.data));
    }
    rows.set(
      table,
      list.sort((a, b) => (a.id < b.id ? -1 : 1)),
    );
  }
  return rows;
}

/** The first thing zod found, as `.email.address: expected string`. */
function complaint({ issues }: z.ZodError): string {
  const path = (issues[0]?.path ?? []).map((part) => (typeof part === 'number' ? `[${part}]` : `.${String(part)}`)).join('');
  return `${path}: ${issues[0]?.message.replace(/^Invalid input: /, '') ?? 'not valid'}`;
}

/** A document: readable JSON with one row to a line, as an adapter for lowdb's `Low`. */
import { randomUUID } from 'node:crypto';
import { open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Adapter } from 'lowdb';
import { DataFileRefused } from '../errors.ts';
import type { AnyRow } from '../memory/row.ts';
import type { TableName } from '../schema.ts';
import { parseJson, readBytes, syncFolder, writeAll, type Step } from './disk.ts';
import { headerOf, isObject, readHeader } from './files.ts';

const SLICE = 64 * 1024;

export interface Document {
  generation: number;
  tables: Readonly<Partial<Record<TableName, ReadonlyMap<string, AnyRow>>>>;
}

export interface DocumentOptions {
  readonly file: string;
  readonly tables: readonly TableName[];
  /** Whether a row is still worth writing down. */
  readonly keep: (row: AnyRow) => boolean;
  /** Resolves when the journal holds every unit of work that memory shows. */
  readonly settled: () => Promise<void>;
  readonly step: Step;
}

export interface DocumentAdapter extends Adapter<Document> {
  /** How long the file is, as last read or written. */
  bytes(): number;
}

/**
 * lowdb's own file adapter writes the whole document at once, without fsync. This one writes slice by slice and lets
 * other work run in between, so units of work may land meanwhile: the document may then show rows newer than its
 * generation. That is sound because the journal of its generation is replayed on it, and because the old document is
 * not replaced before that journal holds them all.
 * `read` throws DataFileRefused; its rows are not validated yet.
 */
export function documentAdapter({ file, tables, keep, settled, step }: DocumentOptions): DocumentAdapter {
  let size = 0;
  return {
    bytes: () => size,
    async read() {
      const bytes = await readBytes(file);
      size = bytes?.length ?? 0;
      return bytes ? parseDocument(file, bytes, tables) : null;
    },
    async write(document) {
      const temporary = `${file}.${randomUUID()}.tmp`;
      let written = 0;
      try {
        await step('document:create', 0);
        const handle = await open(temporary, 'wx', 0o600);
        try {
          for (const slice of slices(document, keep)) written += await writeAll(handle, slice, 'document:write', step);
          await step('document:sync', 0);
          await handle.sync();
        } finally {
          await handle.close();
        }
        await settled();
        await step('document:replace', 0);
        await rename(temporary, file);
      } catch (error) {
        await rm(temporary, { force: true });
        throw error;
      }
      await syncFolder(dirname(file), step);
      size = written;
    },
  };
}

function parseDocument(file: string, bytes: Buffer, expected: readonly TableName[]): Document {
  if (bytes.length === 0) throw new DataFileRefused(file, 'it is empty');
  const value = parseJson(file, bytes);
  const generation = readHeader(file, value);
  const tables = (value as { tables?: unknown }).tables;
  if (!isObject(tables)) throw new DataFileRefused(file, 'tables: expected an object');
  const found: Partial<Record<TableName, Map<string, AnyRow>>> = {};
  for (const [name, rows] of Object.entries(tables)) {
    if (!expected.includes(name as TableName)) throw new DataFileRefused(file, `tables.${name}: no such table in this file`);
    if (!Array.isArray(rows)) throw new DataFileRefused(file, `tables.${name}: expected a list of rows`);
    found[name as TableName] = byId(file, name, rows);
  }
  return { generation, tables: found };
}

function byId(file: string, name: string, rows: readonly unknown[]): Map<string, AnyRow> {
  const found = new Map<string, AnyRow>();
  rows.forEach((row, at) => {
    const id = isObject(row) ? row['id'] : undefined;
    if (typeof id !== 'string') throw new DataFileRefused(file, `${name}[${at}].id: expected string`);
    if (found.has(id)) throw new DataFileRefused(file, `${name}["${id}"]: there are two rows with this id`);
    found.set(id, row as AnyRow);
  });
  return found;
}

function* slices(document: Document, keep: (row: AnyRow) => boolean): Generator<string> {
  let slice = `${JSON.stringify(headerOf(document.generation)).slice(0, -1)},"tables":{`;
  let tableEnd = '\n';
  for (const [name, rows] of Object.entries(document.tables)) {
    slice += `${tableEnd}"${name}":[`;
    let rowEnd = '\n';
    // The ids of this moment: a map that is walked while others write to it may show a row twice, or never end.
    const ids = [...rows.keys()];
    for (const id of ids) {
      const row = rows.get(id);
      if (!row || !keep(row)) continue;
      slice += rowEnd + JSON.stringify(row);
      rowEnd = ',\n';
      if (slice.length < SLICE) continue;
      yield slice;
      slice = '';
    }
    slice += rowEnd === '\n' ? ']' : '\n]';
    tableEnd = ',\n';
  }
  yield `${slice}\n}}\n`;
}

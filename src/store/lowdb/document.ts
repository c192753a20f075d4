/** A document: readable JSON with one row to a line, as an adapter for lowdb's `Low`. */
import { randomUUID } from 'node:crypto';
import { open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Adapter } from 'lowdb';
import type { MemoryTable } from '../memory/table.ts';
import type { TableName } from '../schema.ts';
import { sourceOf, syncFolder, writeAll, type Source, type Step } from './disk.ts';
import { documentReader } from './document-reader.ts';
import { headerOf } from './files.ts';

const SLICE = 64 * 1024;

export interface Document {
  generation: number;
  /** Its tables in memory. */
  tables: DocumentTables;
}

export type DocumentTables = Readonly<Partial<Record<TableName, MemoryTable>>>;

export interface DocumentOptions {
  readonly file: string;
  /** Where its rows are read into, and written from. */
  readonly tables: DocumentTables;
  /** House time: what is over by then is not worth writing down. */
  readonly now: () => number;
  /** Resolves when the journal holds every unit of work that memory shows. */
  readonly settled: () => Promise<void>;
  readonly step: Step;
  /** Where it is read from, if not from its folder as that is. */
  readonly source?: Source;
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
 * `read` throws DataFileRefused. Neither has more than a slice of the file in hand.
 */
export function documentAdapter({ file, tables, now, settled, step, source = sourceOf(dirname(file)) }: DocumentOptions): DocumentAdapter {
  let size = 0;
  return {
    bytes: () => size,
    async read() {
      const reader = documentReader(file, tables);
      const length = await source.read(file, reader.push);
      size = length ?? 0;
      return length === undefined ? null : { generation: reader.end(), tables };
    },
    async write(document) {
      const temporary = `${file}.${randomUUID()}.tmp`;
      let written = 0;
      try {
        await step('document:create', 0);
        const handle = await open(temporary, 'wx', 0o600);
        try {
          for (const slice of slices(document, now()))
            written += await writeAll(handle, Buffer.from(slice, 'latin1'), 'document:write', step);
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

/** As its bytes, as rows are kept. */
function* slices({ generation, tables }: Document, now: number): Generator<string> {
  let slice = `${JSON.stringify(headerOf(generation)).slice(0, -1)},"tables":{`;
  let tableEnd = '\n';
  for (const [name, { rows, over }] of Object.entries(tables)) {
    slice += `${tableEnd}"${name}":[`;
    let rowEnd = '\n';
    const isOver = new Set(over(now));
    // The ids of this moment: a map that is walked while others write to it may show a row twice, or never end.
    const ids = [...rows.ids()];
    for (const id of ids) {
      const row = isOver.has(id) ? undefined : rows.bytes(id);
      if (row === undefined) continue;
      slice += rowEnd + row;
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

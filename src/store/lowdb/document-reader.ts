/** A document as it is read: row by row into its tables. */
import { DataFileRefused } from '../errors.ts';
import type { MemoryTable } from '../memory/table.ts';
import type { TableName } from '../schema.ts';
import { parseJson } from './disk.ts';
import type { DocumentTables } from './document.ts';
import { isObject, readHeader } from './files.ts';
import { createPieces } from './pieces.ts';
import { validRow } from './valid.ts';

/** Its rows are in `tables` under `"tables": { "name": [` */
const DEPTH = 3;

export interface DocumentReader {
  /** The next bytes of the file, cut anywhere. */
  push(chunk: Buffer): void;
  /** Ends it, and returns its generation. */
  end(): number;
}

/**
 * The header stands before the tables, so that a file of a newer version is told from one that is broken. What is refused
 * may have left rows in the tables. Throws DataFileRefused.
 */
export function documentReader(file: string, tables: DocumentTables): DocumentReader {
  let name: TableName | undefined;
  let count = 0;
  let isEmpty = true;

  const rowsOf = (outline: unknown): Record<string, unknown> => {
    const rows = (outline as { tables?: unknown }).tables;
    if (!isObject(rows)) throw new DataFileRefused(file, 'tables: expected an object');
    return rows;
  };
  const pieces = createPieces(DEPTH, {
    list(json) {
      const outline = parseJson(file, json);
      readHeader(file, outline);
      const isTable = Object.keys(outline as object).at(-1) === 'tables';
      name = isTable ? (Object.keys(rowsOf(outline)).at(-1) as TableName) : undefined;
      if (name && !(name in tables)) throw new DataFileRefused(file, `tables.${name}: no such table in this file`);
      count = 0;
    },
    piece(json) {
      if (!name) return;
      const row = parseJson(file, json) as Record<string, unknown>;
      const id = row['id'];
      if (typeof id !== 'string') throw new DataFileRefused(file, `${name}[${count}].id: expected string`);
      const table = tables[name] as MemoryTable;
      if (table.rows.has(id)) throw new DataFileRefused(file, `${name}["${id}"]: there are two rows with this id`);
      table.load(validRow(file, name, id, row));
      count += 1;
    },
  });

  return {
    push(chunk) {
      isEmpty = false;
      pieces.push(chunk);
    },
    end() {
      if (isEmpty) throw new DataFileRefused(file, 'it is empty');
      const outline = parseJson(file, pieces.end());
      const generation = readHeader(file, outline);
      for (const [table, rows] of Object.entries(rowsOf(outline))) {
        if (!(table in tables)) throw new DataFileRefused(file, `tables.${table}: no such table in this file`);
        if (!Array.isArray(rows) || !rows.every(isObject)) throw new DataFileRefused(file, `tables.${table}: expected a list of rows`);
      }
      return generation;
    },
  };
}

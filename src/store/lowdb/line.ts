/**
 * A journal: a header, then a line for each unit of work, `["checksum",[…changes…]]`. Each checksum goes on from the one
 * before it, and the first from the header, so that a line that is missing, moved or from elsewhere is noticed too.
 */
import { crc32 } from 'node:zlib';
import { DataFileRefused } from '../errors.ts';
import type { Change } from '../memory/unit.ts';
import { tables, type TableName } from '../schema.ts';
import { parseJson } from './disk.ts';
import { headerOf, readHeader } from './files.ts';

const NEWLINE = 0x0a;
const BRACKET = 0x5d;
const BEFORE = '["12345678",'.length;

/** One change as read from a journal: a row that was put, or null for one that was removed. */
export type Land = (table: TableName, id: string, row: unknown) => void;

/** How far a journal is good: its length in bytes and the checksum to go on from. */
export interface Tail {
  readonly size: number;
  readonly sum: number;
}

export function headerLine(generation: number): string {
  return `${JSON.stringify(headerOf(generation))}\n`;
}

/** The changes of a unit of work, as they stand in its line. */
export function encodeChanges(changes: readonly Change[]): string {
  const parts = changes.map(({ table, id, put }) =>
    put ? `{"put":"${table}","row":${put.text}}` : `{"remove":"${table}","id":${JSON.stringify(id)}}`,
  );
  return `[${parts.join(',')}]`;
}

/** The line of some encoded changes that follows the line with the checksum `sum`. */
export function encodeLine(changes: string, sum: number): { line: string; sum: number } {
  const next = crc32(changes, sum);
  return { line: `["${hex(next)}",${changes}]\n`, sum: next };
}

/**
 * Reads a journal, landing each change in order. In the `last` journal the end may be cut off in the middle of a line:
 * that unit of work was being written when the process died, nobody was told that it is stored, and it is left out.
 * Throws DataFileRefused for everything else that is not whole.
 */
export function decodeJournal(file: string, bytes: Buffer, generation: number, last: boolean, land: Land): Tail {
  const header = headerLine(generation);
  const headerEnd = bytes.indexOf(NEWLINE) + 1;
  if (headerEnd === 0) {
    if (last && header.startsWith(bytes.toString())) return { size: 0, sum: 0 };
    throw new DataFileRefused(file, bytes.length === 0 ? 'it is empty' : 'line 1: expected the header of a journal');
  }
  if (readHeader(file, parseJson(file, bytes.subarray(0, headerEnd), 'line 1: ')) !== generation) {
    throw new DataFileRefused(file, `line 1: generation: expected ${generation}, as in the name of the file`);
  }

  let size = headerEnd;
  let sum = crc32(bytes.subarray(0, headerEnd));
  for (let number = 2; size < bytes.length; number += 1) {
    const end = bytes.indexOf(NEWLINE, size);
    if (end < 0 && last) break;
    if (end < 0) throw new DataFileRefused(file, `line ${number}: it is cut off`);
    sum = decodeLine(file, bytes.subarray(size, end), number, sum, land);
    size = end + 1;
  }
  return { size, sum };
}

function decodeLine(file: string, line: Buffer, number: number, sum: number, land: Land): number {
  const changes = line.subarray(BEFORE, -1);
  const next = crc32(changes, sum);
  if (line.toString('latin1', 0, BEFORE) !== `["${hex(next)}",` || line.at(-1) !== BRACKET) {
    throw new DataFileRefused(file, `line ${number}: its checksum does not match`);
  }
  for (const change of parseJson(file, changes, `line ${number}: `) as WrittenChange[]) {
    const table = 'put' in change ? change.put : change.remove;
    if (!(table in tables)) throw new DataFileRefused(file, `line ${number}: there is no table ${table}`);
    if ('put' in change) land(table, change.row.id, change.row);
    else land(table, change.id, null);
  }
  return next;
}

type WrittenChange = { put: TableName; row: { id: string } } | { remove: TableName; id: string };

function hex(sum: number): string {
  return sum.toString(16).padStart(8, '0');
}

/**
 * A journal: a header, then a line for each unit of work, `["checksum",[…changes…]]`. Each checksum goes on from the one
 * before it, and the first from the header, so that a line that is missing, moved or from elsewhere is noticed too.
 */
import { crc32 } from 'node:zlib';
import { DataFileRefused } from '../errors.ts';
import { bytesOf } from '../memory/bytes.ts';
import type { Change } from '../memory/unit.ts';
import type { TableName } from '../schema.ts';
import { tables } from '../tables.ts';
import { parseJson } from './disk.ts';
import { headerOf } from './files.ts';
import { createPieces } from './pieces.ts';

const BRACKET = 0x5d;
const LINE_END = Buffer.from(']\n');
const BEFORE = '["12345678",'.length;
/** A slice of a line is as long, or by one change longer. */
const SLICE = 256 * 1024;

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

/** The changes of a unit of work as they stand in its line, as their bytes, in slices: together they may be longer than a text can be. */
export function encodeChanges(changes: readonly Change[]): string[] {
  const slices: string[] = [];
  let slice = '[';
  let separator = '';
  for (const { table, id, put } of changes) {
    slice += separator + (put ? `{"put":"${table}","row":${put.bytes}}` : `{"remove":"${table}","id":${bytesOf(JSON.stringify(id))}}`);
    separator = ',';
    if (slice.length < SLICE) continue;
    slices.push(slice);
    slice = '';
  }
  return [...slices, `${slice}]`];
}

/** The line of some encoded changes that follows the line with the checksum `sum`, in slices: made into bytes once, to be counted and written. */
export function encodeLine(changes: readonly string[], sum: number): { line: Buffer[]; sum: number } {
  const slices = changes.map((slice) => Buffer.from(slice, 'latin1'));
  const next = slices.reduce((before, slice) => crc32(slice, before), sum);
  return { line: [Buffer.from(`["${hex(next)}",`), ...slices, LINE_END], sum: next };
}

/**
 * Lands the changes of a line. Returns its checksum. Throws DataFileRefused when it does not follow the line with the
 * checksum `sum`.
 */
export function decodeLine(file: string, line: Buffer, number: number, sum: number, land: Land): number {
  const changes = line.subarray(BEFORE, -1);
  const next = crc32(changes, sum);
  if (line.toString('latin1', 0, BEFORE) !== `["${hex(next)}",` || line.at(-1) !== BRACKET) {
    throw new DataFileRefused(file, `line ${number}: its checksum does not match`);
  }
  const pieces = createPieces(1, {
    list: () => undefined,
    piece(json) {
      const change = parseJson(file, json, `line ${number}: `) as WrittenChange;
      const table = 'put' in change ? change.put : change.remove;
      if (!(table in tables)) throw new DataFileRefused(file, `line ${number}: there is no table ${table}`);
      if ('put' in change) land(table, change.row.id, change.row);
      else land(table, change.id, null);
    },
  });
  pieces.push(changes);
  parseJson(file, pieces.end(), `line ${number}: `);
  return next;
}

type WrittenChange = { put: TableName; row: { id: string } } | { remove: TableName; id: string };

function hex(sum: number): string {
  return sum.toString(16).padStart(8, '0');
}

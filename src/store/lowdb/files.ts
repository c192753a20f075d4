/** What lies in a data folder: two documents, journals in between, and the header each of them begins with. */
import { join } from 'node:path';
import { DataFileRefused } from '../errors.ts';
import { SHORT_LIVED } from '../memory/sweep.ts';
import type { TableName } from '../schema.ts';
import { tables } from '../tables.ts';

const FORMAT = 'kakao-sync-simulator';
const SCHEMA_VERSION = 1;
const JOURNAL = /^journal-([1-9]\d*)\.ndjson$/;
const TEMPORARY = /^(state|short-lived)\.json\..+\.tmp$/;

/**
 * The header of a file. A document holds all units of work of the journals before its generation;
 * the journals of its generation and after are still to be replayed on it.
 */
export interface Header {
  readonly format: typeof FORMAT;
  readonly schemaVersion: typeof SCHEMA_VERSION;
  readonly generation: number;
}

const shortLived = (name: string): boolean => (SHORT_LIVED as readonly string[]).includes(name);
const all = Object.keys(tables) as TableName[];

/** The documents and the tables in each. */
export const DOCUMENTS = [
  { name: 'state.json', tables: all.filter((name) => !shortLived(name)) },
  { name: 'short-lived.json', tables: all.filter(shortLived) },
] as const;

export function headerOf(generation: number): Header {
  return { format: FORMAT, schemaVersion: SCHEMA_VERSION, generation };
}

/** The generation in a header that was read. Throws DataFileRefused for foreign and newer files. */
export function readHeader(file: string, value: unknown): number {
  if (!isObject(value) || value['format'] !== FORMAT) {
    throw new DataFileRefused(file, `it is not a file of ${FORMAT} ("format": "${FORMAT}" expected)`);
  }
  const { schemaVersion, generation } = value;
  if (typeof schemaVersion === 'number' && schemaVersion > SCHEMA_VERSION) {
    throw new DataFileRefused(
      file,
      `a newer version wrote it (schemaVersion ${schemaVersion}, this one knows ${SCHEMA_VERSION})`,
      `Update ${FORMAT}, or use another folder with --data OTHER`,
    );
  }
  if (schemaVersion !== SCHEMA_VERSION) throw new DataFileRefused(file, `schemaVersion: expected ${SCHEMA_VERSION}`);
  if (!Number.isSafeInteger(generation) || (generation as number) < 1) {
    throw new DataFileRefused(file, 'generation: expected a whole number from 1');
  }
  return generation as number;
}

export function journalPath(folder: string, generation: number): string {
  return join(folder, `journal-${generation}.ndjson`);
}

/** The generation in the name of a journal, or undefined for another file. */
export function journalGeneration(name: string): number | undefined {
  const match = JOURNAL.exec(name);
  return match ? Number(match[1]) : undefined;
}

/** Whether a file of this name is what an unfinished fold left behind. */
export function isTemporary(name: string): boolean {
  return TEMPORARY.test(name);
}

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

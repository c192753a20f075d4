/**
 * A world written down as a seed that restores it exactly. Its nouns are written as people write them; then they are planted on trial, and
 * every row that would be missing, or another one, is written beside them as the row that it is. So nothing can be forgotten.
 */
import { isDeepStrictEqual } from 'node:util';
import type { Snapshot, TableName, Tx } from '../store/index.ts';
import { parseSeed, plantRows, type Seed, SeedRefused } from '../store/seed.ts';
import { lean } from './lean.ts';
import { nounsOf } from './nouns.ts';

/** A seed as it is written to a file. */
export type WrittenSeed = Readonly<Record<string, unknown>>;

/** The rows that say where a world came from are the next one's own. */
const MARK = 'world';
/** No moment of any world: what is planted without a time has another one. */
const NEVER = -1;

/**
 * @param files uploaded files by the ids of their documents
 */
export function written(snapshot: Snapshot, files: ReadonlyMap<string, Buffer>): WrittenSeed {
  const rows = inOrder(snapshot);
  const { nouns, seed } = sayable(lean(nounsOf(rows)));
  const planted = plantedRows(seed);
  const others: Record<string, unknown[]> = {};
  for (const [table, list] of Object.entries(rows) as [TableName, readonly { id: string }[]][]) {
    const rest = list.filter(
      (row) => !isDeepStrictEqual(planted.get(`${table} ${row.id}`), row) && !(table === 'secrets' && row.id === MARK),
    );
    if (rest.length > 0) others[table] = rest;
  }
  const there = new Set(Object.entries(rows).flatMap(([table, list]) => list.map(({ id }) => `${table} ${id}`)));
  const invented = [...planted.keys()].filter((name) => !there.has(name));
  if (invented.length > 0) throw new Error(`the export would plant what is not there: ${invented.join(', ')}`);
  return {
    ...nouns,
    ...(Object.keys(others).length > 0 && { rows: others }),
    ...(files.size > 0 && { files: Object.fromEntries([...files].map(([id, file]) => [id, file.toString('base64')])) }),
  };
}

/** Its people, businesses, channels, apps, and how they stand, alone: what a team keeps in its repository. */
export function writtenWorld(rows: Snapshot): WrittenSeed {
  return sayable(lean(nounsOf(inOrder(rows)))).nouns;
}

/** Each table in the order of its ids, so that the same world is written in the same way. */
function inOrder(rows: Snapshot): Snapshot {
  const sorted = Object.entries(rows).map(([table, list]) => [table, list.toSorted((a, b) => (a.id < b.id ? -1 : 1))]);
  return Object.fromEntries(sorted) as Snapshot;
}

/** Without the entries that a seed refuses, as houses allow what seeds do not: those stay rows. */
function sayable(nouns: WrittenSeed): { nouns: WrittenSeed; seed: Seed } {
  try {
    return { nouns, seed: parseSeed(JSON.stringify(nouns), 'the export') };
  } catch (error) {
    const refused = error instanceof SeedRefused ? error.problems.map(({ path }) => /^\w+\[\d+\]/.exec(path)?.[0]) : [];
    if (!refused.some(Boolean)) throw error;
    const left = Object.entries(nouns).map(([noun, entries]) => [
      noun,
      (entries as unknown[]).filter((_, i) => !refused.includes(`${noun}[${i}]`)),
    ]);
    return sayable(Object.fromEntries(left) as WrittenSeed);
  }
}

/** What a seed becomes, by `table id`. */
function plantedRows(seed: Seed): Map<string, unknown> {
  const rows = new Map<string, unknown>();
  const tx: Pick<Tx, 'put'> = { put: (table, row) => void rows.set(`${table} ${row.id}`, JSON.parse(JSON.stringify(row))) };
  plantRows(tx as Tx, seed, NEVER);
  return rows;
}

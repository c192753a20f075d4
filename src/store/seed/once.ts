/** The world that an empty store starts with, and that a reset goes back to. */
import { readFile } from 'node:fs/promises';
import { parseSeed, plantRows, type Seed, SeedRefused } from '../seed.ts';
import type { Reader, Store, Tx } from '../store.ts';

/** The row that says where the world came from; it is there once the seed was planted. */
const MARK = 'world';

/** Plants the seed file, unless the store has its world already. Throws SeedRefused, and then nothing was written. */
export async function plantOnce(store: Store, file: string, now: number): Promise<void> {
  if (await plantedBy(store)) return;
  const seed = await readSeed(file);
  await store.write(async (tx) => plantWorld(tx, seed, file, now));
}

/** Throws SeedRefused for a file that cannot be read, or that says what no seed may. */
export async function readSeed(file: string): Promise<Seed> {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw new SeedRefused(file, [{ path: '', message: `expected a readable file (${error.code}); check --seed` }]);
  });
  if (last?.file !== file || last.text !== text) last = { file, text, seed: parseSeed(text, file) };
  return last.seed;
}

/** What was read last: a reset begins from the same text, and so do many simulators in one process. Rows are copies of it. */
let last: { file: string; text: string; seed: Seed } | undefined;

/** Plants the seed, and writes down where it came from. */
export function plantWorld(tx: Tx, seed: Seed, file: string, now: number): void {
  plantRows(tx, seed, now);
  tx.put('secrets', { id: MARK, value: { seed: file, plantedAt: now } });
}

/** Where the world came from, once it was planted. */
export async function plantedBy(from: Reader): Promise<{ seed: string; plantedAt: number } | undefined> {
  return (await from.get('secrets', MARK))?.value as { seed: string; plantedAt: number } | undefined;
}

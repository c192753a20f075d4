/** Where a world begins: something that a seed is read from, anew each time. */
import { readFile } from 'node:fs/promises';
import { parseSeed, type Seed, SeedRefused } from '../seed.ts';

export interface SeedSource {
  /** As it is shown: a path, mostly. */
  readonly name: string;
  /** Throws what says why it is refused. */
  read(): Promise<Seed>;
}

/** In place of a file: a world with nothing in it. */
export const NO_SEED = 'none';

/** The source that a `seed` setting names: a file, or none. */
export function seedSource(seed: string | SeedSource): SeedSource {
  return typeof seed === 'string' ? { name: seed, read: () => readSeed(seed) } : seed;
}

/** Throws SeedRefused for a file that cannot be read, or that says what no seed may. */
async function readSeed(file: string): Promise<Seed> {
  if (file === NO_SEED) return parseSeed('{}', file);
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw new SeedRefused(file, [{ path: '', message: `expected a readable file (${error.code}); check --seed` }]);
  });
  if (last?.file !== file || last.text !== text) last = { file, text, seed: parseSeed(text, file) };
  return last.seed;
}

/** What was read last: a reset begins from the same text, and so do many simulators in one process. Rows are copies of it. */
let last: { file: string; text: string; seed: Seed } | undefined;

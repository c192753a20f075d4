/** Where a world begins: something that a seed is read from, anew each time. */
import { hash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { Seed } from '../seed.ts';

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
  const text = file === NO_SEED ? '{}' : await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => error);
  if (typeof text !== 'string') {
    const { SeedRefused } = await import('../seed.ts');
    throw new SeedRefused(file, [{ path: '', message: `expected a readable file (${text.code}); check --seed` }]);
  }
  if (last?.file !== file || last.text !== text) last = { file, text, seed: await parsed(text, file) };
  return last.seed;
}

/** What was read last: a reset begins from the same text, and so do many simulators in one process. Rows are copies of it. */
let last: { file: string; text: string; seed: Seed } | undefined;

/** What was read when the package was built is not read again. What a seed may say is loaded for the others alone. */
async function parsed(text: string, file: string): Promise<Seed> {
  const { shipped } = await import('./shipped.ts');
  if (shipped?.sha256 === hash('sha256', text)) return shipped.seed;
  const { parseSeed } = await import('../seed.ts');
  return parseSeed(text, file);
}

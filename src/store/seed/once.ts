/** The world that an empty store starts with, and that a reset goes back to. */
import { plantRows, putAll } from './plant.ts';
import type { Seed } from './shape.ts';
import type { Reader, Store, Tx } from '../store.ts';
import { type SeedSource, seedSource } from './source.ts';

/** The row that says where the world came from; it is there once the seed was planted. */
const MARK = 'world';

/**
 * Plants the seed, unless the store has its world already: then null. The secrets of an installation that was written down are taken over.
 * Throws what the source throws, and then nothing was written.
 */
export async function plantOnce(store: Store, from: string | SeedSource, now: number): Promise<Seed | null> {
  if (await plantedBy(store)) return null;
  const source = seedSource(from);
  const seed = await source.read();
  return store.write(async (tx) => {
    // Another instance may have been faster.
    if (await plantedBy(tx)) return null;
    putAll(tx, 'secrets', seed.rows?.secrets ?? []);
    plantWorld(tx, seed, source.name, now);
    return seed;
  });
}

/** Plants the seed, and writes down where it came from. */
export function plantWorld(tx: Tx, seed: Seed, name: string, now: number): void {
  plantRows(tx, seed, now);
  tx.put('secrets', { id: MARK, value: { seed: name, plantedAt: now } });
}

/** Where the world came from, once it was planted. */
export async function plantedBy(from: Reader): Promise<{ seed: string; plantedAt: number } | undefined> {
  return (await from.get('secrets', MARK))?.value as { seed: string; plantedAt: number } | undefined;
}

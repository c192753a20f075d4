/** The world that an empty store starts with. */
import { readFile } from 'node:fs/promises';
import { parseSeed, plantRows, SeedRefused } from '../seed.ts';
import type { Store } from '../store.ts';

/** The row that says where the world came from; it is there once the seed was planted. */
const MARK = 'world';

/** Plants the seed file, unless the store has its world already. Throws SeedRefused, and then nothing was written. */
export async function plantOnce(store: Store, file: string, now: number): Promise<void> {
  if (await store.get('secrets', MARK)) return;
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw new SeedRefused(file, [{ path: '', message: `expected a readable file (${error.code}); check --seed` }]);
  });
  const seed = parseSeed(text, file);
  await store.write(async (tx) => {
    plantRows(tx, seed, now);
    tx.put('secrets', { id: MARK, value: { seed: file, plantedAt: now } });
  });
}

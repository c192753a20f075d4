/** The world that is shipped, for the tests about it. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Store } from '../../src/store/index.ts';
import { openMemory } from '../../src/store/memory/open.ts';
import { parseSeed, plant, type Seed } from '../../src/store/seed.ts';

const WORLD = fileURLToPath(new URL('../../data/seed/world.json', import.meta.url));

/** When the tests plant it. */
export const NOW = Date.parse('2026-11-22T00:00:00Z');
/** data/seed/world.json as read. */
export const seed = parseSeed(readFileSync(WORLD, 'utf8'), WORLD);
export const personas = seed.accounts.filter(({ key }) => key !== null);

export const app = (id: string): Seed['apps'][number] => seed.apps.find((each) => each.id === id) ?? assert.fail(`no app ${id}`);
export const channelName = (id: string | null): string | undefined => seed.channels.find((channel) => channel.id === id)?.name;

/** A store with the shipped world in it, for the tests of the suite that calls this. */
export function usePlanted(): () => Store {
  let store: Store;
  before(async () => {
    store = await openMemory({ now: () => NOW });
    await plant(store, seed, NOW);
  });
  after(() => store.close());
  return () => store;
}

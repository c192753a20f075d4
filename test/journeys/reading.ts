/** What the tests of journeys share. */
import assert from 'node:assert/strict';
import type { Journey } from '../../src/journeys/index.ts';
import type { World } from '../helpers/house.ts';

export const all = (world: World): Promise<Journey[]> => world.house.journeys.recent({ limit: 10 });

export async function only(world: World): Promise<Journey> {
  const found = await all(world);
  assert.equal(found.length, 1);
  return found[0]!;
}

/** Its steps as lines: method, path, and the page or else the status. */
export async function wayOf(world: World, { id }: Journey): Promise<string[]> {
  const steps = await world.house.journeys.steps(id);
  return steps.map(
    ({ method, url, status, screen }) => `${method} ${url.split('?')[0]!.replace(/[\w-]{21,}/, ':uid')} ${screen ?? status}`,
  );
}

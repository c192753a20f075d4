/** Everything as it was: at the seed, or at a moment that was kept. */
import { z } from 'zod';
import type { House } from '../house.ts';
import type { Named, WorldSnapshot } from '../world/index.ts';
import { named, says } from './says.ts';

export const snapshotShape = named(
  'Snapshot',
  z.strictObject({
    name: says(z.string(), 'Its name.', '이름'),
    takenAt: says(z.string(), 'House time at which it was taken, RFC 3339.', '저장한 시뮬레이터 시각 (RFC 3339)'),
  }),
);

export function namedFacts({ name, takenAt }: Named): z.output<typeof snapshotShape> {
  return { name, takenAt: new Date(takenAt).toISOString() };
}

export const beginningShape = named(
  'Beginning',
  z.strictObject({
    seed: says(z.string(), 'Where the world came from.', '초기 데이터의 출처'),
    plantedAt: says(z.string(), 'When, RFC 3339.', '초기 데이터를 넣은 시각 (RFC 3339)'),
  }),
);

/** Everything back to the seed, whichever world it is. Throws SeedRefused, and then nothing has changed. */
export async function resetWorld({ world }: House): Promise<z.output<typeof beginningShape>> {
  await world.reset((await world.beginning()).plantedAt);
  const { seed, plantedAt } = await world.beginning();
  return { seed, plantedAt: new Date(plantedAt).toISOString() };
}

/** What `snapshot()` of the library gives: for `restore` alone. */
export type SnapshotInHand = Readonly<Pick<WorldSnapshot, 'takenAt'>>;

/** Without a name it is held by who asked for it; with one it is kept. Throws SnapshotNameRefused. */
export async function takeSnapshot({ world }: House, name?: string): Promise<SnapshotInHand> {
  if (name !== undefined) return world.save(name);
  return world.snapshot();
}

/** Throws SnapshotUnknown, SnapshotRefused, SnapshotNameRefused; then nothing has changed. */
export async function restoreSnapshot({ world }: House, snapshot: SnapshotInHand | string): Promise<void> {
  if (typeof snapshot === 'string') await world.load(snapshot);
  else if ('name' in snapshot) await world.load(String(snapshot.name));
  else await world.restore(snapshot as WorldSnapshot);
}

/** Lets the oldest journeys go, so that a load test does not fill the memory with what nobody will look at. */
import { ALL, type Store } from '../store/index.ts';

const BATCH = 100;

/** Removes the oldest until `most` are left, in units of work of bounded size. Resolves with how many are left. */
export async function trim(store: Store, most: number): Promise<number> {
  const all = await store.find('journeys', 'all', ALL);
  const over = all.slice(0, Math.max(0, all.length - most)).map(({ id }) => id);
  for (let at = 0; at < over.length; at += BATCH) {
    await store.write(async (tx) => {
      for (const id of over.slice(at, at + BATCH)) {
        for (const step of await tx.find('journeySteps', 'journey', id)) tx.remove('journeySteps', step.id);
        tx.remove('journeys', id);
      }
    });
  }
  return all.length - over.length;
}

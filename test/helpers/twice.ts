/**
 * A store that runs every unit of work twice, as PostgreSQL does with one that met another: what the first run wrote is dropped, and the second
 * counts. So whatever a unit does beside its writes is done twice, and a test that looks there fails.
 */
import type { Store, Tx } from '../../src/store/index.ts';

/** The store of an engine, with every unit of work run twice. */
export function runningTwice<S extends Store>(store: S): S {
  return {
    ...store,
    async write<R>(work: (tx: Tx) => Promise<R>, lease?: Parameters<Store['write']>[1]): Promise<R> {
      await store.write((tx) => dropped(work, tx)).catch(unlessDropped);
      return store.write(work, lease);
    },
  };
}

class Dropped extends Error {}

async function dropped(work: (tx: Tx) => Promise<unknown>, tx: Tx): Promise<never> {
  await work(tx);
  throw new Dropped('the first run of a unit of work');
}

/** A unit that refuses is not run again: its refusal is the answer. */
function unlessDropped(error: unknown): void {
  if (!(error instanceof Dropped)) throw error;
}

/** Units of work that join: what several verbs write, each on its own, lands together or not at all. */
import { AsyncLocalStorage } from 'node:async_hooks';
import type { Reader, Store, Tx } from './store.ts';

export interface JoinedStore extends Store {
  /**
   * Runs `work` as one unit of work. Whatever reads and writes this store inside of it, however deep, belongs to it and need
   * not know: a verb's own `write` becomes a part. What `work` throws drops all of it, so a failed verb must not be caught inside.
   * What a verb does after its own `write` happens before the whole has landed: what must wait for that goes through `landed`.
   */
  together<R>(work: (tx: Tx) => Promise<R>): Promise<R>;
  /** Runs an effect, like removing a file, once the unit that runs together has landed, and never if it does not; where none runs, now. */
  landed(effect: () => Promise<void>): Promise<void>;
}

interface Unit {
  tx: Tx;
  open: boolean;
  effects: (() => Promise<void>)[];
}

/** The store of an engine, with `together`. Outside of that it behaves as the engine does. */
export function joined(store: Store): JoinedStore {
  const running = new AsyncLocalStorage<Unit>();
  const current = (): Unit | undefined => {
    const unit = running.getStore();
    // Something begun inside may outlive the unit, like a timer: that is on its own.
    return unit?.open ? unit : undefined;
  };
  const reader = (): Reader => current()?.tx ?? store;

  return {
    get: (table, id) => reader().get(table, id),
    find: (table, index, value, page) => reader().find(table, index, value, page),
    async write(work, how) {
      const unit = current();
      return unit ? work(unit.tx) : store.write(work, how);
    },
    async together(work) {
      let effects: Unit['effects'] = [];
      const result = await store.write(async (tx) => {
        const unit: Unit = { tx, open: true, effects: [] };
        try {
          return await running.run(unit, work, tx);
        } finally {
          unit.open = false;
          effects = unit.effects;
        }
      });
      for (const effect of effects) await effect();
      return result;
    },
    async landed(effect) {
      const unit = current();
      if (unit) unit.effects.push(effect);
      else await effect();
    },
    watch: store.watch,
    ...(store.leases && { leases: store.leases }),
    ...(store.blobs && { blobs: store.blobs }),
    ...(store.memory && { memory: store.memory }),
    close: () => store.close(),
  };
}

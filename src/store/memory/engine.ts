/** The tables in memory with one writer at a time; what makes a write durable is handed in. */
import { AsyncLocalStorage } from 'node:async_hooks';
import { StoreClosed } from '../errors.ts';
import type { TableName } from '../schema.ts';
import type { Reader, Store, Tx } from '../store.ts';
import { select } from './select.ts';
import type { MemoryTables } from './table.ts';
import { apply, beginUnit, type Change, type Unit } from './unit.ts';

/**
 * Makes changes durable that memory shows already, and resolves when they, and all before them, are. When it cannot it
 * calls `undo` (the latest changes first) and rejects. It is called in the order of the units of work.
 */
export type Keep = (changes: readonly Change[], undo: () => void) => Promise<void>;

export interface Engine extends Omit<Store, 'close'> {
  /** Takes no further unit of work, and resolves when the last one has run. */
  drain(): Promise<void>;
}

/** A store without a life cycle over these tables. */
export function createEngine(tables: MemoryTables, keep: Keep): Engine {
  const running = new AsyncLocalStorage<Unit>();
  const listeners = new Map<TableName, Set<(isOurs: boolean) => void>>();
  let queue: Promise<unknown> = Promise.resolve();
  let closed = false;

  const perform = async <R>(work: (tx: Tx) => Promise<R>): Promise<Performed<R>> => {
    const unit = beginUnit(tables);
    try {
      const result = await running.run(unit, work, unit.tx);
      const changes = unit.end();
      // `kept` is wrapped, so that the next unit of work does not wait for the disk.
      return { result, changes, kept: keep(changes, apply(tables, changes)) };
    } finally {
      unit.end();
    }
  };
  const notify = (changes: readonly Change[]): void => {
    for (const table of new Set(changes.map((change) => change.table))) {
      // In microtasks of their own: what a listener throws must not look like a failed write.
      for (const listener of listeners.get(table) ?? []) queueMicrotask(() => listener(true));
    }
  };

  return {
    get: (async (table, id) => tables[table].rows.get(id)) as Reader['get'],
    find: (async (table, index, value, page) => select(tables[table], index, value, page)) as Reader['find'],
    async write(work) {
      if (running.getStore()?.open()) throw new Error('`write` inside `write`: put both into one unit of work');
      if (closed) throw new StoreClosed();
      const turn = queue.then(() => perform(work));
      queue = turn.catch(() => undefined); // its caller is told; the next one starts anyway
      const { result, changes, kept } = await turn;
      await kept;
      notify(changes);
      return result;
    },
    watch(table, listener) {
      const ofTable = listeners.get(table) ?? new Set();
      listeners.set(table, ofTable.add(listener));
      return () => void ofTable.delete(listener);
    },
    async drain() {
      closed = true;
      await queue;
    },
  };
}

interface Performed<R> {
  readonly result: R;
  readonly changes: readonly Change[];
  readonly kept: Promise<void>;
}

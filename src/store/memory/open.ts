/** The engine `memory`: nothing on disk, gone with the process. */
import { type Snapshot, TABLE_NAMES } from '../snapshot.ts';
import type { Store } from '../store.ts';
import { createEngine } from './engine.ts';
import { startSweeper, type Sweeper } from './sweep.ts';
import { createTables } from './table.ts';

export type EmbeddedStore = Store & Pick<Sweeper, 'sweep'>;

export interface MemoryOptions {
  /** House time, by which short-lived rows end; without it they never do. */
  now?: () => number;
  /** What it begins with, shared with where it is from; nothing unless told otherwise. */
  from?: Snapshot;
}

/** Opens a store in memory. */
export async function openMemory({ now = () => 0, from }: MemoryOptions = {}): Promise<EmbeddedStore> {
  const tables = createTables();
  for (const name of from ? TABLE_NAMES : []) for (const row of from![name]) tables[name].put(row.id, row, tables[name].keysOf(row));
  const engine = createEngine(tables, async () => undefined);
  const sweeper = startSweeper(tables, engine, now);
  return {
    get: engine.get,
    find: engine.find,
    write: engine.write,
    watch: engine.watch,
    sweep: sweeper.sweep,
    async close() {
      sweeper.stop();
      await engine.drain();
    },
  };
}

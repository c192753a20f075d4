/** The engine `memory`: nothing on disk, gone with the process. */
import type { Store } from '../store.ts';
import { createEngine } from './engine.ts';
import { startSweeper, type Sweeper } from './sweep.ts';
import { createTables } from './table.ts';

export type EmbeddedStore = Store & Pick<Sweeper, 'sweep'>;

/**
 * Opens an empty store in memory.
 * @param options.now house time, by which short-lived rows end; without it they never do
 */
export async function openMemory({ now = () => 0 }: { now?: () => number } = {}): Promise<EmbeddedStore> {
  const tables = createTables();
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

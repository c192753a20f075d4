/** The worker: finds what is pending and has it attempted, in order inside a lane, lanes beside one another. */
import { ALL, type Delivery, type Store } from '../store/index.ts';
import { createLanes } from './lanes.ts';

export interface WorkerDeps {
  store: Store;
  attempt: (delivery: Delivery) => Promise<void>;
  /** How many lanes of one endpoint are sent at once, so that no endpoint can take the places of another. */
  lanesAtOnce: number;
  /** Gets what the store throws. */
  report: (error: unknown) => void;
  /** How long the worker rests when the store refuses. */
  restMs: number;
}

const LONGEST_PAUSE = 250;

export type Worker = ReturnType<typeof createWorker>;

/** A worker that is not started yet. */
export function createWorker({ store, attempt, lanesAtOnce, report, restMs }: WorkerDeps) {
  let unwatch: (() => void) | undefined;
  let planned: NodeJS.Timeout | undefined;
  let resting: NodeJS.Timeout | undefined;
  let lookCost = 0;
  const asking = new Set<() => void>();
  const lanes = createLanes(lanesAtOnce, (lane) => sendLane(lane).then(wake, rest));

  async function sendLane(lane: string): Promise<void> {
    while (unwatch) {
      const [next] = await store.find('deliveries', 'pending', lane);
      if (!next) return;
      await attempt(next);
    }
  }

  /** Looks soon. A look costs what is pending, so it gets about a tenth of the time; lanes go on meanwhile. */
  function wake(): void {
    if (unwatch || asking.size > 0) planned ??= setTimeout(() => void look(), Math.min(9 * lookCost, LONGEST_PAUSE));
  }

  async function look(): Promise<void> {
    planned = undefined;
    const asked = [...asking];
    const began = performance.now();
    try {
      const pending = await store.find('deliveries', 'pending', ALL);
      if (unwatch) for (const { endpointId, lane } of pending) lanes.add(endpointId, lane);
      if (pending.length === 0 && lanes.inFlight().length === 0) asked.forEach(reply);
    } catch (error) {
      rest(error);
    }
    lookCost = performance.now() - began;
  }

  function reply(resolve: () => void): void {
    asking.delete(resolve);
    resolve();
  }

  /** The store refused: no lane is lost, and nothing spins. */
  function rest(error: unknown): void {
    if (resting) return;
    report(error);
    if (!unwatch) return;
    resting = setTimeout(() => {
      resting = undefined;
      wake();
    }, restMs).unref();
  }

  return {
    /** Begins with what is pending already: what a killed process left behind. */
    start(): void {
      unwatch ??= store.watch('deliveries', wake);
      wake();
    },

    /** Resolves when the attempts in flight have ended and are written down. What is pending stays so. */
    async stop(): Promise<void> {
      unwatch?.();
      unwatch = undefined;
      lanes.clear();
      clearTimeout(planned);
      clearTimeout(resting);
      planned = resting = undefined;
      await Promise.all(lanes.inFlight());
    },

    /** Resolves when nothing is pending and nothing in flight. */
    settled: (): Promise<void> =>
      new Promise((resolve) => {
        asking.add(resolve);
        wake();
      }),
  };
}

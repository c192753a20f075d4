/** The worker: finds what is pending and gives it its turn, in order inside a lane, lanes beside one another. */
import { laneOf } from '../store/index.ts';
import type { Connections } from '../outward/connections.ts';
import { type LaneDeps, sendLaneAlone } from './lane.ts';
import { createLanes } from './lanes.ts';
import { readyLanes } from './ready.ts';
import type { Scope, Whose } from './whose.ts';

export interface WorkerDeps extends LaneDeps {
  /** That callbacks go over; none is open once the worker has stopped. */
  connections: Connections;
  whose: Whose;
  /** How many lanes of one endpoint are sent at once, so that no endpoint can take the places of another. */
  lanesAtOnce: number;
  /** Gets what the store throws. */
  report: (error: unknown) => void;
  /** How long the worker rests when the store refuses. */
  restMs: number;
}

const LONGEST_PAUSE = 250;
/** What another instance writes it sends itself; so often it is looked for what one has left behind. */
const LOOK_AGAIN = 1000;
/** A timer knows no more than 24 days; what is due later is looked at on the way. */
const LONGEST_TIMER = 3_600_000;

export type Worker = ReturnType<typeof createWorker>;

/** A worker that is not started yet. */
export function createWorker(deps: WorkerDeps) {
  const { store, clock, connections, whose, lanesAtOnce, report, restMs } = deps;
  let unwatch: (() => void)[] = [];
  let planned: NodeJS.Timeout | undefined;
  let due: NodeJS.Timeout | undefined;
  let resting: NodeJS.Timeout | undefined;
  let looked: Promise<unknown> = Promise.resolve();
  let lookCost = 0;
  let scope: Scope = 'own';
  let looking: NodeJS.Timeout | undefined;
  const asking = new Set<() => void>();
  const isStarted = (): boolean => unwatch.length > 0;
  const lanes = createLanes(lanesAtOnce, runLane);
  /** A request may have woken it, and is no part of it. */
  const anew = store.memory?.without ?? ((work) => work());

  async function runLane(endpointId: string, lane: string): Promise<void> {
    try {
      if (await sendLaneAlone(deps, laneOf({ endpointId, lane }), isStarted)) wake();
    } catch (error) {
      rest(error);
    }
  }

  /** Looks soon. A look costs what is pending, so it gets about a tenth of the time; lanes go on meanwhile. */
  function wake(): void {
    if (isStarted() || asking.size > 0) planned ??= setTimeout(lookAnew, Math.min(9 * lookCost, LONGEST_PAUSE));
  }

  /** The same for what others have written, too. */
  function wakeFor(wider: Exclude<Scope, 'own'>): void {
    if (scope !== 'anybody') scope = wider;
    wake();
  }

  function wakeForAll(): void {
    wakeFor('anybody');
  }

  function lookAnew(): void {
    looked = Promise.all([looked, anew(look)]);
  }

  function hear(isOurs: boolean): void {
    if (isOurs) wake();
  }

  async function look(): Promise<void> {
    planned = undefined;
    const asked = [...asking];
    const scopeNow = asked.length > 0 || !store.leases ? 'anybody' : scope;
    scope = 'own';
    const began = performance.now();
    try {
      const { ready, dueAt } = await readyLanes(store, clock.now());
      if (isStarted()) for (const { endpointId, lane } of whose.ours(ready, scopeNow)) lanes.add(endpointId, lane);
      if (ready.length === 0 && lanes.inFlight().length === 0) asked.forEach(reply);
      wakeAt(dueAt);
    } catch (error) {
      rest(error);
    }
    lookCost = performance.now() - began;
  }

  function wakeAt(dueAt: number | null): void {
    clearTimeout(due);
    if (dueAt !== null && isStarted()) due = setTimeout(wake, Math.min(Math.max(dueAt - clock.now(), 1), LONGEST_TIMER)).unref();
  }

  function reply(resolve: () => void): void {
    asking.delete(resolve);
    resolve();
  }

  /** The store refused: no lane is lost, and nothing spins. */
  function rest(error: unknown): void {
    if (resting) return;
    report(error);
    if (!isStarted()) return;
    resting = setTimeout(() => {
      resting = undefined;
      wakeForAll();
    }, restMs).unref();
  }

  return {
    /** Begins with what is pending already: what a killed process left behind. */
    start(): void {
      if (!isStarted()) unwatch = [store.watch('deliveries', hear), store.watch('endpoints', wakeForAll), clock.watch(wakeForAll)];
      if (store.leases) looking ??= setInterval(() => wakeFor('left'), LOOK_AGAIN).unref();
      wakeForAll();
    },

    /** Resolves when the attempts in flight have ended and are written down. What is pending stays so. */
    async stop(): Promise<void> {
      for (const end of unwatch) end();
      unwatch = [];
      lanes.clear();
      for (const timer of [planned, due, resting, looking]) clearTimeout(timer);
      planned = due = resting = looking = undefined;
      await looked;
      await Promise.all(lanes.inFlight());
      connections.close();
    },

    /** Looks soon, and after whatever anybody has written. */
    wakeForAll,

    /** Resolves when nothing can be sent now, and nothing is in flight. What waits for its time, or is paused, goes on waiting. */
    settled: (): Promise<void> =>
      new Promise((resolve) => {
        asking.add(resolve);
        wake();
      }),
  };
}

/** The worker: finds what is pending and gives it its turn, in order inside a lane, lanes beside one another. */
import type { Clock } from '../clock.ts';
import { type HeldLease, laneOf, LeaseLost, type Store } from '../store/index.ts';
import type { Connections } from '../outward/connections.ts';
import type { Then } from './attempt.ts';
import { createLanes } from './lanes.ts';
import { readyLanes } from './ready.ts';
import { turnOf } from './turn.ts';

export interface WorkerDeps {
  store: Store;
  clock: Clock;
  takeTurn: (deliveryId: string, isOvertaking: boolean, lease: HeldLease | undefined) => Promise<Then>;
  /** That callbacks go over; none is open once the worker has stopped. */
  connections: Connections;
  /** How many lanes of one endpoint are sent at once, so that no endpoint can take the places of another. */
  lanesAtOnce: number;
  /** Gets what the store throws. */
  report: (error: unknown) => void;
  /** How long the worker rests when the store refuses. */
  restMs: number;
}

const LONGEST_PAUSE = 250;
/** What another instance writes it sends itself, so that is looked after a little later. */
const LOOK_LATER = 250;
/** What it leaves behind is not even hinted at. */
const LOOK_AGAIN = 1000;
/** A timer knows no more than 24 days; what is due later is looked at on the way. */
const LONGEST_TIMER = 3_600_000;

export type Worker = ReturnType<typeof createWorker>;

/** A worker that is not started yet. */
export function createWorker({ store, clock, takeTurn, connections, lanesAtOnce, report, restMs }: WorkerDeps) {
  let unwatch: (() => void)[] = [];
  let planned: NodeJS.Timeout | undefined;
  let due: NodeJS.Timeout | undefined;
  let resting: NodeJS.Timeout | undefined;
  let later: NodeJS.Timeout | undefined;
  let lookCost = 0;
  let looking: NodeJS.Timeout | undefined;
  const asking = new Set<() => void>();
  const isStarted = (): boolean => unwatch.length > 0;
  const lanes = createLanes(lanesAtOnce, runLane);
  /** A request may have woken it, and is no part of it. */
  const anew = store.memory?.without ?? ((work) => work());

  async function runLane(endpointId: string, lane: string): Promise<void> {
    try {
      if (await sendLaneAlone(laneOf({ endpointId, lane }))) wake();
    } catch (error) {
      rest(error);
    }
  }

  /** Of several instances one sends a lane. Resolves with whether that was this one; another one may die, so that is looked after. */
  async function sendLaneAlone(lane: string): Promise<boolean> {
    const lease = await store.leases?.claim(`lane ${lane}`);
    if (store.leases && !lease) return false;
    try {
      await sendLane(lane, lease);
    } catch (error) {
      if (!(error instanceof LeaseLost)) throw error;
    } finally {
      await lease?.release();
    }
    return true;
  }

  /** Until nothing is left, or what is left waits. Only what a `kill -9` can no longer lose is sent: a write waits for that. */
  async function sendLane(lane: string, lease: HeldLease | undefined): Promise<void> {
    while (isStarted()) {
      const { go, isSwapped } = turnOf(await store.find('deliveries', 'pending', lane), clock.now());
      if (go.length === 0) return;
      await store.write(async () => undefined);
      for (const [at, { id }] of go.entries()) {
        const isOvertaking = isSwapped && at === 0;
        if (!isStarted() || (lease && !(await lease.renew()))) return;
        if ((await takeTurn(id, isOvertaking, lease)) === 'wait' && !isOvertaking) return;
      }
    }
  }

  /** Looks soon. A look costs what is pending, so it gets about a tenth of the time; lanes go on meanwhile. */
  function wake(): void {
    if (isStarted() || asking.size > 0) planned ??= setTimeout(() => void anew(look), Math.min(9 * lookCost, LONGEST_PAUSE));
  }

  function hear(isOurs: boolean): void {
    if (isOurs) return wake();
    later ??= setTimeout(() => {
      later = undefined;
      wake();
    }, LOOK_LATER).unref();
  }

  async function look(): Promise<void> {
    planned = undefined;
    const asked = [...asking];
    const began = performance.now();
    try {
      const { ready, dueAt } = await readyLanes(store, clock.now());
      if (isStarted()) for (const { endpointId, lane } of ready) lanes.add(endpointId, lane);
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
      wake();
    }, restMs).unref();
  }

  return {
    /** Begins with what is pending already: what a killed process left behind. */
    start(): void {
      if (!isStarted()) unwatch = [store.watch('deliveries', hear), store.watch('endpoints', hear), clock.watch(wake)];
      if (store.leases) looking ??= setInterval(wake, LOOK_AGAIN).unref();
      wake();
    },

    /** Resolves when the attempts in flight have ended and are written down. What is pending stays so. */
    async stop(): Promise<void> {
      for (const end of unwatch) end();
      unwatch = [];
      lanes.clear();
      for (const timer of [planned, due, resting, looking, later]) clearTimeout(timer);
      planned = due = resting = looking = later = undefined;
      await Promise.all(lanes.inFlight());
      connections.close();
    },

    /** Resolves when nothing can be sent now, and nothing is in flight. What waits for its time, or is paused, goes on waiting. */
    settled: (): Promise<void> =>
      new Promise((resolve) => {
        asking.add(resolve);
        wake();
      }),
  };
}

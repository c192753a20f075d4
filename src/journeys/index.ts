/**
 * Journeys: what happened in every login, request by request, for people to look at.
 * Words: exchange (a request and its answer), step (an exchange of a journey), journey (a login from its authorize request to the last call of its tokens).
 * Limits: kept for a week of house time and at most `most` of them; written a moment after the answer, so a killed process loses the last ones.
 * Leaves to others: listening in (traffic), what was refused and why (refusals), callbacks (webhooks).
 */
import { type Clock, DAY } from '../clock.ts';
import { ALL, awaited, type Journey, type JourneyStep, type Page, type Store } from '../store/index.ts';
import type { Exchange } from './exchange.ts';
import { type JourneyFilter, recent } from './recent.ts';
import { trim } from './trim.ts';
import { type Dated, isKept, writeDown } from './write-down.ts';

export { destinationOf, parameterOf, pathOf } from './exchange.ts';
export type { Exchange, Told } from './exchange.ts';
export type { JourneyFilter } from './recent.ts';
export type { Journey, JourneyStep } from '../store/index.ts';

export interface JourneysOptions {
  store: Store;
  clock: Clock;
  /** Base URL of the simulator. */
  url: string;
  /** How many are kept; 0 keeps none. */
  most?: number;
  /** How long it is asked again to which login a request belongs, where another instance may still have to write down how that began. */
  patienceMs?: number;
  /** Gets what the store throws, as nobody waits for it. */
  report?: (error: unknown) => void;
}

interface Waiting extends Dated {
  /** Machine time, as `performance.now` tells it. */
  until: number;
}

export type Journeys = ReturnType<typeof openJourneys>;

const KEPT = 7 * DAY;
/**
 * Requests of this long are written in one unit of work; of longer where that takes its time, as it does under load: so that it gets a
 * fiftieth of it, and a login is written in few pieces.
 */
const GATHER_MS = 20;
const LONGEST_GATHER_MS = 1000;
/**
 * The oldest are let go when this many have come, or a tenth of what is kept where that is more, or half of what there was room for: all
 * of them are looked at for it, and other instances write, too.
 */
const TRIM_EACH = 100;

export function openJourneys({
  store,
  clock,
  url,
  most = 5000,
  patienceMs = store.leases ? 3 * LONGEST_GATHER_MS : 0,
  report = console.error,
}: JourneysOptions) {
  let waiting: Waiting[] = [];
  let planned: NodeJS.Timeout | undefined;
  let written: Promise<void> = Promise.resolve();
  let begun = 0;
  let room = 0;
  let cost = 0;

  async function write(isLast: boolean): Promise<void> {
    clearTimeout(planned);
    planned = undefined;
    const batch = waiting.splice(0);
    if (batch.length === 0) return;
    const began = performance.now();
    const mayCome = ({ until }: Waiting): boolean => !isLast && until > began;
    // Counted outside: a unit of work may be run again.
    const outcome = await store.write((tx) => writeDown(tx, batch, { ownUrl: url, keptMs: KEPT, mayCome }));
    cost = performance.now() - began;
    begun += outcome.begun;
    waiting = [...outcome.strays, ...waiting];
    if (waiting.length > 0) plan(LONGEST_GATHER_MS);
    if (begun < Math.max(TRIM_EACH, most / 10, room / 2)) return;
    begun = 0;
    room = most - (await trim(store, most));
  }

  function plan(ms: number): void {
    planned ??= setTimeout(() => void settled(), ms).unref();
  }

  function writeAll(isLast: boolean): Promise<void> {
    written = written.then(() => write(isLast)).catch(report);
    return written;
  }

  /** Resolves when everything that was recorded so far is written. */
  const settled = (): Promise<void> => writeAll(false);

  return {
    /** Whether an exchange under this path would be kept. */
    isKept: (path: string): boolean => most > 0 && isKept(path),

    /** Takes an exchange that has just ended. It is written soon; nobody has to wait for it. */
    record(exchange: Exchange): void {
      waiting.push({ exchange, at: Math.round(clock.now() - exchange.durationMs), until: performance.now() + patienceMs });
      plan(Math.min(Math.max(49 * cost, GATHER_MS), LONGEST_GATHER_MS));
    },

    settled,

    /** The same, before all of it ends: nothing more is waited for. */
    ended: (): Promise<void> => writeAll(true),

    /** A page of journeys, newest first. */
    async recent(page: Page, filter: JourneyFilter = {}): Promise<Journey[]> {
      await settled();
      return recent(store, page, filter);
    },

    async byId(id: string): Promise<Journey | undefined> {
      await settled();
      return store.get('journeys', id);
    },

    /** The steps of a journey in their order. */
    async steps(journeyId: string): Promise<JourneyStep[]> {
      await settled();
      return store.find('journeySteps', 'journey', journeyId);
    },

    /** The journeys of an app, or all of them, oldest first: for counting. */
    async all(appId?: string): Promise<Journey[]> {
      await settled();
      return appId ? store.find('journeys', 'app', appId) : store.find('journeys', 'all', ALL);
    },

    /** Resolves with the newest that fits, once there is one; with undefined when the time has passed. */
    async waitFor(filter: JourneyFilter, timeoutMs: number): Promise<Journey | undefined> {
      await settled();
      return awaited(store, 'journeys', async () => (await recent(store, { limit: 1 }, filter))[0], timeoutMs);
    },

    /** Calls `listener` when journeys have come or changed; a hint only. Returns the way to stop. */
    watch: (listener: () => void): (() => void) => store.watch('journeys', listener),
  };
}

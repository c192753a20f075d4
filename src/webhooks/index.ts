/**
 * Webhooks (콜백): an event is a row before it is a request; each try to send it is kept.
 * Words: endpoint (an app's address for one kind), delivery (one event on its way), attempt, lane (order is kept inside one),
 *   parked (given up, can be sent anew), cancelled (its endpoint went away), trouble (what goes wrong on purpose).
 * Limits: 3 seconds, redirects are not followed, only the status line decides; one attempt (policy `kakao`, as Kakao does) or several (`retry`).
 * Leaves to others: why something is sent and what it says (consent).
 */
import type { JWK } from 'jose';
import type { Clock } from '../clock.ts';
import { ALL } from '../store/index.ts';
import type { Attempt, Delivery, Endpoint, Page, Reader, Store, Trouble, Tx } from '../store/index.ts';
import { keepConnections } from '../outward/connections.ts';
import { ANYWHERE } from '../outward/reach.ts';
import { admit, type Limits } from './admit.ts';
import { createTurns } from './attempt.ts';
import { configure } from './configure.ts';
import { type Counts, counts, type CountsOf } from './counts.ts';
import { createWorker } from './deliver.ts';
import { headersNow } from './headers-now.ts';
import { enqueue, nextId, type Outgoing } from './enqueue.ts';
import { type DeliveryFilter, recent } from './listing.ts';
import { register } from './register.ts';
import { replay, replayParked } from './replay.ts';
import { type Schedule, USUAL_SCHEDULE } from './schedule.ts';
import { addTrouble, type NewTrouble, removeTrouble, troubles } from './troubles.ts';
import { tally } from './tally.ts';
import { waitFor, type WaitFilter } from './wait.ts';
import { createWhose } from './whose.ts';

export type { Attempt, Delivery, Endpoint, Trouble } from '../store/index.ts';
export type { EndpointChanges } from './configure.ts';
export type { Counts, CountsOf } from './counts.ts';
export type { Outgoing } from './enqueue.ts';
export type { DeliveryFilter } from './listing.ts';
export * from './refused.ts';
export { type NewTrouble, USUAL_MS } from './troubles.ts';
export type { Verdict } from './verdict.ts';
export { type WireRequest, wireRequest, wireText } from './wire.ts';
export type { WaitFilter } from './wait.ts';

export interface WebhooksOptions extends Partial<Limits> {
  store: Store;
  clock: Clock;
  /** Total time of an attempt; Kakao's is 3 seconds. */
  deadlineMs?: number;
  /** When the policy `retry` tries again. */
  schedule?: Schedule;
  /** Spreads what is tried again; from 0 up to 1. */
  random?: () => number;
  /** What SETs are signed with, for one that is to be stale on purpose. */
  signingKey?: () => Promise<JWK>;
  /** Lanes of one endpoint that are sent at once. */
  lanesAtOnce?: number;
  /** How long the worker rests when the store refuses. */
  restMs?: number;
  /** Gets what the store throws at the worker. */
  report?: (error: unknown) => void;
}

export type Webhooks = ReturnType<typeof openWebhooks>;

/** Nothing is sent before `start`. */
export function openWebhooks(options: WebhooksOptions) {
  const { store, clock, deadlineMs = 3000, schedule = USUAL_SCHEDULE, random = Math.random, signingKey } = options;
  const { lanesAtOnce = 32, restMs = 5000, report = console.error } = options;
  const limits: Limits = { reachOf: options.reachOf ?? (() => ANYWHERE), lookUp: options.lookUp };
  const sending = { store, clock, connections: keepConnections() };
  const takeTurn = createTurns({ ...sending, deadlineMs, schedule, random, signingKey, ...limits });
  const whose = createWhose();
  const { start, stop, settled, wakeForAll } = createWorker({ ...sending, takeTurn, whose, lanesAtOnce, restMs, report });
  return {
    /** A new delivery id, behind all that waits in its lane: it is the resource id that a callback carries. */
    newId: (from: Reader, place: { endpointId: string; lane: string }): Promise<string> => nextId(from, clock.now(), place),

    /** Where the app wants callbacks of this kind, if anywhere. */
    endpoint: (appId: string, kind: Endpoint['kind'], from: Reader = store): Promise<Endpoint | undefined> =>
      from.get('endpoints', `${appId}:${kind}`),

    /** All addresses, of one app or of all. */
    endpoints: (appId?: string): Promise<Endpoint[]> =>
      appId ? store.find('endpoints', 'app', appId) : store.find('endpoints', 'all', ALL),

    /** Whether they may go there, its name looked up; to be asked before `register`, outside of its unit of work. See admit.ts. */
    admit: (url: string, field?: string): Promise<void> => admit(limits, url, field),

    /** Says where they go; '' is nowhere. What waits follows, or is cancelled. Throws what admit throws, but for names. */
    register: (tx: Tx, appId: string, kind: Endpoint['kind'], url: string): Promise<Endpoint | undefined> =>
      register(limits, tx, appId, kind, url),

    /** The same in a unit of work of its own, after `admit`. */
    async setAddress(appId: string, kind: Endpoint['kind'], url: string): Promise<Endpoint | undefined> {
      if (url !== '') await admit(limits, url);
      return store.write((tx) => register(limits, tx, appId, kind, url));
    },

    /** How they are sent, and whether. Throws UnknownEndpoint, MethodDoesNotFit, EventsDoNotFit. */
    configure,

    /** Writes a delivery in the caller's unit of work; it is sent once that has landed. */
    enqueue(tx: Tx, outgoing: Outgoing): void {
      whose.add(outgoing.id);
      enqueue(tx, clock.now(), outgoing);
    },

    /** The worker: `stop` lets what is in flight end; `settled` is when nothing can be sent now. */
    start,
    stop,
    settled,

    /** Sends these anew by hand, with the same ids. Resolves with how many: not those that wait, nor those with nobody to send to. */
    replay: (ids: readonly string[]): Promise<number> => replay(store, ids).finally(wakeForAll),

    /** The same with all that were given up and fit. */
    replayParked: (filter: DeliveryFilter = {}): Promise<number> => replayParked(store, filter).finally(wakeForAll),

    delivery: (id: string): Promise<Delivery | undefined> => store.get('deliveries', id),

    /** A page of the deliveries that fit, newest first. */
    recent: (page: Page, filter: DeliveryFilter = {}): Promise<Delivery[]> => recent(store, page, filter),

    /** The headers with which it would be sent now, its signature among them. */
    headersNow: (delivery: Delivery) => headersNow({ store, clock }, delivery),

    /** How many fit, by state. */
    tally: (filter: DeliveryFilter = {}) => tally(store, filter),

    /** The attempts of a delivery, oldest first. */
    attempts: (deliveryId: string): Promise<Attempt[]> => store.find('attempts', 'delivery', deliveryId),

    /** How attempts ended since a moment, cut into parts of equal length. */
    counts: (of: CountsOf): Promise<Counts[]> => counts(store, clock.now(), of),

    /** Resolves with the first delivery that fits, or with undefined when the time has passed. */
    waitFor: (filter: WaitFilter, timeoutMs: number): Promise<Delivery | undefined> => waitFor(store, filter, timeoutMs),

    /** Calls `listener` when deliveries have come or changed; a hint only. Returns the way to stop. */
    watch: (listener: () => void): (() => void) => store.watch('deliveries', listener),

    /** Trouble that waits for its deliveries, oldest first. */
    troubles: (endpointId?: string): Promise<Trouble[]> => troubles(store, endpointId),

    /** Has something go wrong with the next deliveries of an endpoint. Throws UnknownEndpoint, TroubleRefused. */
    addTrouble: (tx: Tx, trouble: NewTrouble): Promise<Trouble> => addTrouble(tx, clock.now(), trouble),
    removeTrouble,
  };
}

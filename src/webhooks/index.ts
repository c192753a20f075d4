/**
 * Webhooks (콜백): an event is a row before it is a request; each try to send it is kept.
 * Words: endpoint (an app's address for one kind), delivery (one event on its way), attempt, lane (order is kept inside one).
 * Limits: 3 seconds, redirects are not followed, only the status line decides, one attempt (as Kakao does).
 * Leaves to others: why something is sent and what it says (consent).
 */
import type { Clock } from '../clock.ts';
import { ALL, type Attempt, type Delivery, type Endpoint, type Page, type Reader, type Store, timeId, type Tx } from '../store/index.ts';
import { createAttempts } from './attempt.ts';
import { createWorker } from './deliver.ts';
import { headersNow } from './headers-now.ts';
import { register } from './register.ts';

export type { Attempt, Delivery, Endpoint } from '../store/index.ts';
export { CallbackUrlRefused } from './register.ts';
export type { Verdict } from './verdict.ts';

/** An event to be sent. `headers` and `body` are frozen as they are. */
export interface Outgoing {
  id: string;
  endpoint: Endpoint;
  event: string;
  lane: string;
  headers: Record<string, string>;
  /** Of a GET: its query. */
  body: string;
  /** The status that counts as delivered: any 2xx unless told otherwise. */
  accepts?: Delivery['accepts'];
}

export interface WebhooksOptions {
  store: Store;
  clock: Clock;
  /** Total time of an attempt; Kakao's is 3 seconds. */
  deadlineMs?: number;
  /** Lanes of one endpoint that are sent at once. */
  lanesAtOnce?: number;
  /** How long the worker rests when the store refuses. */
  restMs?: number;
  /** Gets what the store throws at the worker. */
  report?: (error: unknown) => void;
}

export type Webhooks = ReturnType<typeof openWebhooks>;

/** Nothing is sent before `start`. */
export function openWebhooks({
  store,
  clock,
  deadlineMs = 3000,
  lanesAtOnce = 32,
  restMs = 5000,
  report = console.error,
}: WebhooksOptions) {
  const worker = createWorker({ store, attempt: createAttempts({ store, clock, deadlineMs }), lanesAtOnce, restMs, report });
  return {
    /** A new delivery id: it is the resource id that a callback carries. */
    newId: () => timeId(clock.now()),

    /** Where the app wants callbacks of this kind, if anywhere. */
    endpoint: (appId: string, kind: Endpoint['kind'], from: Reader = store): Promise<Endpoint | undefined> =>
      from.get('endpoints', `${appId}:${kind}`),

    /** Says where they go; '' is nowhere. Throws CallbackUrlRefused. */
    register,

    /** Writes a delivery in the caller's unit of work; it is sent once that has landed. */
    enqueue(tx: Tx, { id, endpoint, event, lane, headers, body, accepts = '2xx' }: Outgoing): void {
      const { appId, id: endpointId, url, method } = endpoint;
      tx.put('deliveries', {
        id,
        appId,
        endpointId,
        event,
        lane,
        url,
        method,
        headers,
        body,
        accepts,
        state: 'pending',
        createdAt: clock.now(),
        dueAt: null,
        replays: 0,
      } satisfies Delivery);
    },

    start: worker.start,
    stop: worker.stop,
    settled: worker.settled,

    delivery: (id: string): Promise<Delivery | undefined> => store.get('deliveries', id),

    /** A page of deliveries, newest first; of one app, or of all. */
    recent: (page: Page, appId?: string): Promise<Delivery[]> =>
      appId ? store.find('deliveries', 'app', appId, page) : store.find('deliveries', 'all', ALL, page),

    /** A page of the deliveries that are about a channel, newest first. */
    recentOfChannel: (channelId: string, page: Page): Promise<Delivery[]> => store.find('deliveries', 'channel', channelId, page),

    /** The headers with which it would be sent now, its signature among them. */
    headersNow: (delivery: Delivery) => headersNow({ store, clock }, delivery),

    /** The attempts of a delivery, oldest first. */
    attempts: (deliveryId: string): Promise<Attempt[]> => store.find('attempts', 'delivery', deliveryId),

    /** Calls `listener` when deliveries have come or changed; a hint only. Returns the way to stop. */
    watch: (listener: () => void): (() => void) => store.watch('deliveries', listener),
  };
}

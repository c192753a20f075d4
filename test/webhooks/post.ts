/** A post office for tests: an empty store, a receiver, and deliveries without a story. */
import { type Clock, createClock } from '../../src/clock.ts';
import { type Attempt, type Delivery, type Endpoint, type Store, type Tx, USUAL_ENDPOINT } from '../../src/store/index.ts';
import { openMemory } from '../../src/store/memory/open.ts';
import { openWebhooks, type Webhooks, type WebhooksOptions } from '../../src/webhooks/index.ts';
import { openReceiver, type Receiver } from '../helpers/receiver.ts';
import { runningTwice } from '../helpers/twice.ts';

export interface Parcel {
  to?: string;
  lane?: string;
  body?: string;
  headers?: Record<string, string>;
  secret?: string | null;
  appId?: string;
  kind?: Endpoint['kind'];
  event?: string;
  accepts?: Delivery['accepts'];
  /** How the endpoint is from now on, where it differs. */
  endpoint?: Partial<Endpoint>;
}

export interface Post {
  clock: Clock;
  store: Store;
  webhooks: Webhooks;
  receiver: Receiver;
  /** Writes a delivery; resolves with its id. */
  drop(parcel?: Parcel): Promise<string>;
  /** Waits until all is sent, and tells how this delivery ended. */
  outcome(id: string): Promise<{ delivery: Delivery; attempts: Attempt[]; verdict: string | undefined }>;
  close(): Promise<void>;
}

/** A deadline that a machine busy with other tests does not miss, where none is to pass. */
export const PATIENT = 20_000;

/** The worker is started. Its deadline is short, so that nobody waits 3 seconds for a hanging receiver. */
export async function openPost(options: Partial<WebhooksOptions> = {}): Promise<Post> {
  const clock = options.clock ?? createClock();
  const store = options.store ?? runningTwice(await openMemory());
  const receiver = await openReceiver();
  const webhooks = openWebhooks({ deadlineMs: 250, ...options, store, clock });
  webhooks.start();
  return {
    clock,
    store,
    webhooks,
    receiver,
    drop: (parcel = {}) =>
      store.write(async (tx) => {
        const { lane = 'lane', body = '{}', headers = {}, event = 'channel.added', accepts = '2xx' } = parcel;
        const endpoint = await addressed(tx, receiver.url, parcel);
        const id = await webhooks.newId(tx, { endpointId: endpoint.id, lane });
        webhooks.enqueue(tx, { id, endpoint, event, lane, headers: { 'X-Kakao-Resource-ID': id, ...headers }, body, accepts });
        return id;
      }),
    async outcome(id) {
      await webhooks.settled();
      const delivery = await webhooks.delivery(id);
      if (!delivery) throw new Error(`no delivery ${id}`);
      const attempts = await webhooks.attempts(id);
      return { delivery, attempts, verdict: attempts.at(-1)?.verdict };
    },
    async close() {
      await webhooks.stop();
      await receiver.close();
      await store.close();
    },
  };
}

/** The endpoint as it stands, at another address if the parcel wants one: what waits does not follow. */
async function addressed(
  tx: Tx,
  usual: string,
  { to, secret = null, appId = '1', kind = 'channel', endpoint: changes }: Parcel,
): Promise<Endpoint> {
  const id = `${appId}:${kind}`;
  const before = await tx.get('endpoints', id);
  const endpoint: Endpoint = { ...USUAL_ENDPOINT, ...before, id, appId, kind, url: to ?? usual, secret, ...changes };
  tx.put('endpoints', endpoint);
  return endpoint;
}

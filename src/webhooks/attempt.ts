/** One try to deliver: sign, send, write down. */
import type { Clock } from '../clock.ts';
import { type Attempt, type Delivery, type Endpoint, type Store, timeId } from '../store/index.ts';
import { type Answer, send } from './send.ts';
import { signatureHeaders } from './sign.ts';

export interface AttemptDeps {
  store: Store;
  clock: Clock;
  /** Kakao gives a receiver 3 seconds. Source: kakao-api 3.1. */
  deadlineMs: number;
}

/** Returns the function that attempts a delivery and writes it down. It throws only what the store throws. */
export function createAttempts(deps: AttemptDeps): (delivery: Delivery) => Promise<void> {
  // What was sent but could not be written down: it is written at the next turn, not sent a second time.
  const unrecorded = new Map<string, Attempt>();
  return async (delivery) => {
    const made = unrecorded.get(delivery.id) ?? (await makeAttempt(deps, delivery));
    unrecorded.set(delivery.id, made);
    await record(deps.store, made);
    unrecorded.delete(delivery.id);
  };
}

async function makeAttempt({ store, clock, deadlineMs }: AttemptDeps, delivery: Delivery): Promise<Attempt> {
  const endpoint = await store.get('endpoints', delivery.endpointId);
  const startedAt = clock.now();
  const { addedHeaders, answer } = await attemptTo(endpoint, delivery, startedAt - clock.offset(), deadlineMs);
  const { id: deliveryId, url, replays } = delivery;
  return { id: timeId(startedAt), deliveryId, startedAt, url, isReplay: replays > 0, trouble: null, addedHeaders, ...answer };
}

async function attemptTo(endpoint: Endpoint | undefined, delivery: Delivery, machineTime: number, deadlineMs: number): Promise<Made> {
  if (!endpoint) return { addedHeaders: {}, answer: unsent('endpoint_removed') };
  const addedHeaders = signed(endpoint, delivery, machineTime);
  if (!addedHeaders) return { addedHeaders: {}, answer: unsent('not_sent') };
  const { method, url, headers, body, accepts } = delivery;
  return { addedHeaders, answer: await send({ method, url, headers: { ...headers, ...addedHeaders }, body, accepts }, deadlineMs) };
}

interface Made {
  addedHeaders: Record<string, string>;
  answer: Answer;
}

function signed({ secret }: Endpoint, { id, body }: Delivery, machineTime: number): Record<string, string> | undefined {
  if (secret === null) return {};
  try {
    return signatureHeaders(secret, id, body, machineTime);
  } catch {
    return undefined; // the secret is no Standard Webhooks secret
  }
}

function unsent(verdict: Answer['verdict']): Answer {
  return { verdict, status: null, responseHeaders: {}, durationMs: 0 };
}

/** The attempt and what it makes of the delivery land together; a delivery that is gone meanwhile (reset) stays gone. */
function record(store: Store, attempt: Attempt): Promise<void> {
  return store.write(async (tx) => {
    const delivery = await tx.get('deliveries', attempt.deliveryId);
    if (delivery?.state !== 'pending') return;
    tx.put('attempts', attempt);
    tx.put('deliveries', { ...delivery, state: attempt.verdict === 'delivered' ? 'delivered' : 'parked' });
  });
}

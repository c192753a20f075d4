/** One turn of a delivery: its trouble if any, the attempt, and what is written down of it. */
import type { JWK } from 'jose';
import type { Clock } from '../clock.ts';
import { type Attempt, type Delivery, type Endpoint, type Lease, LeaseLost, type Store, timeId } from '../store/index.ts';
import type { Connections } from '../outward/connections.ts';
import type { Limits } from './admit.ts';
import { type Outcome, outcomeOf } from './outcome.ts';
import type { Schedule } from './schedule.ts';
import { type Answer, send } from './send.ts';
import { holdMs, type Sending, sendingOf } from './spoil.ts';
import { takeTrouble } from './troubles.ts';
import { cancelled } from './waiting.ts';

export interface AttemptDeps extends Limits {
  store: Store;
  clock: Clock;
  /** Kakao gives a receiver 3 seconds. Source: kakao-api 3.1. */
  deadlineMs: number;
  schedule: Schedule;
  /** That callbacks go over. */
  connections: Connections;
  /** From 0 up to 1. */
  random: () => number;
  /** What SETs are signed with. */
  signingKey: (() => Promise<JWK>) | undefined;
}

/** Whether the lane goes on with the next one, or waits for this one. */
export type Then = 'next' | 'wait';

/** Returns the function that gives a pending delivery its turn. It throws only what the store throws. */
export function createTurns(deps: AttemptDeps): (id: string, isOvertaking: boolean, lease?: Lease) => Promise<Then> {
  // What was sent but could not be written down: it is written at the next turn, not sent a second time.
  const unrecorded = new Map<string, Attempt[]>();
  return async (id, isOvertaking, lease) => {
    const made = unrecorded.get(id) ?? (await takeTurn(deps, id, isOvertaking));
    if (typeof made === 'string') return made;
    unrecorded.set(id, made);
    try {
      const then = await record(deps, id, made, lease);
      unrecorded.delete(id);
      return then;
    } catch (error) {
      // Whoever has the lane now sends it, and writes that down.
      if (error instanceof LeaseLost) unrecorded.delete(id);
      throw error;
    }
  };
}

async function takeTurn(deps: AttemptDeps, id: string, isOvertaking: boolean): Promise<Attempt[] | Then> {
  const { store, clock } = deps;
  const delivery = await store.get('deliveries', id);
  if (delivery?.state !== 'pending') return 'next';
  const endpoint = await store.get('endpoints', delivery.endpointId);
  if (!endpoint || endpoint.state === 'disabled') return endUnsent(store, delivery, endpoint);
  if (endpoint.state === 'paused') return 'wait';
  const spoiled = isOvertaking ? delivery : await withTrouble(store, delivery, clock.now());
  if (spoiled !== delivery && (spoiled.dueAt ?? 0) > clock.now()) return 'wait';
  const attempt = await attemptOnce(deps, endpoint, spoiled);
  return spoiled.trouble?.kind === 'duplicate' ? [attempt, await attemptOnce(deps, endpoint, spoiled)] : [attempt];
}

/** There is nobody to send it to: it says so, and is not lost. */
async function endUnsent(store: Store, { id }: Delivery, endpoint: Endpoint | undefined): Promise<Then> {
  await store.write(async (tx) => {
    const delivery = await tx.get('deliveries', id);
    if (delivery?.state !== 'pending') return;
    const parked: Delivery = { ...delivery, state: 'parked', reason: 'endpoint_disabled', dueAt: null, trouble: null };
    tx.put('deliveries', endpoint ? parked : cancelled(delivery));
  });
  return 'next';
}

/** The delivery with the trouble that is meant for it, if any. Most have none, and cost no write. */
async function withTrouble(store: Store, delivery: Delivery, now: number): Promise<Delivery> {
  if (delivery.trouble || (await store.find('troubles', 'endpoint', delivery.endpointId)).length === 0) return delivery;
  return store.write(async (tx) => {
    const current = await tx.get('deliveries', delivery.id);
    const taken = current?.state === 'pending' ? await takeTrouble(tx, current) : undefined;
    if (!current || !taken) return delivery;
    const hold = holdMs(taken);
    const spoiled: Delivery = { ...current, trouble: { kind: taken.kind, ms: taken.ms }, dueAt: hold === null ? null : now + hold };
    tx.put('deliveries', spoiled);
    return spoiled;
  });
}

async function attemptOnce(deps: AttemptDeps, endpoint: Endpoint, delivery: Delivery): Promise<Attempt> {
  const { clock, signingKey } = deps;
  const startedAt = clock.now();
  const { id: deliveryId, appId, url, replays, trouble } = delivery;
  // Without one: the secret is no Standard Webhooks secret.
  const sending = await sendingOf(endpoint, delivery, { machineNow: startedAt - clock.offset(), signingKey }).catch(() => undefined);
  const { addedHeaders = {}, body = null } = sending ?? {};
  const answer = await answerTo(deps, endpoint, delivery, sending);
  const how = { url, isReplay: replays > 0, trouble: trouble?.kind ?? null, addedHeaders, body, gaveUp: false };
  return { id: timeId(startedAt), deliveryId, appId, startedAt, ...how, ...answer };
}

async function answerTo(
  { deadlineMs, connections, reachOf, lookUp }: AttemptDeps,
  { verifyTls }: Endpoint,
  delivery: Delivery,
  sending: Sending | undefined,
): Promise<Answer> {
  const { method, url, headers, body, accepts, trouble } = delivery;
  if (trouble?.kind === 'drop') return unsent('dropped');
  if (!sending) return unsent('not_sent');
  const request = { method, url, headers: { ...headers, ...sending.addedHeaders }, body: sending.body ?? body };
  const { trickleMs } = sending;
  return send({ ...request, accepts, verifyTls, trickleMs, reach: reachOf(url), lookUp, connections }, deadlineMs);
}

function unsent(verdict: Answer['verdict']): Answer {
  return { verdict, status: null, responseHeaders: {}, durationMs: 0 };
}

/** The attempts and what they make of delivery and endpoint land together; a delivery that is gone meanwhile (reset) stays gone. */
function record(
  { store, clock, schedule, random }: AttemptDeps,
  id: string,
  attempts: readonly Attempt[],
  lease: Lease | undefined,
): Promise<Then> {
  return store.write(
    async (tx) => {
      const delivery = await tx.get('deliveries', id);
      if (!delivery) return 'next';
      const endpoint = await tx.get('endpoints', delivery.endpointId);
      const now = clock.now();
      const after: Outcome = outcomeOf(delivery, endpoint, attempts, { schedule, now, machineNow: now - clock.offset(), random: random() });
      attempts.forEach((attempt, at) => tx.put('attempts', { ...attempt, gaveUp: after.gaveUp && at === attempts.length - 1 }));
      tx.put('deliveries', after.delivery);
      if (after.endpoint && after.endpoint !== endpoint) tx.put('endpoints', after.endpoint);
      return after.delivery.state === 'pending' ? 'wait' : 'next';
    },
    { lease },
  );
}

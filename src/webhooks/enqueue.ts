/** An event becomes a row. */
import { type Delivery, type Endpoint, laneOf, type Reader, timeId, type Tx } from '../store/index.ts';

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

/** A new id, behind all that waits in its lane: what is sent is sent in their order, however the clocks of several instances stand. */
export async function nextId(from: Reader, now: number, place: { endpointId: string; lane: string }): Promise<string> {
  const [last] = await from.find('deliveries', 'pending', laneOf(place), { limit: 1 });
  return timeId(now, last?.id);
}

/** Writes a delivery in the caller's unit of work. */
export function enqueue(tx: Tx, createdAt: number, { id, endpoint, event, lane, headers, body, accepts = '2xx' }: Outgoing): void {
  const { appId, id: endpointId, url, method } = endpoint;
  const begun = { state: 'pending', dueAt: null, replays: 0, tries: 0, reason: null, trouble: null } as const;
  tx.put('deliveries', { id, appId, endpointId, event, lane, url, method, headers, body, accepts, createdAt, ...begun });
}

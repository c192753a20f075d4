/** Which lanes have something to send now. */
import { ALL, type Delivery, laneOf, type Reader } from '../store/index.ts';
import { turnOf } from './turn.ts';

export interface Ready {
  /** With the delivery that goes first. */
  ready: { endpointId: string; lane: string; id: string }[];
  /** When the next one of the others is due, if any is. */
  dueAt: number | null;
}

/** It costs what is pending. A paused endpoint has nothing to send. */
export async function readyLanes(reader: Reader, now: number): Promise<Ready> {
  const endpoints = new Map((await reader.find('endpoints', 'all', ALL)).map((endpoint) => [endpoint.id, endpoint]));
  const lanes = new Map<string, Delivery[]>();
  for (const delivery of await reader.find('deliveries', 'pending', ALL)) {
    if (endpoints.get(delivery.endpointId)?.state === 'paused') continue;
    const lane = lanes.get(laneOf(delivery));
    if (!lane) lanes.set(laneOf(delivery), [delivery]);
    else if (lane.length < 2) lane.push(delivery);
  }
  const ready: Ready['ready'] = [];
  let next = Infinity;
  for (const waiting of lanes.values()) {
    const { go, dueAt } = turnOf(waiting, now);
    if (go[0]) ready.push({ endpointId: go[0].endpointId, lane: go[0].lane, id: go[0].id });
    else next = Math.min(next, dueAt ?? Infinity);
  }
  return { ready, dueAt: next === Infinity ? null : next };
}

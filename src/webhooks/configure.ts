/** How an endpoint is served: policy, TLS, method, subscribed events; on or paused. */
import type { Endpoint, Tx } from '../store/index.ts';
import { EventsDoNotFit, MethodDoesNotFit, UnknownEndpoint } from './refused.ts';

export interface EndpointChanges {
  policy?: Endpoint['policy'] | undefined;
  verifyTls?: boolean | undefined;
  /** `paused`: what waits goes on waiting. `on`: it goes out in order; also ends that Kakao has switched it off. */
  state?: 'on' | 'paused' | undefined;
  method?: Endpoint['method'] | undefined;
  /** Null is every event. */
  events?: readonly string[] | null | undefined;
}

/** Changes what is given. What was written before keeps its method. Throws UnknownEndpoint, MethodDoesNotFit, EventsDoNotFit. */
export async function configure(tx: Tx, endpointId: string, changes: EndpointChanges): Promise<Endpoint> {
  const before = await tx.get('endpoints', endpointId);
  if (!before) throw new UnknownEndpoint(`there is no endpoint ${endpointId}`, { endpointId });
  const { kind } = before;
  const {
    policy = before.policy,
    verifyTls = before.verifyTls,
    state = before.state,
    method = before.method,
    events = before.events,
  } = changes;
  if (method === 'GET' && kind !== 'unlink') throw new MethodDoesNotFit(`a ${kind} callback is a POST`, { kind });
  if (events !== null && kind !== 'account') throw new EventsDoNotFit(`a ${kind} callback has no events to choose from`, { kind });
  const begunAnew = state === 'on' && before.state !== 'on' ? { failingSince: null, failures: 0 } : {};
  const endpoint: Endpoint = { ...before, policy, verifyTls, state, method, events, ...begunAnew };
  tx.put('endpoints', endpoint);
  return endpoint;
}

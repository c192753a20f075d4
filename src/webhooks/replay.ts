/** Sending anew by hand: the same id and bytes, to where the endpoint is now. */
import type { Store, Tx } from '../store/index.ts';
import { type DeliveryFilter, recent } from './listing.ts';

/** How many are written in one unit of work. */
const BATCH = 500;

/** Resolves with how many are sent anew. Those that wait already, and those whose endpoint is gone or switched off, are left alone. */
export async function replay(store: Store, ids: readonly string[]): Promise<number> {
  let count = 0;
  for (let at = 0; at < ids.length; at += BATCH) {
    count += await store.write(async (tx) => {
      let begun = 0;
      for (const id of ids.slice(at, at + BATCH)) if (await begin(tx, id)) begun += 1;
      return begun;
    });
  }
  return count;
}

/** The same with all that were given up and fit. */
export async function replayParked(store: Store, filter: DeliveryFilter): Promise<number> {
  const parked = await recent(store, { limit: Infinity }, { ...filter, state: 'parked' });
  return replay(
    store,
    parked.map(({ id }) => id),
  );
}

async function begin(tx: Tx, id: string): Promise<boolean> {
  const delivery = await tx.get('deliveries', id);
  const endpoint = delivery && (await tx.get('endpoints', delivery.endpointId));
  if (!delivery || delivery.state === 'pending' || !endpoint || endpoint.state === 'disabled') return false;
  const anew = { state: 'pending', url: endpoint.url, dueAt: null, tries: 0, reason: null, trouble: null } as const;
  tx.put('deliveries', { ...delivery, ...anew, replays: delivery.replays + 1 });
  return true;
}

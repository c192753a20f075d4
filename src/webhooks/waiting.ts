/** What waits when its endpoint changes: it follows an address that moves, and ends with one that goes. */
import type { Delivery, Tx } from '../store/index.ts';

/** What waits goes to the new address, never to both. An attempt under way ends where it began. */
export async function moveWaiting(tx: Tx, endpointId: string, url: string): Promise<void> {
  for (const delivery of await tx.find('deliveries', 'pending', endpointId)) tx.put('deliveries', { ...delivery, url });
}

/** What waits is not sent any more, and says so. It can be sent anew once there is an address again. */
export async function cancelWaiting(tx: Tx, endpointId: string): Promise<void> {
  for (const delivery of await tx.find('deliveries', 'pending', endpointId)) tx.put('deliveries', cancelled(delivery));
}

/** A delivery whose endpoint is gone. */
export function cancelled(delivery: Delivery): Delivery {
  return { ...delivery, state: 'cancelled', reason: 'endpoint_removed', dueAt: null, trouble: null };
}

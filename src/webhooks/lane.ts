/** Sending one lane: by one instance at a time, in its order. */
import type { Clock } from '../clock.ts';
import { type HeldLease, LeaseLost, type Store } from '../store/index.ts';
import type { Then } from './attempt.ts';
import { turnOf } from './turn.ts';

export interface LaneDeps {
  store: Store;
  clock: Clock;
  takeTurn: (deliveryId: string, isOvertaking: boolean, lease: HeldLease | undefined) => Promise<Then>;
}

/** Of several instances one sends a lane. Resolves with whether that was this one; another one may die, so that is looked after. */
export async function sendLaneAlone(deps: LaneDeps, lane: string, isStarted: () => boolean): Promise<boolean> {
  const { store } = deps;
  const lease = await store.leases?.claim(`lane ${lane}`);
  if (store.leases && !lease) return false;
  try {
    await sendLane(deps, lane, lease, isStarted);
  } catch (error) {
    if (!(error instanceof LeaseLost)) throw error;
  } finally {
    await lease?.release();
  }
  return true;
}

/** Until nothing is left, or what is left waits. Only what a `kill -9` can no longer lose is sent: a write waits for that. */
async function sendLane(
  { store, clock, takeTurn }: LaneDeps,
  lane: string,
  lease: HeldLease | undefined,
  isStarted: () => boolean,
): Promise<void> {
  while (isStarted()) {
    const { go, isSwapped } = turnOf(await store.find('deliveries', 'pending', lane), clock.now());
    if (go.length === 0) return;
    await store.write(async () => undefined);
    for (const [at, { id }] of go.entries()) {
      const isOvertaking = isSwapped && at === 0;
      if (!isStarted() || (lease && !(await lease.renew()))) return;
      if ((await takeTurn(id, isOvertaking, lease)) === 'wait' && !isOvertaking) return;
    }
  }
}

/**
 * Faults (일부러 내는 오류): what goes wrong on purpose with the next requests to Kakao's endpoints.
 * Words: endpoint (`token`, `/v2/user/me`), code (KOE320, -401), wire (reset, hang, truncate, 502), flow (one login, and what its tokens do).
 * Limits: a code only where the contract has it; a fault is met so many times or until it is taken back, oldest first.
 * Leaves to others: how a code sounds (oauth, kapi), how a connection breaks (web), callbacks that go wrong (webhooks).
 */
import { type Clock, DAY } from '../clock.ts';
import { ALL, type Fault, type Store, timeId } from '../store/index.ts';
import { type NewFault, checked } from './ask.ts';
import { meet, type Who } from './meet.ts';

export { checked, FaultRefused, type NewFault } from './ask.ts';
export { type Place, places } from './places.ts';
export type { Who } from './meet.ts';
export { isWire, type Wire } from './wire.ts';
export { inWords } from './words.ts';
export type { Fault } from '../store/index.ts';

/** As long as a login can have tokens that are refreshed. */
const FLOW_KEPT = 60 * DAY;

export type Faults = ReturnType<typeof openFaults>;

export function openFaults({ store, clock }: { store: Store; clock: Clock }) {
  return {
    /** One more fault. Throws FaultRefused, which names what there is. */
    async ask(fault: NewFault): Promise<Fault> {
      const row = { ...checked(fault), id: timeId(clock.now()) };
      await store.write(async (tx) => tx.put('faults', row));
      return row;
    },

    /** Those that wait for their requests, oldest first. */
    all: (): Promise<Fault[]> => store.find('faults', 'all', ALL),

    /** Takes one back; nothing happens where it is gone already. */
    remove: (id: string): Promise<void> => store.write(async (tx) => tx.remove('faults', id)),
    clear: (): Promise<void> => store.write(async (tx) => tx.clear('faults')),

    /** The fault that a request of theirs meets, which is one time less; undefined for none. */
    meet: (path: string, who: Who): Promise<Fault | undefined> => meet(store, path, who),

    /** From now on the tokens of this grant belong to a flow. */
    tag: (grantId: string, flow: string): Promise<void> =>
      store.write(async (tx) => tx.put('faultFlows', { id: grantId, flow, expiresAt: clock.now() + FLOW_KEPT })),
  };
}

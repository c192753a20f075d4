/** Which fault a request meets. */
import type { Fault, Reader, Store } from '../store/index.ts';

/** Whose request it is, as far as it is known. */
export interface Who {
  appId?: string | null | undefined;
  accountId?: string | null | undefined;
  /** Of the login that it belongs to. */
  grantId?: string | null | undefined;
  /** That it names itself. */
  flow?: string | undefined;
  /** Whether faults of one person are looked for alone: the others were met before it was known who it is. */
  isKnownNow?: boolean;
  /** Whether Kakao could answer this request with that code; all of the endpoint's, unless told otherwise. */
  isPossible?: (code: string) => boolean;
}

/** The oldest that fits, counted in a unit of work of its own: of ten requests at once, a fault for one is met by one. */
export async function meet(store: Store, path: string, who: Who): Promise<Fault | undefined> {
  if ((await store.find('faults', 'on', path)).length === 0) return undefined;
  const flow = await flowOf(store, who);
  return store.write(async (tx) => {
    const met = (await tx.find('faults', 'on', path)).find((fault) => fits(fault, who, flow));
    if (met?.times === 1) tx.remove('faults', met.id);
    else if (met && met.times !== null) tx.put('faults', { ...met, times: met.times - 1 });
    return met;
  });
}

function fits(fault: Fault, { appId, accountId, isKnownNow = false, isPossible = () => true }: Who, flow: string | undefined): boolean {
  return (
    (fault.with === null || isPossible(fault.with)) &&
    (!isKnownNow || fault.accountId !== null) &&
    (fault.appId === null || fault.appId === appId) &&
    (fault.accountId === null || fault.accountId === accountId) &&
    (fault.flow === null || fault.flow === flow)
  );
}

async function flowOf(from: Reader, { flow, grantId }: Who): Promise<string | undefined> {
  return flow ?? (grantId ? (await from.get('faultFlows', grantId))?.flow : undefined);
}

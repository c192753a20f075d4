/** Waiting for a delivery that fits, as a script does after it has caused one. */
import { awaited, type Delivery, type Store } from '../store/index.ts';
import { type DeliveryFilter, recent } from './listing.ts';

export interface WaitFilter extends DeliveryFilter {
  /** Only those that came after the one with this id. */
  after?: string | undefined;
}

const PAGE = 50;

/** Resolves with the first one that fits; without `after` with the newest that is there already. Undefined when the time has passed. */
export function waitFor(store: Store, filter: WaitFilter, timeoutMs: number): Promise<Delivery | undefined> {
  return awaited(store, 'deliveries', () => first(store, filter), timeoutMs);
}

async function first(store: Store, { after, ...filter }: WaitFilter): Promise<Delivery | undefined> {
  if (after === undefined) return (await recent(store, { limit: 1 }, filter))[0];
  let oldest: Delivery | undefined;
  for (;;) {
    const page = await recent(store, { limit: PAGE, before: oldest?.id }, filter);
    const newer = page.filter(({ id }) => id > after);
    oldest = newer.at(-1) ?? oldest;
    if (newer.length < PAGE) return oldest;
  }
}

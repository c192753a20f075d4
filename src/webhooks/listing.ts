/** Deliveries by what they are, newest first: an intersection of indexes, which looks at no row that it does not need. */
import { ALL, type Delivery, type Endpoint, type IndexName, type Page, type Reader } from '../store/index.ts';

/** All of what is given must hold. */
export interface DeliveryFilter {
  appId?: string | undefined;
  endpointId?: string | undefined;
  kind?: Endpoint['kind'] | undefined;
  state?: Delivery['state'] | undefined;
  event?: string | undefined;
  accountId?: string | undefined;
  channelId?: string | undefined;
}

export type Term = readonly [index: IndexName<'deliveries'>, value: string];

const INDEXES = {
  appId: 'app',
  endpointId: 'endpoint',
  kind: 'kind',
  state: 'state',
  event: 'event',
  accountId: 'account',
  channelId: 'channel',
} as const satisfies Record<keyof DeliveryFilter, IndexName<'deliveries'>>;

/** A page of the deliveries that fit. It costs what the rarest of the terms holds, at most. */
export async function recent(reader: Reader, page: Page, filter: DeliveryFilter): Promise<Delivery[]> {
  const terms = termsOf(filter);
  const [only, ...others] = terms;
  if (!only) return reader.find('deliveries', 'all', ALL, page);
  if (others.length === 0) return reader.find('deliveries', ...only, page);
  const found: Delivery[] = [];
  let { before } = page;
  while (found.length < page.limit) {
    const next = await newest(reader, terms, before);
    if (!next) break;
    found.push(next);
    before = next.id;
  }
  return found;
}

export function termsOf(filter: DeliveryFilter): Term[] {
  return (Object.keys(INDEXES) as (keyof DeliveryFilter)[]).flatMap((name): Term[] => {
    const value = filter[name];
    return value ? [[INDEXES[name], value]] : [];
  });
}

/** The newest row below `before` that every term has: from one candidate down to the next, whichever term is the furthest. */
async function newest(reader: Reader, terms: readonly Term[], before: string | undefined): Promise<Delivery | undefined> {
  let below = before;
  for (;;) {
    const heads: Delivery[] = [];
    for (const term of terms) {
      const [head] = await reader.find('deliveries', ...term, { limit: 1, before: below });
      if (!head) return undefined;
      heads.push(head);
    }
    const lowest = heads.reduce((one, other) => (other.id < one.id ? other : one));
    if (heads.every(({ id }) => id === lowest.id)) return lowest;
    below = `${lowest.id} `; // the lowest itself may be the next one
  }
}

/** How many deliveries there are, by state. */
import { ALL, type Delivery, type Reader } from '../store/index.ts';
import { type DeliveryFilter, termsOf } from './listing.ts';

export type Tally = Record<Delivery['state'], number>;

/** It costs what the terms hold, and without a term all there is. */
export async function tally(reader: Reader, filter: DeliveryFilter): Promise<Tally> {
  const [first = ['all', ALL] as const, ...others] = termsOf(filter);
  const found = await reader.find('deliveries', ...first);
  const sets = await Promise.all(others.map(async (term) => new Set((await reader.find('deliveries', ...term)).map(({ id }) => id))));
  const counts: Tally = { pending: 0, delivered: 0, parked: 0, cancelled: 0 };
  for (const { id, state } of found) if (sets.every((set) => set.has(id))) counts[state] += 1;
  return counts;
}

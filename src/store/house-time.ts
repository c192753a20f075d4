/** How far house time is ahead of the machine's: kept in the store, so that a restart goes on from there. */
import type { Reader, Tx } from './store.ts';

const HOUSE = 'house';

/** In milliseconds; 0 for a clock that nobody has moved. */
export async function keptOffset(from: Reader): Promise<number> {
  return (await from.get('clocks', HOUSE))?.offset ?? 0;
}

export function keepOffset(tx: Tx, offset: number): void {
  tx.put('clocks', { id: HOUSE, offset });
}

/** How house time stands to the machine's: kept in the store, so that a restart goes on from there. */
import { RUNNING, type Standing } from '../clock.ts';
import type { Reader, Tx } from './store.ts';

const HOUSE = 'house';

/** As the machine's own for a clock that nobody has moved. */
export async function keptTime(from: Reader): Promise<Standing> {
  const { offset, frozenAt } = (await from.get('clocks', HOUSE)) ?? RUNNING;
  return { offset, frozenAt };
}

export function keepTime(tx: Tx, { offset, frozenAt }: Standing): void {
  tx.put('clocks', { id: HOUSE, offset, frozenAt });
}

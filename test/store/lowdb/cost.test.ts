import assert from 'node:assert/strict';
import { openLowdb } from '../../../src/store/lowdb/open.ts';
import { delivery, useFolder } from '../../helpers/store.ts';

describe('store · lowdb · what a write costs', () => {
  const folder = useFolder();
  const id = (at: number): string => `d${String(at).padStart(6, '0')}`;

  /** Opens a store that counts the bytes it writes, and fills it. */
  async function filled(rows: number, foldAt?: number) {
    const counted = { journal: 0, documents: 0 };
    const store = await openLowdb({
      folder: folder(),
      now: () => 0,
      ...(foldAt && { foldAt }),
      step(name, bytes) {
        if (name === 'journal:write') counted.journal += bytes;
        if (name === 'document:write') counted.documents += bytes;
      },
    });
    for (let from = 0; from < rows; from += 1000) {
      await store.write(async (tx) => {
        for (let at = from; at < Math.min(from + 1000, rows); at += 1) tx.put('deliveries', delivery(id(at)));
      });
    }
    return { store, counted };
  }

  async function bytesPerUnit(rows: number): Promise<number> {
    const { store, counted } = await filled(rows, Number.MAX_SAFE_INTEGER);
    const before = counted.journal + counted.documents;
    for (let at = 0; at < 50; at += 1) await store.write(async (tx) => tx.put('deliveries', delivery(id(rows + at))));
    const spent = counted.journal + counted.documents - before;
    await store.close();
    return spent / 50;
  }

  it('is the same in bytes at 100 rows and at 20,000', async () => {
    const few = await bytesPerUnit(100);
    const many = await bytesPerUnit(20_000);
    assert.ok(many / few <= 1.01, `${many} bytes a unit at 20,000 rows, ${few} at 100`);
  }).timeout(20_000);

  it('grows in a straight line with the number of writes, folds included', async () => {
    const FOLD_AT = 100_000;
    const { store, counted } = await filled(0, FOLD_AT);
    const spent: number[] = [];
    for (let at = 0; at < 16_000; at += 16) {
      await Promise.all(Array.from({ length: 16 }, (_, one) => store.write(async (tx) => tx.put('deliveries', delivery(id(at + one))))));
      if ((at + 16) % 4000 === 0) spent.push(counted.journal + counted.documents);
    }
    const payload = counted.journal;
    await store.close();
    assert.ok(counted.documents > 4 * FOLD_AT, 'it has folded several times');
    // Each fold writes at most what the journal held since the last one, and as much again that was there before.
    for (const [at, bytes] of spent.entries()) assert.ok(bytes <= 3.5 * (payload / 4) * (at + 1), `${bytes} bytes at ${at}`);
  }).timeout(20_000);
});

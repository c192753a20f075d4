/** What the two engines inside this process keep to, beyond the contract. */
import assert from 'node:assert/strict';
import { StoreClosed } from '../../src/store/errors.ts';
import { ALL, type Tx } from '../../src/store/index.ts';
import type { EmbeddedStore } from '../../src/store/memory/open.ts';
import { artifact, delivery, ids } from '../helpers/store.ts';

export function embedded(name: string, open: (options: { now: () => number }) => Promise<EmbeddedStore>): void {
  describe(`store · ${name} · inside one process`, () => {
    let store: EmbeddedStore;
    let time = 1000;
    beforeEach(async () => {
      time = 1000;
      store = await open({ now: () => time });
    });
    afterEach(() => store.close());

    it('tells who uses a unit of work after its end', async () => {
      const kept = await store.write(async (tx) => ({ tx }));
      assert.throws(() => kept.tx.put('deliveries', delivery('late')), /this unit of work has ended/);
      await assert.rejects(kept.tx.get('deliveries', 'late'), /this unit of work has ended/);
    });

    it('lets what a unit of work has set off write after its end', async () => {
      const goOn = Promise.withResolvers<void>();
      const later = await store.write(async () => ({
        written: goOn.promise.then(() => store.write(async (tx) => tx.put('deliveries', delivery('d1')))),
      }));
      goOn.resolve();
      await later.written;
      assert.ok(await store.get('deliveries', 'd1'));
    });

    it('drops a whole unit of work over a row that breaks an index', async () => {
      const broken = store.write(async (tx) => {
        tx.put('deliveries', delivery('d1'));
        tx.put('apps', { id: '1' } as Parameters<Tx['put']>[1] as never);
      });
      await assert.rejects(broken, TypeError);
      assert.equal(await store.get('deliveries', 'd1'), undefined);
    });

    it('drops keys named __proto__, which no reader of JSON agrees on', async () => {
      const payload = JSON.parse('{"a":{"__proto__":{"x":1},"b":2},"__proto__":3}') as Record<string, unknown>;
      await store.write(async (tx) => tx.put('artifacts', artifact('a1', { payload })));
      assert.deepEqual((await store.get('artifacts', 'a1'))?.payload, { a: { b: 2 } });
    });

    it('tells watchers of their table only, after the unit of work, until they stop', async () => {
      const told: string[] = [];
      const stop = store.watch('deliveries', () => told.push('deliveries'));
      store.watch('artifacts', () => told.push('artifacts'));
      await store.write(async (tx) => {
        tx.put('deliveries', delivery('d1'));
        tx.put('deliveries', delivery('d2'));
        assert.deepEqual(told, []);
      });
      assert.deepEqual(told, ['deliveries']);
      await store.write(async () => 'nothing');
      await assert.rejects(store.write(async (tx) => Promise.reject(tx.put('deliveries', delivery('d3')))));
      assert.deepEqual(told, ['deliveries']);
      stop();
      await store.write(async (tx) => tx.put('deliveries', delivery('d4')));
      assert.deepEqual(told, ['deliveries']);
    });

    it('finishes what was asked before it was closed, and refuses what comes after', async () => {
      const before = store.write(async (tx) => tx.put('deliveries', delivery('d1')));
      const closing = store.close();
      await assert.rejects(
        store.write(async () => 'late'),
        StoreClosed,
      );
      await before;
      await closing;
      await store.close();
    });

    it('sweeps out what has expired, in batches, and nothing else', async () => {
      await store.write(async (tx) => {
        for (let at = 0; at < 1200; at += 1) tx.put('artifacts', artifact(`old-${at}`, { expiresAt: 1999, grantId: 'g' }));
        tx.put('artifacts', artifact('young', { expiresAt: 2001, grantId: 'g' }));
        tx.put('sessions', { id: 's', accountId: 'han', expiresAt: 2000 });
        tx.put('deliveries', delivery('d1'));
      });
      assert.equal(await store.sweep(), 0);
      time = 2000;
      assert.equal(await store.sweep(), 1201);
      assert.deepEqual(ids(await store.find('artifacts', 'grant', 'g')), ['young']);
      assert.deepEqual(await store.find('sessions', 'all', ALL), []);
      assert.deepEqual(ids(await store.find('deliveries', 'all', ALL)), ['d1']);
    });
  });
}

import assert from 'node:assert/strict';
import { ALL, restoreRows, snapshotOf } from '../../../src/store/index.ts';
import { artifact, delivery, ids } from '../../helpers/store.ts';
import type { Subject } from '../conformance.ts';

export function snapshots(subject: () => Subject): void {
  const all = async (store = subject().store) => ids(await store.find('deliveries', 'all', ALL));

  describe('a snapshot', () => {
    it('holds every row of every table, and stays as it is', async () => {
      const { store } = subject();
      await store.write(async (tx) => {
        tx.put('deliveries', delivery('d1'));
        tx.put('artifacts', artifact('a1'));
        assert.deepEqual(ids(await tx.all('deliveries')), ['d1'], 'its own drafts are seen');
      });
      const snapshot = await snapshotOf(store);
      await store.write(async (tx) => tx.put('deliveries', delivery('d1', { state: 'parked' })));
      assert.deepEqual(snapshot.deliveries, [delivery('d1')]);
      assert.deepEqual(snapshot.artifacts, [artifact('a1')]);
    });

    it('is gone back to in one unit of work: what came since is gone, what was changed or removed is as it was, indexes too', async () => {
      const { store, reopen } = subject();
      await store.write(async (tx) => {
        for (const id of ['d1', 'd2', 'd3']) tx.put('deliveries', delivery(id));
        tx.put('secrets', { id: 'kept', value: 1 });
      });
      const snapshot = await snapshotOf(store);
      await store.write(async (tx) => {
        tx.put('deliveries', delivery('d1', { state: 'parked' }));
        tx.remove('deliveries', 'd2');
        tx.put('deliveries', delivery('d4'));
        tx.put('artifacts', artifact('a1'));
        tx.put('secrets', { id: 'kept', value: 2 });
      });
      await store.write((tx) => restoreRows(tx, snapshot, ['secrets']));
      for (const open of [async () => store, ...(reopen ? [reopen] : [])]) {
        const each = await open();
        assert.deepEqual(
          await each.find('deliveries', 'all', ALL),
          ['d1', 'd2', 'd3'].map((id) => delivery(id)),
        );
        assert.deepEqual(await each.find('deliveries', 'state', 'parked'), []);
        assert.equal(await each.get('artifacts', 'a1'), undefined);
        assert.equal((await each.get('secrets', 'kept'))?.value, 2);
      }
    });

    it('touches no row that is as it was, whoever read it', async () => {
      const { store } = subject();
      await store.write(async (tx) => {
        for (const id of ['d1', 'd2']) tx.put('deliveries', delivery(id));
        tx.put('artifacts', artifact('a1'));
      });
      const snapshot = structuredClone(await snapshotOf(store));
      await store.write(async (tx) => tx.remove('artifacts', 'a1'));
      const touched: string[] = [];
      await store.write((tx) => {
        const put: typeof tx.put = (table, row) => {
          touched.push(row.id);
          tx.put(table, row);
        };
        return restoreRows({ ...tx, put }, snapshot);
      });
      assert.deepEqual(touched, ['a1']);
    });

    it('is not gone back to by half: what throws in the same unit of work leaves everything', async () => {
      const { store } = subject();
      const empty = await snapshotOf(store);
      await store.write(async (tx) => tx.put('deliveries', delivery('d1')));
      const failing = store.write(async (tx) => {
        await restoreRows(tx, empty);
        throw new Error('no');
      });
      await assert.rejects(failing, /^Error: no$/);
      assert.deepEqual(await all(), ['d1']);
    });
  });
}

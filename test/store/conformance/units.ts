import assert from 'node:assert/strict';
import { ALL, type Store } from '../../../src/store/index.ts';
import { artifact, delivery, ids } from '../../helpers/store.ts';

export function units(store: () => Store): void {
  describe('a unit of work', () => {
    it('lands in all its tables and gives back the result of its work', async () => {
      const result = await store().write(async (tx) => {
        tx.put('deliveries', delivery('d1'));
        tx.put('artifacts', artifact('a1'));
        return 'done';
      });
      assert.equal(result, 'done');
      assert.deepEqual(await store().get('deliveries', 'd1'), delivery('d1'));
      assert.deepEqual(await store().get('artifacts', 'a1'), artifact('a1'));
    });

    it('leaves nothing behind when its work throws, and rejects with what was thrown', async () => {
      await store().write(async (tx) => tx.put('deliveries', delivery('old')));
      const reason = new Error('changed my mind');
      const failing = store().write(async (tx) => {
        tx.put('deliveries', delivery('new'));
        tx.put('deliveries', delivery('old', { state: 'parked' }));
        tx.remove('deliveries', 'old');
        throw reason;
      });
      await assert.rejects(failing, (error) => error === reason);
      assert.deepEqual(await store().find('deliveries', 'all', ALL), [delivery('old')]);
    });

    it('does not stop those after it when it fails', async () => {
      const failing = store().write(async () => Promise.reject(new Error('no')));
      const following = store().write(async (tx) => tx.put('deliveries', delivery('d1')));
      await assert.rejects(failing, /no/);
      await following;
      assert.ok(await store().get('deliveries', 'd1'));
    });

    it('is over for what it has asked and not waited for, which holds nothing up', async () => {
      for (let times = 0; times < 10; times += 1) {
        const failing = store().write(async (tx) => {
          void tx.find('apps', 'key', `nobody ${times}`).catch(() => undefined);
          throw new Error('changed my mind');
        });
        await assert.rejects(failing, /changed my mind/);
      }
      await store().write(async (tx) => tx.put('deliveries', delivery('d1')));
      assert.deepEqual(await store().get('deliveries', 'd1'), delivery('d1'));
    });

    it('reads its own writes, which nobody else sees before they land', async () => {
      await store().write(async (tx) => tx.put('deliveries', delivery('gone')));
      await store().write(async (tx) => {
        tx.put('deliveries', delivery('new'));
        tx.remove('deliveries', 'gone');
        assert.deepEqual(await tx.get('deliveries', 'new'), delivery('new'));
        assert.equal(await tx.get('deliveries', 'gone'), undefined);
        assert.equal(await store().get('deliveries', 'new'), undefined);
        assert.deepEqual(ids(await store().find('deliveries', 'all', ALL)), ['gone']);
      });
      assert.deepEqual(ids(await store().find('deliveries', 'all', ALL)), ['new']);
    });

    it('finds its own writes: added, changed in an index, taken out of it, and removed', async () => {
      await store().write(async (tx) => {
        for (const id of ['b', 'd', 'f']) tx.put('deliveries', delivery(id));
      });
      await store().write(async (tx) => {
        tx.put('deliveries', delivery('c'));
        tx.put('deliveries', delivery('b', { lane: 'lane-2' }));
        tx.put('deliveries', delivery('d', { state: 'delivered' }));
        tx.remove('deliveries', 'f');
        assert.deepEqual(ids(await tx.find('deliveries', 'pending', '1:channel lane-1')), ['c']);
        assert.deepEqual(ids(await tx.find('deliveries', 'pending', '1:channel lane-2')), ['b']);
        assert.deepEqual(ids(await tx.find('deliveries', 'pending', ALL)), ['b', 'c']);
        assert.deepEqual(ids(await tx.find('deliveries', 'all', ALL, { limit: 2 })), ['d', 'c']);
        assert.deepEqual(ids(await tx.find('deliveries', 'all', ALL, { limit: 2, before: 'd' })), ['c', 'b']);
      });
      assert.deepEqual(ids(await store().find('deliveries', 'pending', ALL)), ['b', 'c']);
    });

    it('keeps the last of several writes to one row', async () => {
      await store().write(async (tx) => {
        tx.remove('deliveries', 'd1');
        tx.put('deliveries', delivery('d1', { event: 'first' }));
        tx.put('deliveries', delivery('d1', { event: 'second' }));
        tx.put('deliveries', delivery('d2'));
        tx.remove('deliveries', 'd2');
        tx.remove('deliveries', 'never-there');
      });
      assert.deepEqual(await store().find('deliveries', 'all', ALL), [delivery('d1', { event: 'second' })]);
    });

    it('clears a table: what was there and what it has put itself, and nothing of another one', async () => {
      await store().write(async (tx) => {
        for (const id of ['a', 'b']) tx.put('deliveries', delivery(id));
        tx.put('artifacts', artifact('a1'));
      });
      await store().write(async (tx) => {
        tx.put('deliveries', delivery('c'));
        tx.clear('deliveries');
        assert.deepEqual(await tx.find('deliveries', 'all', ALL), []);
        tx.put('deliveries', delivery('d'));
      });
      assert.deepEqual(ids(await store().find('deliveries', 'all', ALL)), ['d']);
      assert.equal(await store().get('deliveries', 'a'), undefined);
      assert.ok(await store().get('artifacts', 'a1'));
    });

    it('loses none of 100 increments that come at once', async () => {
      await store().write(async (tx) => tx.put('secrets', { id: 'counter', value: 0 }));
      const increment = (): Promise<number> =>
        store().write(async (tx) => {
          const value = Number((await tx.get('secrets', 'counter'))?.value) + 1;
          tx.put('secrets', { id: 'counter', value });
          return value;
        });
      const seen = await Promise.all(Array.from({ length: 100 }, increment));
      assert.equal(new Set(seen).size, 100);
      assert.deepEqual(await store().get('secrets', 'counter'), { id: 'counter', value: 100 });
    });

    it('must not begin another one inside: that is told, instead of waiting for ever', async () => {
      const nested = store().write(async () => store().write(async () => 'never'));
      await assert.rejects(nested, /`write` inside `write`/);
      assert.equal(await store().write(async () => 'the next one runs'), 'the next one runs');
    });

    it('is told to those who watch one of its tables', async () => {
      const told = Promise.withResolvers<void>();
      const stop = store().watch('deliveries', () => told.resolve());
      await store().write(async (tx) => tx.put('deliveries', delivery('d1')));
      await told.promise;
      stop();
    });
  });
}

import assert from 'node:assert/strict';
import { ALL, type Store } from '../../../src/store/index.ts';
import { delivery, ids } from '../../helpers/store.ts';

export function listings(store: () => Store): void {
  const put = (...rows: ReturnType<typeof delivery>[]): Promise<void> =>
    store().write(async (tx) => {
      for (const row of rows) tx.put('deliveries', row);
    });

  describe('a listing', () => {
    it('is empty for a value nobody has', async () => {
      assert.deepEqual(await store().find('deliveries', 'app', 'nobody'), []);
      assert.deepEqual(await store().find('deliveries', 'app', 'nobody', { limit: 5 }), []);
    });

    it('goes by id, whatever the order in which rows came: capitals first, digits as text, the shorter one first', async () => {
      const sorted = ['10', '9', 'B', '_', 'a', 'a:', 'a:b', 'b', '가', '나'];
      for (const id of ['b', '가', 'a:', '9', 'a', 'B', '나', '_', '10', 'a:b']) await put(delivery(id));
      assert.deepEqual(ids(await store().find('deliveries', 'all', ALL)), sorted);
      assert.deepEqual(ids(await store().find('deliveries', 'all', ALL, { limit: 99 })), sorted.reverse());
    });

    it('shows each row once when it is paged through, newest first', async () => {
      const all = Array.from({ length: 25 }, (_, at) => `d${String(at).padStart(2, '0')}`);
      await put(...all.map((id) => delivery(id)));
      const seen: string[] = [];
      for (let before: string | undefined; ; before = seen.at(-1)) {
        const page = await store().find('deliveries', 'all', ALL, { limit: 10, before });
        seen.push(...ids(page));
        if (page.length < 10) break;
      }
      assert.deepEqual(seen, all.reverse());
    });

    it('pages before an id that is not there, or no longer', async () => {
      await put(delivery('b'), delivery('d'), delivery('f'));
      const before = async (id: string): Promise<string[]> => ids(await store().find('deliveries', 'all', ALL, { limit: 2, before: id }));
      assert.deepEqual(await before('z'), ['f', 'd']);
      assert.deepEqual(await before('e'), ['d', 'b']);
      assert.deepEqual(await before('b'), []);
      assert.deepEqual(await before('a'), []);
    });

    it('has a row under each value of an index with several, and under none when the index is null', async () => {
      await put(delivery('d1', { lane: 'x' }), delivery('d2', { lane: 'y' }), delivery('d3', { lane: 'x', state: 'parked' }));
      assert.deepEqual(ids(await store().find('deliveries', 'pending', ALL)), ['d1', 'd2']);
      assert.deepEqual(ids(await store().find('deliveries', 'pending', '1:channel x')), ['d1']);
      assert.deepEqual(ids(await store().find('deliveries', 'pending', '1:channel y')), ['d2']);
    });

    it('of several values has the rows of each, once, lowest id first, and those of its unit of work', async () => {
      await put(delivery('d3', { lane: 'x' }), delivery('d1', { lane: 'y' }), delivery('d2', { lane: 'z' }), delivery('d4', { lane: 'x' }));
      const found = await store().write(async (tx) => {
        tx.put('deliveries', delivery('d0', { lane: 'y' }));
        tx.remove('deliveries', 'd4');
        return tx.findAny('deliveries', 'pending', ['1:channel x', 'nobody', ALL, '1:channel y']);
      });
      assert.deepEqual(ids(found), ['d0', 'd1', 'd2', 'd3']);
      assert.deepEqual(await store().write((tx) => tx.findAny('deliveries', 'pending', [])), []);
    });

    it('has a row once that names the same value twice', async () => {
      await put(delivery('d1', { lane: ALL }));
      assert.deepEqual(ids(await store().find('deliveries', 'pending', ALL)), ['d1']);
      await put(delivery('d1', { lane: ALL, state: 'parked' }));
      assert.deepEqual(await store().find('deliveries', 'pending', ALL), []);
    });

    it('follows a row that changes twice in one unit of work, though what was asked in between comes late', async () => {
      await put(delivery('d', { event: 'first' }));
      await store().write(async (tx) => {
        const late = tx.get('deliveries', 'd');
        tx.put('deliveries', delivery('d', { event: 'second' }));
        assert.deepEqual(await tx.find('deliveries', 'event', 'first'), []);
        assert.equal((await late)?.event, 'first');
        tx.put('deliveries', delivery('d', { event: 'third' }));
      });
      const found = async (event: string) => ids(await store().find('deliveries', 'event', event));
      assert.deepEqual(await Promise.all(['first', 'second', 'third'].map(found)), [[], [], ['d']]);
    });

    it('follows a row whose index changes, and forgets one that is removed', async () => {
      await put(delivery('d1'), delivery('d2'), delivery('d3'));
      await put(delivery('d2', { appId: '2' }));
      await store().write(async (tx) => tx.remove('deliveries', 'd1'));
      assert.deepEqual(ids(await store().find('deliveries', 'app', '1')), ['d3']);
      assert.deepEqual(ids(await store().find('deliveries', 'app', '2')), ['d2']);
      assert.deepEqual(ids(await store().find('deliveries', 'all', ALL)), ['d2', 'd3']);
    });
  });
}

import assert from 'node:assert/strict';
import { ALL } from '../../../src/store/index.ts';
import { openPostgres } from '../../../src/store/postgres/open.ts';
import { empty, useDatabase } from '../../helpers/postgres.ts';
import { delivery, ids } from '../../helpers/store.ts';
import { conformance } from '../conformance.ts';
import { embedded } from '../embedded.ts';

describe('store · postgres', () => {
  const url = useDatabase();

  conformance('postgres', async () => {
    await empty(url());
    let store = await openPostgres({ url: url(), now: () => 0 });
    return {
      get store() {
        return store;
      },
      async reopen() {
        await store.close();
        return (store = await openPostgres({ url: url(), now: () => 0 }));
      },
      end: () => store.close(),
    };
  });
  it('holds ids and values that PostgreSQL has no words for: with NUL, and longer than its indexes take', async () => {
    const store = await openPostgres({ url: url(), now: () => 0 });
    const long = 'x'.repeat(9000);
    const odd = ['a', 'a\0', 'a\x01', 'a\x01\x02', 'a\x02', `${long}1`, `${long}2`];
    try {
      await store.write(async (tx) => odd.forEach((id) => tx.put('deliveries', delivery(id, { appId: id }))));
      assert.deepEqual(ids(await store.find('deliveries', 'all', ALL)).slice(0, 5), odd.slice(0, 5));
      for (const id of odd) {
        assert.deepEqual(await store.get('deliveries', id), delivery(id, { appId: id }));
        assert.deepEqual(ids(await store.find('deliveries', 'app', id)), [id]);
      }
      assert.equal(await store.get('deliveries', 'b\0'), undefined);
    } finally {
      await store.close();
    }
  });
  embedded('postgres', (options) => openPostgres({ url: url(), ...options }));
});

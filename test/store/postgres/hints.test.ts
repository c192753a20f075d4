/** What one instance has written, and when the others hear of it. */
import assert from 'node:assert/strict';
import pg from 'pg';
import { ask, useDatabase } from '../../helpers/postgres.ts';
import { delivery } from '../../helpers/store.ts';
import { type PostgresStore, useTwoStores } from '../../helpers/two-stores.ts';

describe('store · postgres · what instances tell one another', () => {
  const url = useDatabase();
  let here: PostgresStore;
  let there: PostgresStore;
  useTwoStores(url, (...both) => void ([here, there] = both));

  it('tells one of what the other has written, and each whose it was', async () => {
    const told = [here, there].map((store) => {
      const { promise, resolve } = Promise.withResolvers<boolean>();
      store.watch('deliveries', resolve);
      return promise;
    });
    await there.write(async (tx) => tx.put('deliveries', delivery('d1')));
    assert.deepEqual(await Promise.all(told), [false, true]);
  });

  it('tells of everything, however much is written at a time', async () => {
    for (const at of [1, 2, 3]) {
      const told = Promise.withResolvers<boolean>();
      const stop = here.watch('deliveries', told.resolve);
      await there.write(async (tx) => tx.put('deliveries', delivery(`d${at}`)));
      assert.equal(await told.promise, false);
      stop();
    }
  });

  it('tells of a hundred writes in few hints', async () => {
    let hints = 0;
    const first = Promise.withResolvers<void>();
    const listener = new pg.Client(url());
    listener.on('notification', () => first.resolve(void (hints += 1)));
    await listener.connect();
    await listener.query('listen kakao_sync');
    for (let at = 0; at < 100; at += 1) await here.write(async (tx) => tx.put('deliveries', delivery('d1', { tries: at })));
    await first.promise;
    await listener.end();
    assert.ok(hints < 20, `${hints}`);
  });

  it('goes on telling after its connections were cut, and nobody ends over it', async () => {
    await ask(
      url(),
      'select pg_terminate_backend(pid) from pg_stat_activity where pid <> pg_backend_pid() and datname = current_database()',
    );
    const told = Promise.withResolvers<void>();
    here.watch('deliveries', () => told.resolve());
    await told.promise; // it listens again, and something may have been missed
    await there.write(async (tx) => tx.put('deliveries', delivery('d1')));
    assert.deepEqual(await here.get('deliveries', 'd1'), delivery('d1'));
  });
});

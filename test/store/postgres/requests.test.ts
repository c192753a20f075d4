/** What a request reads twice is asked once; and when it is asked anew. */
import assert from 'node:assert/strict';
import { ALL } from '../../../src/store/index.ts';
import { ask, useDatabase } from '../../helpers/postgres.ts';
import { artifact, delivery, ids } from '../../helpers/store.ts';
import { type PostgresStore, useTwoStores } from '../../helpers/two-stores.ts';

describe('store · postgres · the memory of a request', () => {
  const url = useDatabase();
  let here: PostgresStore;
  let there: PostgresStore;
  useTwoStores(url, (...both) => void ([here, there] = both));
  beforeEach(() => here.write(async (tx) => ['d1', 'd2'].forEach((id) => tx.put('deliveries', delivery(id, { body: 'old' })))));

  const body = async (id = 'd1') => (await here.get('deliveries', id))?.body;
  const bodies = async () => (await here.find('deliveries', 'all', ALL)).map((each) => each.body);
  /** Past every instance: nobody hears of it. */
  const changeUnheard = () => ask(url(), `update kakao_sync."deliveries" set row = (row::jsonb || '{"body":"new"}')::json`);
  const put = (store: PostgresStore, id = 'd1') =>
    store.write(async (tx) => tx.put('deliveries', { ...(await tx.get('deliveries', id))!, body: 'new' }));

  it('tells again what it has told, a row that it has found by its id too, and nobody but that request', async () => {
    await here.memory.during(async () => {
      assert.deepEqual([await body(), await bodies()], ['old', ['old', 'old']]);
      await changeUnheard();
      assert.deepEqual([await body(), await body('d2'), await bodies()], ['old', 'old', ['old', 'old']]);
      await here.memory.without(() =>
        here.memory.during(async () => assert.deepEqual([await body(), await bodies()], ['new', ['new', 'new']])),
      );
      assert.deepEqual(await here.memory.without(bodies), ['new', 'new']);
    });
    assert.equal(await body(), 'new');
  });

  it('gives each asker a list of its own, of the very same rows', async () => {
    await here.memory.during(async () => {
      const [first, second] = [await here.find('deliveries', 'all', ALL), await here.find('deliveries', 'all', ALL)];
      assert.equal(first[0], second[0]);
      first.reverse();
      assert.deepEqual(ids(second), ['d1', 'd2']);
      assert.deepEqual(ids(await here.find('deliveries', 'all', ALL, { limit: Infinity })), ['d2', 'd1']);
      assert.deepEqual(ids(await here.find('deliveries', 'all', ALL, { limit: 1 })), ['d2']);
      assert.deepEqual(ids(await here.find('deliveries', 'all', ALL, { limit: 1, before: 'd2' })), ['d1']);
    });
  });

  it('is gone of what a unit of work of the request has written or read, whether or not that landed', async () => {
    await here.memory.during(async () => {
      await body();
      await put(here);
      assert.deepEqual([await body(), await body('d2')], ['new', 'old']);
      await changeUnheard();
      await here.write(async (tx) => tx.put('artifacts', artifact('a')));
      assert.equal(await body('d2'), 'old');
      const refused = here.write(async (tx) => {
        await tx.find('deliveries', 'all', ALL);
        throw new Error('refused');
      });
      await assert.rejects(refused, /refused/);
      assert.equal(await body('d2'), 'new');
    });
  });

  it('is gone where another request of this instance has written', async () => {
    const [read, written] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    const reading = here.memory.during(async () => {
      const before = await body();
      read.resolve();
      await written.promise;
      return [before, await body()];
    });
    await read.promise;
    await here.memory.during(() => put(here));
    written.resolve();
    assert.deepEqual(await reading, ['old', 'new']);
  });

  it('is gone where another instance has written, for those who hear of it before they are told', async () => {
    await here.memory.during(async () => {
      const heard = Promise.withResolvers<string | undefined>();
      here.watch('deliveries', () => void body().then(heard.resolve));
      assert.equal(await body(), 'old');
      await put(there);
      assert.equal(await heard.promise, 'new');
      assert.equal(await body(), 'new');
    });
    await put(there, 'd2');
    assert.equal(await here.memory.during(() => body('d2')), 'new');
  });

  it('is gone when what was told may have been missed', async () => {
    await here.memory.during(async () => {
      await body();
      await changeUnheard();
      const again = Promise.withResolvers<void>();
      here.watch('artifacts', () => again.resolve());
      const others =
        'select pg_terminate_backend(pid) from pg_stat_activity where pid <> pg_backend_pid() and datname = current_database()';
      await ask(url(), others);
      await again.promise;
      assert.equal(await body(), 'new');
    });
  });

  it('ends with the request: what it has begun and left reads anew', async () => {
    const over = Promise.withResolvers<void>();
    let left: Promise<unknown> | undefined;
    await here.memory.during(async () => {
      await body();
      left = over.promise.then(() => body());
    });
    await changeUnheard();
    over.resolve();
    assert.equal(await left, 'new');
  });

  it('keeps no failure', async () => {
    await here.memory.during(async () => {
      await ask(url(), `alter table kakao_sync."deliveries" rename to "away"`);
      await assert.rejects(body());
      await ask(url(), `alter table kakao_sync."away" rename to "deliveries"`);
      assert.equal(await body(), 'old');
    });
  });

  it('is no part of a unit of work, which sees one moment, its own writes, and another moment when it is run again', async () => {
    await here.memory.during(async () => {
      await body();
      const seen: unknown[] = [];
      await here.write(async (tx) => {
        const read = async (id = 'd1') => (await tx.get('deliveries', id))?.body;
        seen.push(await read());
        // Another one gets in between, the first time.
        if (seen.length === 1) await there.write(async (other) => other.put('deliveries', delivery('d1', { body: 'theirs' })));
        const first = await read();
        tx.put('deliveries', delivery('d1', { body: `${first} and mine` }));
        seen.push(first, await read());
        seen.push((await tx.find('deliveries', 'all', ALL))[0]?.body);
        tx.put('deliveries', delivery('d2', { body: 'mine' }));
        seen.push(await read('d2'), await read());
      });
      const [theirs, both] = ['theirs', 'theirs and mine'];
      assert.deepEqual(seen, ['old', 'old', 'old and mine', theirs, theirs, both, both, 'mine', both]);
      assert.equal(await body(), 'theirs and mine');
    });
  });
});

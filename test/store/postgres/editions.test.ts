/** Tables that are written seldom: what was read of an edition costs nothing until somebody, wherever, makes another one. */
import assert from 'node:assert/strict';
import { ALL } from '../../../src/store/index.ts';
import { ask, useDatabase } from '../../helpers/postgres.ts';
import { artifact } from '../../helpers/store.ts';
import { type PostgresStore, useTwoStores } from '../../helpers/two-stores.ts';

describe('store · postgres · editions of what is written seldom', () => {
  const url = useDatabase();
  let here: PostgresStore;
  let there: PostgresStore;
  useTwoStores(url, (...both) => void ([here, there] = both));
  beforeEach(() => set(there, 1));

  const row = (offset: number, id = 'house') => ({ id, offset, frozenAt: null });
  const set = (store: PostgresStore, offset: number, id?: string) => store.write(async (tx) => tx.put('clocks', row(offset, id)));
  const read = async (from: Pick<PostgresStore, 'get'> = here, id = 'house') => (await from.get('clocks', id))?.offset;
  /** As the next request reads it. */
  const asked = (id?: string) => here.memory.during(() => read(here, id));
  const change = (offset: number) => ask(url(), `update kakao_sync."clocks" set row = '${JSON.stringify(row(offset))}' where id = 'house'`);
  const counting = (isOn: boolean) => ask(url(), `alter table kakao_sync."clocks" ${isOn ? 'enable' : 'disable'} trigger edition`);

  it('are read once for all requests and units of work, what is not there too', async () => {
    assert.deepEqual([await asked(), await asked('none')], [1, undefined]);
    await counting(false);
    await change(2);
    await set(there, 3, 'none');
    assert.deepEqual([await asked(), await asked('none')], [1, undefined]);
    await here.write(async (tx) => assert.deepEqual([await read(tx), await read(tx, 'none')], [1, undefined]));
    // Outside of both everybody reads for himself.
    assert.deepEqual([await read(), await read(here, 'none')], [2, 3]);
    await counting(true);
  });

  it('are read anew by the next request and unit of work, whoever has written', async () => {
    const writers = [() => set(there, 2), () => set(here, 3), () => change(4), () => ask(url(), `truncate kakao_sync."clocks"`)];
    for (const [at, write] of writers.entries()) {
      await asked();
      await write();
      const expected = [2, 3, 4, undefined][at];
      assert.equal(await asked(), expected);
      await here.write(async (tx) => assert.equal(await read(tx), expected));
    }
  });

  it('list as they are found, in their order', async () => {
    const list = () => here.memory.during(async () => (await here.find('reviewPolicies', 'all', ALL)).map(({ id }) => id));
    assert.deepEqual(await list(), []);
    const put = (...ids: ('items' | 'terms')[]) =>
      there.write(async (tx) => ids.forEach((id) => tx.put('reviewPolicies', { id, policy: 'by-hand' })));
    await put('terms', 'items');
    for (let times = 0; times < 2; times += 1) assert.deepEqual(await list(), ['items', 'terms']);
  });

  it('are one moment to a unit of work, though a request of the same instance knows a newer one', async () => {
    const seen: unknown[] = [];
    await here.write(async (tx) => {
      seen.push(await read(tx, 'other'));
      if (seen.length === 1) {
        await set(there, 2);
        seen.push(await here.memory.without(() => asked()));
      }
      seen.push(await read(tx));
    });
    assert.deepEqual(seen, [undefined, 2, 1]);
    assert.equal(await asked(), 2);
  });

  it('are not known by what a unit of work has put that did not land', async () => {
    await asked();
    const failed = here.write(async (tx) => {
      tx.put('clocks', row(7));
      // Sent, so that its own edition is counted.
      await tx.find('reviewPolicies', 'all', ALL);
      await tx.all('clocks');
      assert.deepEqual([await read(tx), await read(tx, 'other')], [7, undefined]);
      throw new Error('dropped');
    });
    await assert.rejects(failed, /dropped/);
    assert.equal(await asked(), 1);
    await set(there, 2, 'other');
    assert.deepEqual([await asked(), await asked('other')], [1, 2]);
  });

  it('are not known by what a unit of work reads while it writes', async () => {
    await asked();
    const failed = here.write(async (tx) => {
      const reading = read(tx, 'other');
      tx.put('clocks', row(7, 'other'));
      await tx.all('clocks');
      await reading;
      throw new Error('dropped');
    });
    await assert.rejects(failed, /dropped/);
    assert.equal(await asked('other'), undefined);
    await set(there, 2, 'other');
    assert.equal(await asked('other'), 2);
  });

  it('collide as their rows do: of two units that each read what the other writes, one is run again', async () => {
    await asked();
    await there.memory.during(() => read(there));
    const runs = { clock: 0, artifact: 0 };
    const both = [Promise.withResolvers<void>(), Promise.withResolvers<void>()] as const;
    const meet = async (mine: 0 | 1): Promise<void> => {
      both[mine].resolve();
      await both[mine === 0 ? 1 : 0].promise;
    };
    await Promise.all([
      here.write(async (tx) => {
        runs.artifact += 1;
        const offset = await read(tx);
        await meet(0);
        tx.put('artifacts', artifact('a', { model: String(offset) }));
      }),
      there.write(async (tx) => {
        runs.clock += 1;
        const model = (await tx.get('artifacts', 'a'))?.model;
        await meet(1);
        tx.put('clocks', row(model === undefined ? 2 : 3));
      }),
    ]);
    assert.ok(runs.clock + runs.artifact > 2);
    const [offset, model] = [await read(), (await here.get('artifacts', 'a'))?.model];
    assert.ok((offset === 2 && model === '2') || (offset === 3 && model === '1'), `${offset} ${model}`);
  });

  it('are asked for as any other where their number is lost', async () => {
    await asked();
    await ask(url(), 'delete from kakao_sync.edition');
    await counting(false);
    await change(2);
    await counting(true);
    assert.equal(await asked(), 2);
    await set(there, 3);
    assert.equal(await asked(), 3);
  });
});

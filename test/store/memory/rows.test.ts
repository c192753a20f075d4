import assert from 'node:assert/strict';
import fc from 'fast-check';
import { ALL, type Delivery } from '../../../src/store/index.ts';
import { bytesOf, textOf } from '../../../src/store/memory/bytes.ts';
import { openMemory } from '../../../src/store/memory/open.ts';
import { createRows, HELD_READY } from '../../../src/store/memory/rows.ts';
import { createTables } from '../../../src/store/memory/table.ts';
import { artifact, delivery, ids } from '../../helpers/store.ts';

const MANY = 3 * HELD_READY;
const row = (at: number): Delivery => delivery(`d${String(at).padStart(6, '0')}`, { body: `{"님":"${at}"}`, lane: `1:${at % 7}` });

describe('store · memory · more rows than are held ready', () => {
  it('are read as they were put, by id, by index and all at once, frozen all the way down', async () => {
    const store = await openMemory();
    const rows = Array.from({ length: MANY }, (_, at) => row(at));
    await store.write(async (tx) => rows.forEach((each) => tx.put('deliveries', each)));
    assert.deepEqual(await store.find('deliveries', 'all', ALL), rows);
    assert.deepEqual(
      await store.find('deliveries', 'pending', '1:channel 1:3', { limit: 500 }),
      rows.filter(({ lane }) => lane === '1:3').toReversed(),
    );
    assert.deepEqual(await store.write((tx) => tx.all('deliveries')), rows);
    const first = (await store.get('deliveries', row(0).id))!;
    assert.deepEqual(first, row(0));
    assert.ok(Object.isFrozen(first) && Object.isFrozen(first.headers));
    assert.equal(await store.get('deliveries', first.id), first, 'it is held ready again');
    await store.close();
  });

  it('are changed, removed and swept out like any other', async () => {
    let time = 1000;
    const store = await openMemory({ now: () => time });
    await store.write(async (tx) => {
      for (let at = 0; at < MANY; at += 1) tx.put('deliveries', row(at));
      for (let at = 0; at < MANY; at += 1) tx.put('artifacts', artifact(`a${at}`, { grantId: 'g', expiresAt: 60_000 + (at % 2) }));
    });
    await store.write(async (tx) => {
      tx.put('deliveries', { ...row(0), state: 'parked' });
      tx.remove('deliveries', row(1).id);
    });
    assert.deepEqual(ids(await store.find('deliveries', 'state', 'parked')), [row(0).id]);
    assert.equal((await store.find('deliveries', 'all', ALL)).length, MANY - 1);
    time = 60_000;
    assert.equal(await store.sweep(), MANY / 2);
    time = 120_000;
    assert.equal(await store.sweep(), MANY / 2);
    assert.deepEqual(await store.find('artifacts', 'grant', 'g'), []);
    await store.close();
  });

  it('behave like a map, in whatever order they are put, read and removed', () => {
    const act = fc.record({
      does: fc.constantFrom(...(['put', 'put', 'json', 'get', 'peek', 'remove'] as const)),
      at: fc.nat(2 * HELD_READY),
      tries: fc.nat(),
    });
    fc.assert(
      fc.property(fc.array(act, { minLength: 50, maxLength: 300 }), (acts) => {
        const rows = createRows();
        const map = new Map<string, Delivery>();
        const put = (each: Delivery, json: boolean): void => {
          rows.put(each.id, json ? bytesOf(JSON.stringify(each)) : each);
          map.set(each.id, each);
        };
        for (let at = 0; at < 2 * HELD_READY; at += 1) put(row(at), at % 2 === 0);
        for (const { does, at, tries } of acts) {
          const { id } = row(at);
          if (does === 'put' || does === 'json') put({ ...row(at), tries }, does === 'json');
          else if (does === 'get' || does === 'peek') assert.deepEqual(rows[does](id), map.get(id));
          else {
            map.delete(id);
            rows.remove(id);
          }
        }
        assert.deepEqual([...rows.ids()], [...map.keys()]);
        for (const [id, each] of map) assert.equal(textOf(rows.bytes(id)!), JSON.stringify(each));
      }),
      { numRuns: 8 },
    );
  });
});

describe('store · memory · a table that is loaded', () => {
  it('finds its rows in the order of their ids, in whatever order they came', () => {
    const { deliveries } = createTables();
    for (let at = 0; at < 50; at += 1) deliveries.load(row((at * 17) % 50));
    deliveries.sort();
    const sorted = Array.from({ length: 50 }, (_, at) => row(at).id);
    assert.deepEqual(deliveries.ids('all', ALL), sorted);
    assert.deepEqual(
      deliveries.ids('pending', '1:channel 1:3'),
      sorted.filter((_, at) => at % 7 === 3),
    );
  });

  it('knows which rows are over: by then, and not before', () => {
    const { artifacts } = createTables();
    for (const at of [0, 59_999, 60_000, 60_001, 119_999, 120_000]) artifacts.load(artifact(String(at), { expiresAt: at }));
    artifacts.sort();
    assert.deepEqual(artifacts.over(60_000).sort(), ['0', '59999', '60000']);
    assert.deepEqual(artifacts.over(-1), []);
    assert.equal(artifacts.over(10_000_000).length, 6);
  });
});

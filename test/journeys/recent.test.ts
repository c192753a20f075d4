/** Listings of journeys cost what is shown, not what is kept. */
import assert from 'node:assert/strict';
import { createClock } from '../../src/clock.ts';
import { type Exchange, openJourneys } from '../../src/journeys/index.ts';
import { type Page, type Store, timeId } from '../../src/store/index.ts';
import { openMemory } from '../../src/store/memory/open.ts';
import { exchange } from '../helpers/exchange.ts';

const URL_ = 'http://localhost:5252';

const authorize = (over: Partial<Exchange> = {}): Exchange => exchange({ url: '/oauth/authorize?client_id=x', status: 303, ...over });

/** A store that counts the rows it gives. */
function counting(store: Store): { store: Store; rows: () => number } {
  let rows = 0;
  const find = (async (table, index, value, page?: Page) => {
    const found = await store.find(table, index, value, page);
    rows += found.length;
    return found;
  }) as Store['find'];
  return { store: { ...store, find }, rows: () => rows };
}

async function withJourneys(count: number): Promise<Store> {
  const store = await openMemory();
  const none = { expiresAt: Number.MAX_SAFE_INTEGER, errors: [], consent: null, keys: [], steps: 1 };
  await store.write(async (tx) => {
    for (let i = 0; i < count; i += 1) {
      const state = i % 2 === 0 ? 'done' : 'cancelled';
      tx.put('journeys', { ...none, id: timeId(i), startedAt: i, lastAt: i, appId: '1', accountId: `p${i % 50}`, state });
    }
  });
  return store;
}

describe('journeys · listings', () => {
  it('read as many rows among 20,000 as among 200', async () => {
    const read = async (count: number) => {
      const { store, rows } = counting(await withJourneys(count));
      const journeys = openJourneys({ store, clock: createClock(), url: URL_ });
      const page = await journeys.recent({ limit: 30 });
      await journeys.recent({ limit: 30, before: page.at(-1)!.id }, { appId: '1', state: 'done' });
      return rows();
    };
    assert.ok((await read(20_000)) <= (await read(200)) * 1.5);
  });

  it('go on where the last page ended, through whatever does not fit', async () => {
    const store = await withJourneys(1000);
    const journeys = openJourneys({ store, clock: createClock(), url: URL_ });
    const seen: number[] = [];
    for (let before: string | undefined; ;) {
      const page = await journeys.recent({ limit: 7, before }, { appId: '1', accountId: 'p4', state: 'done' });
      seen.push(...page.map(({ startedAt }) => startedAt));
      before = page.at(-1)?.id;
      if (!before) break;
    }
    assert.deepEqual(
      seen,
      Array.from({ length: 20 }, (_, i) => 954 - 50 * i),
    );
  });

  it('keep the newest when there are too many, and none where none are wanted', async () => {
    const store = await openMemory();
    const journeys = openJourneys({ store, clock: createClock(), url: URL_, most: 5 });
    for (let i = 0; i < 200; i += 1) journeys.record(authorize({ url: `/oauth/authorize?client_id=${i}` }));
    await journeys.settled();
    const kept = await journeys.recent({ limit: 100 });
    assert.equal(kept.length, 5);
    const steps = await Promise.all(kept.map(({ id }) => journeys.steps(id)));
    assert.deepEqual(
      steps.map(([step]) => step!.url),
      [199, 198, 197, 196, 195].map((i) => `/oauth/authorize?client_id=${i}`),
    );
    assert.equal(openJourneys({ store, clock: createClock(), url: URL_, most: 0 }).isKept('/oauth/authorize'), false);
  });

  it('of a journey with thousands of calls, the first 200 are kept and all are counted', async () => {
    const store = await openMemory();
    const journeys = openJourneys({ store, clock: createClock(), url: URL_ });
    journeys.record(authorize({ responseHeaders: { location: '/oauth/login/abc' } }));
    for (let i = 0; i < 300; i += 1) journeys.record(authorize({ url: '/oauth/login/abc' }));
    const [journey] = await journeys.recent({ limit: 2 });
    assert.equal(journey?.steps, 301);
    assert.equal((await journeys.steps(journey.id)).length, 200);
  });

  it('a store that refuses is reported, and what comes after is written', async () => {
    const memory = await openMemory();
    const reports: unknown[] = [];
    let refusing = true;
    const store: Store = { ...memory, write: async (work) => (refusing ? Promise.reject(new Error('disk full')) : memory.write(work)) };
    const journeys = openJourneys({ store, clock: createClock(), url: URL_, report: (error) => reports.push(error) });
    journeys.record(authorize());
    await journeys.settled();
    refusing = false;
    journeys.record(authorize());
    assert.deepEqual([(await journeys.recent({ limit: 5 })).length, reports.length], [1, 1]);
  });
});

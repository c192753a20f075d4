import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ALL } from '../../../src/store/index.ts';
import { openLowdb } from '../../../src/store/lowdb/open.ts';
import { artifact, delivery, filesOf, ids, useFolder } from '../../helpers/store.ts';
import { conformance } from '../conformance.ts';
import { embedded } from '../embedded.ts';

const now = (): number => 0;

conformance('lowdb', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'kakao-sync-store-'));
  let store = await openLowdb({ folder, now });
  return {
    store,
    async reopen() {
      await store.close();
      return (store = await openLowdb({ folder, now }));
    },
    async end() {
      await store.close();
      rmSync(folder, { recursive: true });
    },
  };
});

describe('store · lowdb · inside one process', () => {
  const folder = useFolder();
  embedded('lowdb', (options) => openLowdb({ folder: folder(), ...options }));
});

describe('store · lowdb · on disk', () => {
  const folder = useFolder();
  const read = (name: string): string => readFileSync(join(folder(), name), 'utf8');

  it('makes the folder for its owner alone when there is none', async () => {
    const deep = join(folder(), 'not', 'yet');
    await (await openLowdb({ folder: deep, now })).close();
    assert.equal(statSync(deep).mode & 0o777, 0o700);
  });

  it('leaves an unused folder empty', async () => {
    await (await openLowdb({ folder: folder(), now })).close();
    assert.deepEqual(readdirSync(folder()), []);
  });

  it('10 · has every acknowledged unit of work in the journal before it is folded, with NODE_ENV=test as ever', async () => {
    const before = process.env['NODE_ENV'];
    process.env['NODE_ENV'] = 'test';
    try {
      const store = await openLowdb({ folder: folder(), now });
      await store.write(async (tx) => tx.put('deliveries', delivery('d1')));
      assert.match(read('journal-1.ndjson'), /"put":"deliveries","row":\{"id":"d1"/);
      await store.close();
      assert.match(read('state.json'), /"id":"d1"/);
    } finally {
      if (before === undefined) delete process.env['NODE_ENV'];
      else process.env['NODE_ENV'] = before;
    }
  });

  it('leaves two readable documents and nothing else when it is closed, for the eyes of their owner', async () => {
    const store = await openLowdb({ folder: folder(), now });
    await store.write(async (tx) => {
      tx.put('deliveries', delivery('d1'));
      tx.put('artifacts', artifact('a1'));
    });
    await store.close();
    assert.deepEqual(readdirSync(folder()).sort(), ['short-lived.json', 'state.json']);
    assert.equal(statSync(join(folder(), 'state.json')).mode & 0o777, 0o600);
    const header = { format: 'kakao-sync-simulator', schemaVersion: 1, generation: 2 };
    const state = JSON.parse(read('state.json')) as { tables: Record<string, unknown> };
    assert.deepEqual({ ...state, tables: state.tables['deliveries'] }, { ...header, tables: [delivery('d1')] });
    assert.ok(read('state.json').includes(`\n${JSON.stringify(delivery('d1'))}\n`), 'one row, one line');
    assert.deepEqual(JSON.parse(read('short-lived.json')), {
      ...header,
      tables: {
        sessions: [],
        artifacts: [artifact('a1')],
        quotas: [],
        refusals: [],
        submissions: [],
        journeys: [],
        journeySteps: [],
        faultFlows: [],
      },
    });
  });

  it('is not written again by opening and closing it', async () => {
    const store = await openLowdb({ folder: folder(), now });
    await store.write(async (tx) => tx.put('deliveries', delivery('d1')));
    await store.close();
    const files = filesOf(folder());
    await (await openLowdb({ folder: folder(), now })).close();
    assert.deepEqual(filesOf(folder()), files);
  });

  it('folds while it is written to, and loses nothing of either', async () => {
    const options = { folder: folder(), now, foldAt: 2000 };
    const store = await openLowdb(options);
    const all = Array.from({ length: 300 }, (_, at) => `d${String(at).padStart(3, '0')}`);
    await Promise.all(all.map((id) => store.write(async (tx) => tx.put('deliveries', delivery(id)))));
    await store.close();
    const again = await openLowdb(options);
    assert.deepEqual(ids(await again.find('deliveries', 'all', ALL)), all);
    await again.close();
  });

  it('leaves out of the fold what has expired', async () => {
    const store = await openLowdb({ folder: folder(), now: () => 2000 });
    await store.write(async (tx) => {
      tx.put('artifacts', artifact('old', { expiresAt: 2000 }));
      tx.put('artifacts', artifact('young', { expiresAt: 2001 }));
    });
    await store.close();
    assert.doesNotMatch(read('short-lived.json'), /"old"/);
    assert.match(read('short-lived.json'), /"young"/);
  });

  it('fills in what a row written before a field was added has by default', async () => {
    const link = { id: '1:han', appId: '1', accountId: 'han', number: '3912345678', state: 'linked', items: [] };
    const rows = [{ ...link, connectedAt: 1, synchedAt: null }];
    const header = { format: 'kakao-sync-simulator', schemaVersion: 1, generation: 2 };
    writeFileSync(join(folder(), 'state.json'), JSON.stringify({ ...header, tables: { links: rows } }));
    writeFileSync(join(folder(), 'short-lived.json'), JSON.stringify({ ...header, tables: {} }));
    const store = await openLowdb({ folder: folder(), now });
    assert.deepEqual((await store.get('links', '1:han'))?.properties, {});
    await store.close();
  });
});

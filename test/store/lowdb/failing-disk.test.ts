import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { DataNotStored } from '../../../src/store/errors.ts';
import { ALL } from '../../../src/store/index.ts';
import type { StepName } from '../../../src/store/lowdb/disk.ts';
import { openLowdb } from '../../../src/store/lowdb/open.ts';
import type { EmbeddedStore } from '../../../src/store/memory/open.ts';
import { delivery, ids, useFolder } from '../../helpers/store.ts';

describe('store · lowdb · a disk that fails', () => {
  const folder = useFolder();
  let failing: StepName | undefined;
  let warnings: string[] = [];
  let warned = Promise.withResolvers<void>();
  let store: EmbeddedStore;
  const open = (foldAt?: number): Promise<EmbeddedStore> =>
    openLowdb({
      folder: folder(),
      now: () => 0,
      warn(message) {
        warnings.push(message);
        warned.resolve();
      },
      ...(foldAt && { foldAt }),
      step(name) {
        if (name === failing) throw new Error('ENOSPC: no space left on device');
      },
    });
  const put = (id: string): Promise<void> => store.write(async (tx) => tx.put('deliveries', delivery(id)));
  const found = async (): Promise<string[]> => ids(await store.find('deliveries', 'all', ALL));

  beforeEach(async () => {
    failing = undefined;
    warnings = [];
    warned = Promise.withResolvers();
    store = await open();
    await put('before');
  });
  afterEach(() => store.close());

  for (const step of ['journal:write', 'journal:sync'] as const) {
    it(`10 · refuses every caller whose write it has not stored, and shows none of it (${step})`, async () => {
      failing = step;
      const results = await Promise.allSettled([put('a'), put('before'), put('b')]);
      for (const result of results) {
        assert.ok(result.status === 'rejected' && result.reason instanceof DataNotStored);
        assert.match(result.reason.message, /ENOSPC.*Make room or mend the disk, then start again\.$/);
      }
      assert.deepEqual(await found(), ['before']);
    });

    it(`10 · takes no further write until it is opened again, then goes on where it was (${step})`, async () => {
      failing = step;
      await assert.rejects(put('lost'), DataNotStored);
      failing = undefined;
      await assert.rejects(put('later'), DataNotStored);
      await assert.rejects(
        store.write(async (tx) => tx.get('deliveries', 'before')),
        DataNotStored,
      );
      assert.deepEqual(await found(), ['before']);
      await store.close();

      store = await open();
      await put('after');
      assert.deepEqual(await found(), ['after', 'before']);
    });
  }

  it('10 · undoes a unit of work that comes upon what was never stored', async () => {
    const begun = Promise.withResolvers<void>();
    failing = 'journal:sync';
    const lost = put('lost');
    const reader = store.write(async (tx) => {
      begun.resolve();
      await assert.rejects(lost, DataNotStored);
      tx.put('deliveries', delivery('on-sand'));
    });
    await begun.promise;
    await assert.rejects(reader, DataNotStored);
    assert.deepEqual(await found(), ['before']);
  });

  const many = Array.from({ length: 20 }, (_, at) => `more-${at + 10}`);
  const atFold = [
    'journal:create',
    'document:create',
    'document:write',
    'document:sync',
    'document:replace',
    'folder:sync',
    'journal:remove',
  ] as const;
  for (const step of atFold) {
    it(`10 · keeps the journal, and says so, when it cannot fold (${step}); the fold is done later`, async () => {
      await store.close();
      store = await open(500);
      failing = step;
      for (const id of many) await put(id);
      assert.deepEqual(await found(), ['before', ...many]);
      await warned.promise;
      failing = undefined;
      await store.close();
      assert.match(String(warnings[0]), /^the journal could not be folded in, it is kept: ENOSPC/);
      assert.deepEqual(readdirSync(folder()).sort(), ['short-lived.json', 'state.json']);
      store = await open();
      assert.deepEqual(await found(), ['before', ...many]);
    });
  }

  it('10 · keeps everything when even the last fold fails', async () => {
    failing = 'document:sync';
    await store.close();
    assert.equal(warnings.length, 1);
    failing = undefined;
    store = await open();
    assert.deepEqual(await found(), ['before']);
  });
});

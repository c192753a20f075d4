import assert from 'node:assert/strict';
import { buffer } from 'node:stream/consumers';
import { Readable } from 'node:stream';
import { createClock } from '../../../src/clock.ts';
import { openDocuments } from '../../../src/documents/index.ts';
import { joined, snapshotOf } from '../../../src/store/index.ts';
import { openStore } from '../../../src/store/open.ts';
import { plantOnce } from '../../../src/store/seed/once.ts';
import { settings } from '../../../src/config.ts';
import { command } from '../../command/in-process.ts';
import { useDatabase } from '../../helpers/postgres.ts';
import { useFolder } from '../../helpers/store.ts';

const JPEG = Buffer.from('ffd8ffe000104a46494600010100000100010000', 'hex');

describe('copy and migrate · postgres', () => {
  const url = useDatabase();
  const folder = useFolder();
  const at = (data: string) => ({ store: 'folder', memory: false, data });

  it('takes a world and its files into a database and back, the same', async () => {
    const first = await openStore(at(folder()), () => 0);
    await plantOnce(first.store, settings.seed.default, 1);
    const upload = { by: 'han', name: 'a.jpg', allowed: ['image/jpeg'] } as const;
    const room = await openDocuments({ store: joined(first.store), clock: createClock(), folder: first.documentsFolder });
    const { id } = await room.keep(upload, Readable.from([JPEG]));
    const before = await snapshotOf(first.store);
    await first.store.close();

    const there = await command('', 'copy', '--from', folder(), '--to', url());
    assert.deepEqual([there.code, there.stderr], [0, '']);
    assert.match(there.stdout, /^copied \d+ rows and 1 files from /);
    assert.doesNotMatch(there.stdout, /:test@/);
    const back = `${folder()}/back`;
    assert.equal((await command('', 'copy', '--from', url(), '--to', back)).code, 0);

    const again = await openStore(at(back), () => 0);
    const files = await openDocuments({ store: joined(again.store), clock: createClock(), folder: again.documentsFolder });
    const after = await snapshotOf(again.store);
    const content = await buffer((await files.read(id))!);
    await again.store.close();
    const sorted = (rows: readonly { id: string }[]) => [...rows].sort((a, b) => (a.id < b.id ? -1 : 1));
    for (const table of Object.keys(before) as (keyof typeof before)[])
      assert.deepEqual(sorted(after[table]), sorted(before[table]), table);
    assert.deepEqual(content, JPEG);

    const twice = await command('', 'copy', '--from', folder(), '--to', url());
    assert.equal(twice.code, 1);
    assert.match(twice.stderr, /holds a world already/);
  });

  it('says of a database that is of this version so, and of a folder that there is nothing to do it to', async () => {
    assert.equal((await command('', 'migrate', '--store', url())).code, 0);
    assert.match((await command('', 'migrate', '--store', url())).stdout, /of this version already/);
    assert.match((await command('', 'migrate')).stderr, /name the database/);
    assert.match((await command('', 'copy', '--from', '/nowhere/at/all', '--to', url())).stderr, /there is no folder/);
  });
});

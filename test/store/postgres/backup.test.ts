/** A backup of a database at one moment, and a restore into another one. */
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { readBackup } from '../../../src/store/backup/file.ts';
import { backUp } from '../../../src/store/backup/take.ts';
import { snapshotOf } from '../../../src/store/index.ts';
import { openPostgres } from '../../../src/store/postgres/open.ts';
import { migrate } from '../../../src/store/postgres/migrate.ts';
import { settings } from '../../../src/config.ts';
import { plantOnce } from '../../../src/store/seed/once.ts';
import { command } from '../../command/in-process.ts';
import { useDatabase } from '../../helpers/postgres.ts';
import { artifact, delivery, ids, useFolder } from '../../helpers/store.ts';

const LARGE = Buffer.alloc(600_000, 'ab');
const document = { id: 'd1', owner: 'x', uploadedBy: 'x', name: 'a.png', type: 'image/png', size: LARGE.length, createdAt: 1 } as const;

describe('backup and restore · postgres', () => {
  const url = useDatabase();
  const other = useDatabase();
  const folder = useFolder();
  const file = () => join(folder(), 'a.backup');
  const open = (at: string) => openPostgres({ url: at, now: () => 0 });

  it('takes rows and files of one moment while instances write, and puts them into another database', async () => {
    const store = await open(url());
    await plantOnce(store, settings.seed.default, 1);
    await (await store.blobs.write('d1', Readable.from([LARGE]), () => undefined)).finish();
    await store.write(async (tx) => tx.put('documents', document));
    let isOver = false;
    let count = 0;
    const put = async () => {
      while (!isOver) {
        const id = `unit-${(count += 1)}`;
        await store.write(async (tx) => {
          tx.put('deliveries', delivery(id));
          tx.put('artifacts', artifact(id));
        });
      }
    };
    const writing = Promise.all([put(), put(), put()]);
    for (let round = 0; round < 5; round += 1) {
      await backUp({ store: url(), memory: false, data: '' }, file(), '0.0.0', {
        tell: () => undefined,
        signal: new AbortController().signal,
      });
      const { rows } = await readBackup(file());
      assert.deepEqual(ids(rows.get('artifacts') ?? []), ids((rows.get('deliveries') ?? []).filter(({ id }) => id.startsWith('unit-'))));
    }
    isOver = true;
    await writing;

    const there = await command('', 'backup', file(), '--no-config', '--store', url());
    assert.deepEqual([there.code, there.stderr], [0, '']);
    const { code, stdout, stderr } = await command('', 'restore', file(), '--no-config', '--store', other());
    assert.deepEqual([code, stderr], [0, '']);
    assert.match(stdout, /^restored \d+ rows and 1 files/);
    const copy = await open(other());
    const [before, after] = await Promise.all([snapshotOf(store), snapshotOf(copy)]);
    assert.deepEqual(after, before);
    assert.deepEqual(await buffer((await copy.blobs.read('d1'))!), LARGE);

    const refused = await command('', 'restore', file(), '--no-config', '--replace', '--store', other());
    assert.match(refused.stderr, /simulators work on postgres:.* stop them first/);
    await copy.close();
    const again = await command('', 'restore', file(), '--no-config', '--store', other());
    assert.match(again.stderr, /holds a world already/);
    assert.equal((await command('', 'restore', file(), '--no-config', '--replace', '--store', other())).code, 0);
    await store.close();
  });

  it('has nothing to take from a database that no simulator has worked on', async () => {
    assert.match((await command('', 'backup', file(), '--no-config', '--store', url())).stderr, /there is no world in postgres:/);
    await migrate(url());
    assert.match((await command('', 'backup', file(), '--no-config', '--store', url())).stderr, /there is no world in postgres:/);
  });
});

/** A backup of a folder that somebody works on, and a restore that is killed. */
import assert from 'node:assert/strict';
import { randomInt } from 'node:crypto';
import { join } from 'node:path';
import { readBackup } from '../../../src/store/backup/file.ts';
import { backUp } from '../../../src/store/backup/take.ts';
import { ALL } from '../../../src/store/index.ts';
import { openLowdb } from '../../../src/store/lowdb/open.ts';
import { delivery, ids, useFolder } from '../../helpers/store.ts';
import { killAll, startStore } from '../../helpers/store-process.ts';

const BACKUPS = 8;
const KILLS = Math.max(4, Math.ceil(Number(process.env['KAKAO_SYNC_TEST_ROUNDS'] ?? 10) / 4));
const course = { tell: () => undefined, signal: new AbortController().signal };
const at = (data: string) => ({ store: 'folder', memory: false, data });

describe('store · lowdb · backup and restore', () => {
  const folder = useFolder();
  afterEach(killAll);

  it('takes whole units of work while another process writes and folds, and all that was acknowledged before', async () => {
    const writer = startStore('write', folder());
    const acknowledged: string[] = [];
    let wake = (): void => undefined;
    const reading = (async () => {
      for await (const line of writer.lines) {
        if (line !== 'open') acknowledged.push(line);
        wake();
      }
    })();
    const further = async (count: number): Promise<void> => {
      const enough = acknowledged.length + count;
      while (acknowledged.length < enough) await new Promise<void>((resolve) => (wake = resolve));
    };
    const file = join(folder(), 'a.backup');
    for (let round = 0; round < BACKUPS; round += 1) {
      await further(200);
      const before = [...acknowledged];
      await backUp(at(folder()), file, '0.0.0', course);
      const { rows } = await readBackup(file);
      const [deliveries, artifacts] = [rows.get('deliveries') ?? [], rows.get('artifacts') ?? []];
      assert.deepEqual(ids(deliveries), ids(artifacts), 'half a unit of work');
      const there = new Set(ids(deliveries));
      assert.deepEqual(
        before.filter((id) => !there.has(id)),
        [],
      );
    }
    await writer.kill();
    await reading;
  }).timeout(120_000);

  it(`10 · restores wholly or not at all, ${KILLS} times kill -9 in the middle`, async () => {
    const files = await Promise.all(['one', 'two'].map((of) => backupOf(of)));
    const data = join(folder(), 'data');
    for (let round = 0; round < KILLS; round += 1) {
      const child = startStore('restore', data, ...files);
      let left = randomInt(1, 4);
      for await (const line of child.lines) {
        if (line === 'open') continue;
        left -= 1;
        if (left === 0) setTimeout(() => void child.kill(), randomInt(40));
      }
      await child.kill();
      const store = await openLowdb({ folder: data, now: () => 0 });
      const [of, ...others] = new Set(ids(await store.find('deliveries', 'all', ALL)).map((id) => id.split('-')[0]!));
      assert.deepEqual([others, (await store.find('deliveries', 'all', ALL)).length], [[], 300], `half of ${of}`);
      await store.close();
    }
  }).timeout(60_000 + KILLS * 10_000);

  async function backupOf(of: string): Promise<string> {
    const data = join(folder(), of);
    const store = await openLowdb({ folder: data, now: () => 0 });
    await store.write(async (tx) => {
      for (let count = 0; count < 300; count += 1) tx.put('deliveries', delivery(`${of}-${count}`));
    });
    await store.close();
    await backUp(at(data), `${data}.backup`, '0.0.0', course);
    return `${data}.backup`;
  }
});

import assert from 'node:assert/strict';
import { randomInt } from 'node:crypto';
import { join } from 'node:path';
import { ALL } from '../../../src/store/index.ts';
import { openLowdb } from '../../../src/store/lowdb/open.ts';
import { ids, useFolder } from '../../helpers/store.ts';
import { killAll, startStore } from '../../helpers/store-process.ts';

const ROUNDS = Number(process.env['KAKAO_SYNC_TEST_ROUNDS'] ?? 10);
/** So many on one folder, which grows. */
const ON_ONE = 20;
const FLIPS = Math.max(2, Math.ceil(ROUNDS / 4));

describe('store · lowdb · kill -9', () => {
  const folder = useFolder();
  afterEach(killAll);

  it(`10 · loses nothing that was acknowledged and keeps no half unit of work, ${ROUNDS} times`, async () => {
    const acknowledged = new Set<string>();
    let data = '';
    for (let round = 0; round < ROUNDS; round += 1) {
      if (round % ON_ONE === 0) {
        data = join(folder(), String(round));
        acknowledged.clear();
      }
      const writer = startStore('write', data, String(round * 1_000_000));
      assert.equal((await writer.lines.next()).value, 'open');
      let left = randomInt(1, 1500);
      for await (const id of writer.lines) {
        acknowledged.add(id);
        left -= 1;
        if (left === 0) void writer.kill(); // what it printed until it died is still read
      }
      await writer.kill();

      const store = await openLowdb({ folder: data, now: () => 0 });
      const deliveries = ids(await store.find('deliveries', 'all', ALL));
      const stored = new Set(deliveries);
      assert.deepEqual(ids(await store.find('artifacts', 'grant', 'all')), deliveries, 'half a unit of work');
      assert.deepEqual(
        [...acknowledged].filter((id) => !stored.has(id)),
        [],
        'acknowledged, and lost',
      );
      await store.close();
    }
  }).timeout(60_000 + 10_000 * ROUNDS);

  it(`10 · goes back to a snapshot wholly or not at all, ${FLIPS} times`, async () => {
    for (let round = 0; round < FLIPS; round += 1) {
      const child = startStore('flip', folder());
      let left = randomInt(2, 12);
      for await (const line of child.lines) {
        if (line === 'open') continue;
        left -= 1;
        if (left === 0) void child.kill();
      }
      await child.kill();
      const store = await openLowdb({ folder: folder(), now: () => 0 });
      const [of] = ids(await store.find('deliveries', 'all', ALL)).map((id) => id.split('-')[0]!);
      assert.deepEqual(
        [(await store.find('deliveries', 'all', ALL)).length, (await store.find('artifacts', 'grant', of!)).length],
        [300, 100],
        'half a snapshot',
      );
      await store.close();
    }
  }).timeout(60_000 + 10_000 * FLIPS);
});

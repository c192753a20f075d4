/** A world longer than V8 has room for in one text: half a gigabyte. Here it is as long as KAKAO_SYNC_TEST_MEGABYTES says (`npm run test:long`). */
import assert from 'node:assert/strict';
import { copyFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { openLowdb } from '../../../src/store/lowdb/open.ts';
import { peekFolder } from '../../../src/store/lowdb/peek.ts';
import { delivery, useFolder } from '../../helpers/store.ts';

const BYTES = Number(process.env['KAKAO_SYNC_TEST_MEGABYTES'] ?? 3) * 1024 * 1024;
const ROWS = Math.ceil(BYTES / 1800);
const now = (): number => 0;

describe('store · lowdb · a world of any length', () => {
  const folder = useFolder();
  const crashed = useFolder();
  const id = (at: number): string => `d${String(at).padStart(9, '0')}`;
  const row = (at: number) => delivery(id(at), { lane: `lane-${at % 100}`, body: `${'가나다라 "마바사" '.repeat(62)} ${at}` });

  /** Whether all of it is there, and none of it twice. */
  async function whole(path: string): Promise<void> {
    const store = await openLowdb({ folder: path, now });
    for (let at = 0; at < ROWS; at += Math.ceil(ROWS / 100)) assert.deepEqual(await store.get('deliveries', id(at)), row(at));
    await store.close();
    assert.equal((await peekFolder(path)).get('deliveries')?.length, ROWS);
  }

  it('is written in one unit of work, replayed, folded, opened, and read beside who works on it', async () => {
    const store = await openLowdb({ folder: folder(), now });
    await store.write(async (tx) => {
      for (let at = 0; at < ROWS; at += 1) tx.put('deliveries', row(at));
    });
    const journal = join(folder(), 'journal-1.ndjson');
    assert.ok(statSync(journal).size > BYTES);
    copyFileSync(journal, join(crashed(), 'journal-1.ndjson'));
    await store.close();
    assert.ok(statSync(join(folder(), 'state.json')).size > BYTES);
    await whole(folder());
    await whole(crashed());
  }).timeout(30 * 60_000);
});

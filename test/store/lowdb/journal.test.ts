import assert from 'node:assert/strict';
import { copyFileSync, readFileSync, renameSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DataFileRefused } from '../../../src/store/errors.ts';
import { ALL } from '../../../src/store/index.ts';
import { openLowdb } from '../../../src/store/lowdb/open.ts';
import type { EmbeddedStore } from '../../../src/store/memory/open.ts';
import { filesOf, ids, useFolder } from '../../helpers/store.ts';

const UNITS = ['a', 'b', 'c'];
const open = (folder: string): Promise<EmbeddedStore> => openLowdb({ folder, now: () => 0 });

describe('store · lowdb · the journal after a crash', () => {
  const folder = useFolder();
  const other = useFolder();
  const path = (): string => join(folder(), 'journal-1.ndjson');
  let whole: Buffer;

  /** The journal as it is while the process runs: what a crash leaves. */
  async function journalOf(units: readonly string[], into: string): Promise<Buffer> {
    const store = await open(into);
    for (const id of units) await store.write(async (tx) => tx.put('secrets', { id, value: `${id} of ${into}` }));
    const bytes = readFileSync(join(into, 'journal-1.ndjson'));
    await store.close();
    rmSync(join(into, 'state.json'));
    rmSync(join(into, 'short-lived.json'));
    return bytes;
  }

  async function found(): Promise<string[]> {
    const store = await open(folder());
    const rows = ids(await store.find('secrets', 'all', ALL));
    await store.close();
    return rows;
  }

  async function refused(reason: RegExp, file = path()): Promise<void> {
    const before = filesOf(folder());
    await assert.rejects(open(folder()), (error) => {
      assert.ok(error instanceof DataFileRefused, String(error));
      assert.equal(error.details['file'], file);
      assert.match(String(error.details['reason']), reason);
      return true;
    });
    assert.deepEqual(filesOf(folder()), before);
  }

  beforeEach(async () => {
    whole = await journalOf(UNITS, folder());
  });

  it('is replayed', async () => {
    writeFileSync(path(), whole);
    assert.deepEqual(await found(), UNITS);
  });

  it('may end anywhere: the units of work before that are there, and the one cut off is not', async () => {
    for (let length = 0; length <= whole.length; length += 1) {
      rmSync(join(folder(), 'state.json'), { force: true });
      rmSync(join(folder(), 'short-lived.json'), { force: true });
      writeFileSync(path(), whole);
      truncateSync(path(), length);
      const lines = whole.subarray(0, length).toString().split('\n').length - 1;
      assert.deepEqual(await found(), UNITS.slice(0, Math.max(0, lines - 1)), `cut off after ${length} bytes`);
    }
  }).timeout(20_000);

  it('is gone on with after a line that was cut off, and so after the next crash', async () => {
    writeFileSync(path(), whole);
    truncateSync(path(), whole.length - 5);
    const store = await open(folder());
    await store.write(async (tx) => tx.put('secrets', { id: 'd', value: 1 }));
    const crashed = readFileSync(path());
    await store.close();
    rmSync(join(folder(), 'state.json'));
    rmSync(join(folder(), 'short-lived.json'));
    writeFileSync(path(), crashed);
    assert.deepEqual(await found(), ['a', 'b', 'd']);
  });

  it('is refused when any byte in the middle has changed', async () => {
    const lastLine = whole.lastIndexOf('\n', whole.length - 2) + 1;
    for (let at = 0; at < lastLine; at += 1) {
      const broken = Buffer.from(whole);
      broken[at] = (broken[at] ?? 0) ^ 1;
      writeFileSync(path(), broken);
      await refused(/^(line \d: |it is not a file of|a newer version|schemaVersion:|generation:)/);
    }
  });

  it('is refused when the last line is whole but has changed', async () => {
    writeFileSync(path(), whole.toString().replace('"id":"c"', '"id":"d"'));
    await refused(/^line 4: its checksum does not match$/);
  });

  it('is refused when a line is missing, doubled, moved, or of another journal', async () => {
    const [header = '', ...lines] = whole.toString().split('\n').slice(0, -1);
    const [a = '', b = '', c = ''] = lines;
    const foreign = (await journalOf(UNITS, other())).toString().split('\n')[2] ?? '';
    for (const order of [
      [b, c],
      [a, c],
      [a, a, b, c],
      [a, c, b],
      [a, foreign, c],
    ]) {
      writeFileSync(path(), `${[header, ...order].join('\n')}\n`);
      await refused(/^line \d: its checksum does not match$/);
    }
  });

  it('is refused when it is of something else, of a newer version, or of another generation', async () => {
    writeFileSync(path(), 'my diary, without an end of line');
    await refused(/^line 1: expected the header of a journal$/);
    writeFileSync(path(), '{"level":30,"msg":"a log"}\n');
    await refused(/^it is not a file of kakao-sync-simulator/);
    writeFileSync(path(), whole.toString().replace('"schemaVersion":1', '"schemaVersion":2'));
    await refused(/^a newer version wrote it \(schemaVersion 2, this one knows 1\)$/);
    writeFileSync(path(), whole.toString().replace('"generation":1', '"generation":2'));
    await refused(/^line 1: generation: expected 1, as in the name of the file$/);
  });

  it('is refused when it holds a row that is not valid', async () => {
    const store = await open(other());
    await store.write(async (tx) => tx.put('sessions', { id: 's', accountId: 'han', expiresAt: 0.5 }));
    copyFileSync(join(other(), 'journal-1.ndjson'), path());
    await store.close();
    await refused(/^sessions\["s"\]\.expiresAt: expected int/);
  });

  it('is missed when a later one needs it', async () => {
    writeFileSync(path(), whole);
    renameSync(path(), join(folder(), 'journal-2.ndjson'));
    await refused(/^it is missing, and the files beside it need it$/, join(folder(), 'state.json'));
  });

  it('is refused when it is cut off and another one follows', async () => {
    const next = '{"format":"kakao-sync-simulator","schemaVersion":1,"generation":2}\n';
    writeFileSync(join(folder(), 'journal-2.ndjson'), next);
    writeFileSync(path(), whole.subarray(0, -1));
    await refused(/^line 4: it is cut off$/);
    writeFileSync(path(), '');
    await refused(/^it is empty$/);
  });
});

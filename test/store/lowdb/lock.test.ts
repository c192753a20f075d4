import assert from 'node:assert/strict';
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { DataFolderInUse, DataFolderUnusable } from '../../../src/store/errors.ts';
import { openLowdb } from '../../../src/store/lowdb/open.ts';
import { useFolder } from '../../helpers/store.ts';
import { killAll, startStore } from '../../helpers/store-process.ts';

describe('store · lowdb · one process for a folder', () => {
  const folder = useFolder();
  const open = () => openLowdb({ folder: folder(), now: () => 0 });
  const lock = (number: number, content: unknown): void =>
    writeFileSync(join(folder(), `lock-${number}.json`), typeof content === 'string' ? content : JSON.stringify(content));
  afterEach(killAll);

  it('11 · refuses a second process at once, naming the folder, the holder and the mend', async () => {
    const store = await open();
    const second = startStore('hold', folder());
    const line = String((await second.lines.next()).value);
    assert.equal(
      line,
      `refused DataFolderInUse: the data folder ${folder()} is in use by process ${process.pid} on ${hostname()}: ` +
        'stop it, or use another folder with --data OTHER.',
    );
    await store.close();
  });

  it('refuses a second store in the same process', async () => {
    const store = await open();
    await assert.rejects(open(), (error) => error instanceof DataFolderInUse && error.details['pid'] === process.pid);
    await store.close();
    await (await open()).close();
  });

  it('11 · is free again after the holder was killed', async () => {
    const holder = startStore('hold', folder());
    assert.equal((await holder.lines.next()).value, 'open');
    await assert.rejects(open(), (error) => error instanceof DataFolderInUse && error.details['pid'] === holder.pid);
    await holder.kill();
    await (await open()).close();
    assert.deepEqual(readdirSync(folder()), []);
  });

  it('is free again after the holder ended without closing', async () => {
    const holder = startStore('open', folder());
    for await (const line of holder.lines) assert.equal(line, 'open');
    assert.deepEqual(
      readdirSync(folder()).filter((name) => name.startsWith('lock')),
      [],
    );
  });

  it('11 · goes to exactly one of several that find a lock left behind', async () => {
    lock(7, { pid: 2 ** 22 + 1, host: hostname(), started: null });
    const all = Array.from({ length: 4 }, () => startStore('hold', folder()));
    const lines = await Promise.all(all.map(async ({ lines: own }) => String((await own.next()).value)));
    const refused = lines.filter((line) => line.startsWith('refused DataFolderInUse'));
    assert.deepEqual([lines.length - refused.length, refused.length], [1, 3], lines.join('\n'));
  }).timeout(20_000);

  it('takes over a lock that a power cut has emptied', async () => {
    lock(1, '');
    await (await open()).close();
    assert.deepEqual(readdirSync(folder()), []);
  });

  // Elsewhere nobody tells when a process started.
  if (process.platform === 'linux') {
    it('takes over a lock whose process number has gone to another process', async () => {
      lock(1, { pid: process.pid, host: hostname(), started: 'another boot 123' });
      await (await open()).close();
      assert.deepEqual(readdirSync(folder()), []);
    });
  }

  it('cannot judge a lock of another host, and says what to do', async () => {
    lock(1, { pid: 12, host: 'other-host', started: null });
    await assert.rejects(open(), (error) => {
      assert.ok(error instanceof DataFolderInUse);
      const expected = `process 12 on other-host: stop it, or use --data OTHER; if it is gone, remove ${folder()}/lock-1.json.`;
      assert.ok(error.message.endsWith(expected), error.message);
      return true;
    });
  });

  it('is not held by an open that was refused', async () => {
    writeFileSync(join(folder(), 'state.json'), '');
    await assert.rejects(open(), /state\.json is refused/);
    assert.deepEqual(readdirSync(folder()), ['state.json']);
  });
});

describe('store · lowdb · a folder that cannot be used', () => {
  const folder = useFolder();
  const unusable = (path: string, reason: RegExp): Promise<void> =>
    assert.rejects(openLowdb({ folder: path, now: () => 0 }), (error) => {
      assert.ok(error instanceof DataFolderUnusable, String(error));
      assert.equal(error.details['folder'], path);
      assert.match(error.message, reason);
      assert.match(error.message, /choose another folder with --data OTHER\.$/);
      return true;
    });

  it('is said to be a file when it, or what it is in, is one', async () => {
    writeFileSync(join(folder(), 'file'), '');
    await unusable(join(folder(), 'file'), /is a file/);
    await unusable(join(folder(), 'file', 'data'), /is a file/);
  });

  it('is said to be read-only when nothing can be written to it', async () => {
    const readOnly = join(folder(), 'read-only');
    mkdirSync(readOnly, { mode: 0o555 });
    if (process.getuid?.() !== 0) return unusable(readOnly, /EACCES/);
    // root may write anywhere but where the kernel itself forbids it.
    return unusable('/proc/self/task', /EACCES|EROFS|ENOENT|EPERM/);
  });
});

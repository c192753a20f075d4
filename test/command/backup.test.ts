/** `backup` and `restore`: what they say, what they refuse, and that a world is the same afterwards. */
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createSimulator, type Simulator } from '../../src/index.ts';
import { settings } from '../../src/config.ts';
import { openDocuments } from '../../src/documents/index.ts';
import { createClock } from '../../src/clock.ts';
import { Readable } from 'node:stream';
import { joined } from '../../src/store/index.ts';
import { openStore } from '../../src/store/open.ts';
import { plantOnce } from '../../src/store/seed/once.ts';
import { png } from '../documents/files.ts';
import { useFolder } from '../helpers/store.ts';
import { command } from './in-process.ts';

describe('backup and restore', () => {
  const folder = useFolder();
  const data = () => join(folder(), 'data');
  const file = () => join(folder(), 'a.backup');
  const other = () => join(folder(), 'other');
  const restored = (...flags: string[]) => command('', 'restore', file(), '--no-config', '--data', other(), ...flags);

  /** A world with an uploaded file, in the folder. */
  beforeEach(async () => {
    const { store, documentsFolder } = await openStore({ store: 'folder', memory: false, data: data() }, () => 0);
    await plantOnce(store, settings.seed.default, 1);
    const documents = await openDocuments({ store: joined(store), clock: createClock(), folder: documentsFolder });
    await documents.keep({ by: '91-owner', name: 'a.png', allowed: ['image/png'] }, Readable.from([png]));
    await store.close();
  });
  const backup = () => command('', 'backup', file(), '--no-config', '--data', data());

  it('of a simulator that runs: whoever signed up is signed up in the other one, with their tokens, keys and files', async () => {
    const first = await createSimulator({ data: data(), memory: false });
    const app = await first.apps.create();
    const account = await first.accounts.create();
    const { tokens, user } = await first.signUp({ app, account });
    const { code, stdout, stderr } = await backup();
    assert.deepEqual([code, stderr], [0, '']);
    assert.match(stdout, /a\.backup holds \d+ rows and 1 files\n$/);
    const keys = await keysOf(first);
    await first.close();

    assert.match((await restored()).stdout, /^restored \d+ rows and 1 files from /);
    const second = await createSimulator({ data: other(), memory: false });
    const me = await fetch(`${second.url}/v2/user/me`, { headers: { authorization: `Bearer ${tokens!.access_token}` } });
    assert.equal(String(((await me.json()) as { id: number }).id), user);
    assert.equal(await keysOf(second), keys);
    await second.close();
    const [name] = readdirSync(join(other(), 'documents'));
    assert.deepEqual(readFileSync(join(other(), 'documents', name!)), png);
  });

  it('is for nobody else to read, and leaves nothing beside it', async () => {
    await backup();
    assert.equal(statSync(file()).mode & 0o777, 0o600);
    assert.deepEqual(readdirSync(folder()).sort(), ['a.backup', 'data']);
  });

  it('ends no world unless it is told to', async () => {
    await backup();
    await restored();
    const again = await restored();
    assert.equal(again.code, 1);
    assert.match(again.stderr, /holds a world already .*say --replace/);
    assert.equal((await restored('--replace')).code, 0);
  });

  it('refuses a folder that a simulator works on', async () => {
    await backup();
    const running = await createSimulator({ data: other(), memory: false });
    const { code, stderr } = await restored('--replace');
    assert.equal(code, 1);
    assert.match(stderr, /is in use by process/);
    await running.close();
  });

  it('refuses what is damaged, cut off, newer or no backup, by one sentence, before anything is made', async () => {
    await backup();
    const good = readFileSync(file(), 'utf8');
    const cases: [text: string, reason: RegExp][] = [
      [good.replace('한가람', '한가림'), /its checksum does not match/],
      [good.slice(0, good.length / 2), /it is cut off/],
      [good.trimEnd(), /it is cut off/],
      [good.replace('"version":1', '"version":2'), /wrote it in format 2, and this one knows 1; update first/],
      ['{"format":"other"}\n', /it is no backup/],
      ['', /it is no backup/],
    ];
    for (const [text, reason] of cases) {
      writeFileSync(file(), text);
      const { code, stderr } = await restored();
      assert.deepEqual([code, stderr.split('\n').length], [1, 2], stderr);
      assert.match(stderr, reason);
      assert.equal(existsSync(other()), false);
    }
  });

  it('says what there is not: a folder, a world in it, a place for the file, a file', async () => {
    const said = async (...args: string[]) => (await command('', ...args, '--no-config')).stderr;
    assert.match(await said('backup', file(), '--data', other()), /there is no folder/);
    assert.match(await said('backup', file(), '--data', folder()), /there is no world in/);
    assert.match(await said('backup', join(folder(), 'nowhere', 'a'), '--data', data()), /cannot be written \(ENOENT/);
    assert.match(await said('restore', file(), '--data', other()), /it cannot be read \(ENOENT/);
  });
});

async function keysOf({ url }: Simulator): Promise<string> {
  return (await fetch(`${url}/.well-known/jwks.json`)).text();
}

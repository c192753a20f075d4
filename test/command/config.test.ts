/** Commands about config files and seeds, in this process; and one start with a config file. */
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { settings } from '../../src/config.ts';
import { createSimulator } from '../../src/index.ts';
import { useFolder } from '../seeds/folder.ts';
import { command } from './in-process.ts';
import { PATIENCE, useRoom } from './program.ts';

const BAD = { prot: 1, apps: [{ name: 7 }] };

describe('the command · validate', () => {
  const folder = useFolder();
  const validate = (...args: string[]) => command('', 'validate', ...args);

  it('says what is in a file that is right', async () => {
    const file = folder.write('a.json', { accounts: [{ key: 'kim' }, { key: 'lee' }] });
    const { code, stdout } = await validate(file);
    assert.equal(code, 0);
    assert.match(stdout, /a\.json is right: accounts 2\n$/);
    assert.match((await validate(settings.seed.default)).stdout, /world\.json is right: accounts 2\d, /);
  });

  it('ends with 1 and every problem, for people and as JSON', async () => {
    const file = folder.write('a.json', BAD);
    const problems = [
      { path: 'apps[0].name', message: 'expected text, got 7' },
      { path: 'prot', message: 'is not a key of this place, did you mean `port`?' },
    ];
    const { code, stdout, stderr } = await validate(file);
    assert.deepEqual([code, stdout], [1, '']);
    for (const { path, message } of problems) assert.ok(stderr.includes(`\n  ${path}: ${message}\n`), stderr);
    const json = await validate(file, '--json');
    assert.deepEqual([json.code, JSON.parse(json.stdout)], [1, { file, valid: false, problems }]);
  });

  it('asks for a file where there is none', async () => {
    const { code, stderr } = await validate();
    assert.equal(code, 1);
    assert.match(stderr, /there is no config file in this folder; .*"kakao-sync-simulator init"\n$/);
  });
});

describe('the command · personas and openapi', () => {
  const folder = useFolder();

  it('lists the personas with what each is for, those of a config file among them', async () => {
    const file = folder.write('a.json', { accounts: [{ key: 'kim', says: 'one of ours' }] });
    const { stdout } = await command('', 'personas', '--config', file);
    assert.match(stdout, /^PERSONA +LOGIN +WHAT FOR\nhan +han@example\.com +An ordinary user/);
    assert.match(stdout, /\nkim +kim +one of ours\n/);
    const personas = JSON.parse((await command('', 'personas', '--json', '--lang', 'ko')).stdout) as { key: string; says: string }[];
    assert.match(personas.find(({ key }) => key === 'han')!.says, /^보통 사용자/);
  });

  it('prints the control API for the address that is asked for', async () => {
    const { stdout } = await command('http://sim.local:1', 'openapi', '--json');
    const { openapi, servers } = JSON.parse(stdout) as { openapi: string; servers: { url: string }[] };
    assert.deepEqual([openapi, servers], ['3.1.0', [{ url: 'http://sim.local:1/_sim/api' }]]);
    assert.equal(stdout.split('\n').length, 2);
  });
});

describe('the command · a start with a config file', () => {
  const room = useRoom();

  it('is written by init and not overwritten, and taken by the next start, which says so', async () => {
    const init = await room.start(['init']).ended;
    assert.deepEqual([init.code, init.stderr], [0, '']);
    const file = join(room.folder, 'kakao-sync.config.yaml');
    const written = readFileSync(file, 'utf8');
    const again = await room.start(['init', '--format', 'ts']).ended;
    assert.deepEqual([again.code, readFileSync(file, 'utf8')], [1, written]);
    assert.match(again.stderr, /kakao-sync\.config\.yaml is there already, and stays as it is/);
    const program = room.start(['--port', '0', '--memory', '--json', '--no-partner']);
    const { config, apps } = (await program.facts()) as Awaited<ReturnType<typeof program.facts>> & { config: string };
    assert.equal(config, file);
    assert.ok(apps.some(({ name }) => name === '우리상점'));
  }).timeout(PATIENCE);
});

describe('the command · export', () => {
  const folder = useFolder();

  it('writes the world of a running simulator, and of a data folder that it has left, as the same seed', async () => {
    const data = join(folder.path, 'data');
    const file = join(folder.path, 'out.json');
    const seedOf = (): Record<string, unknown> => JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>;
    const kakao = await createSimulator({ memory: false, data });
    assert.equal((await command(kakao.url, 'export', '--out', file)).code, 0);
    const running = seedOf();
    const busy = await command('', 'export', '--data', data);
    assert.deepEqual([busy.code, busy.stdout], [1, '']);
    const apps = await kakao.apps.list();
    await kakao.close();
    assert.equal((await command('', 'export', '--data', data, '--out', file)).code, 0);
    assert.deepEqual(seedOf(), running);
    const world = JSON.parse((await command('', 'export', '--data', data, '--only-world')).stdout) as object;
    assert.ok('apps' in world && !('rows' in world));
    await using again = await createSimulator({ seed: file });
    assert.deepEqual(await again.apps.list(), apps);
  });

  it('refuses a folder that is not there, and makes none', async () => {
    const missing = join(folder.path, 'none');
    const { code, stderr } = await command('', 'export', '--data', missing);
    assert.equal(code, 1);
    assert.match(stderr, /--data: there is no folder .*none\n$/);
    assert.ok(!existsSync(missing));
  });
});

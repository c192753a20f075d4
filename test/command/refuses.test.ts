/** What the command refuses: one clear line (a seed: its list), exit code 1, no stack trace, and the data untouched. */
import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { SEED } from '../helpers/house.ts';
import { filesOf } from '../helpers/store.ts';
import { type Ended, PATIENCE, useRoom } from './program.ts';

describe('the command · what it refuses', () => {
  const room = useRoom();
  const path = (...names: string[]): string => join(room.folder, ...names);

  /** The line that it ends with; nothing else was said. */
  function lineOf({ code, stdout, stderr }: Ended): string {
    assert.deepEqual([code, stdout], [1, ''], stderr);
    assert.match(stderr, /^kakao-sync-simulator: [^\n]+\n$/);
    assert.doesNotMatch(stderr, /\bat .*:\d+:\d+|node:internal|Error:/);
    return stderr.trim().slice('kakao-sync-simulator: '.length);
  }

  /** A data folder as a first run leaves it. */
  async function written(): Promise<Record<string, string>> {
    const program = room.start(['--port', '0', '--json']);
    await program.facts();
    await program.end('SIGTERM');
    return filesOf(path('data'));
  }

  const flags: [string, string[], Record<string, string>, RegExp][] = [
    ['an unknown flag', ['--bogus'], {}, /^unknown option '--bogus'; --help lists the settings$/],
    [
      'a misspelt flag, and says the right one',
      ['--prot', '1'],
      {},
      /^unknown option '--prot' \(Did you mean --port\?\); --help lists the settings$/,
    ],
    ['a word that is no flag', ['serve'], {}, /^unknown command 'serve'; there are start, .*trigger, listen, .*; --help explains them$/],
    ['a flag without its value', ['--port'], {}, /^option '-p, --port <number>' argument missing; --help lists the settings$/],
    ...['x', '70000', ''].map((value): [string, string[], Record<string, string>, RegExp] => {
      return [`--port=${value}`, [`--port=${value}`], {}, new RegExp(`^-p, --port: expected a number from 0 to 65535, got "${value}"$`)];
    }),
    [
      'a bad port in the environment',
      [],
      { KAKAO_SYNC_PORT: 'kakao' },
      /^KAKAO_SYNC_PORT: expected a number from 0 to 65535, got "kakao"$/,
    ],
    ['a bad switch in the environment', [], { KAKAO_SYNC_MEMORY: 'maybe' }, /^KAKAO_SYNC_MEMORY: expected true or false, got "maybe"$/],
    [
      'an address that this machine has not',
      ['--port', '0', '--host', '192.0.2.1'],
      { KAKAO_SYNC_OPERATOR_SECRET: 'x'.repeat(24) },
      /^port 0 on 192\.0\.2\.1: this machine has no such address; choose another --host$/,
    ],
    ['a seed that is not there', ['--port', '0', '--memory', '--seed', 'no.json'], {}, /no\.json/],
  ];
  for (const [what, args, environment, expected] of flags) {
    it(`refuses ${what}`, async () => {
      const ended = await room.start(args, environment).ended;
      if (what.startsWith('a seed')) assert.match(ended.stderr, expected);
      else assert.match(lineOf(ended), expected);
      assert.deepEqual(filesOf(room.folder), {});
    }).timeout(PATIENCE);
  }

  it('refuses a busy port, of its own and of the demo partner', async () => {
    const before = await written();
    const { server, port } = await busy();
    const own = lineOf(await room.start(['--port', String(port)]).ended);
    const partners = lineOf(await room.start(['--port', '0', '--partner-port', String(port)]).ended);
    for (const line of [own, partners])
      assert.match(
        line,
        new RegExp(`^port ${port} on 127\\.0\\.0\\.1: another program listens there; .*--port, --partner-port or --https-port`),
      );
    assert.deepEqual(filesOf(path('data')), before);
    server.close();
  }).timeout(PATIENCE);

  it('refuses a bad seed with the places in the file, and starts with a mended one', async () => {
    const world = JSON.parse(readFileSync(SEED, 'utf8')) as { accounts: { email: unknown }[]; apps: { era: unknown }[] };
    world.accounts[0]!.email = { address: 'nobody' };
    world.apps[2]!.era = '2020';
    writeFileSync(path('world.json'), JSON.stringify(world));
    const { code, stdout, stderr } = await room.start(['--port', '0', '--seed', 'world.json']).ended;
    assert.deepEqual([code, stdout], [1, '']);
    assert.match(stderr, /^kakao-sync-simulator: the seed file .*world\.json is refused \(2 problems\):\n/);
    assert.match(stderr, /\n {2}accounts\[0\]\.email\.address: expected an e-mail address, got "nobody"\n/);
    assert.match(stderr, /\n {2}apps\[2\]\.era: expected "2019" or "2021" or "current", got "2020"\n/);
    assert.doesNotMatch(stderr, /\n\s+at /);
    assert.equal((await room.start(['--port', '0', '--json']).facts()).apps[0]?.id, '1000001');
  }).timeout(PATIENCE);

  it('refuses a data file that is not whole, and a folder that is a file', async () => {
    await written();
    const text = readFileSync(path('data', 'state.json'), 'utf8');
    writeFileSync(path('data', 'state.json'), text.slice(0, text.length / 2));
    const before = filesOf(path('data'));
    assert.match(
      lineOf(await room.start(['--port', '0']).ended),
      /data\/state\.json is refused: it is not JSON .*Nothing was changed\. .*--data OTHER\.$/,
    );
    assert.deepEqual(filesOf(path('data')), before);
    assert.match(
      lineOf(await room.start(['--port', '0', '--data', 'data/state.json']).ended),
      /^the data folder .*state\.json cannot be used: .*--data OTHER\.$/,
    );
    assert.deepEqual(filesOf(path('data')), before);
  }).timeout(PATIENCE);

  it('11 · refuses a folder that another process works on, sooner than that started; it goes on undisturbed, and killed it gives way', async () => {
    const began = performance.now();
    const first = room.start(['--port', '0', '--json']);
    const { url } = await first.facts();
    const startTook = performance.now() - began;
    const before = filesOf(path('data'));
    const asked = performance.now();
    const second = await room.start(['--port', '0']).ended;
    // Two seconds, where they are enough to start at all.
    assert.ok(performance.now() - asked < Math.max(2000, 2 * startTook));
    const line = lineOf(second);
    assert.match(line, new RegExp(`^the data folder .*/data is in use by process ${first.pid} on .*--data OTHER\\.$`));
    assert.deepEqual(filesOf(path('data')), before);
    assert.equal((await fetch(url)).status, 200);
    mkdirSync(path('other'));
    assert.equal((await room.start(['--port', '0', '--data', 'other', '--json']).facts()).data, path('other'));
    await first.end('SIGKILL');
    assert.equal((await room.start(['--port', '0', '--no-partner', '--json']).facts()).data, path('data'));
  }).timeout(PATIENCE);
});

async function busy(): Promise<{ server: Server; port: number }> {
  const server = createServer();
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return { server, port: (server.address() as AddressInfo).port };
}

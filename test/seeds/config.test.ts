/** The config file: where it is found, what it may be written in, and all that is wrong with one told at once. */
import assert from 'node:assert/strict';
import { configure } from '../../src/config.ts';
import { configSource, findConfig, readConfig } from '../../src/seeds/index.ts';
import { problemsOf, useFolder } from './folder.ts';

const PLAIN = { port: 0, accounts: [{ key: 'kim' }] };

describe('seeds · the config file', () => {
  const folder = useFolder();

  const found = async (named?: string) => findConfig(folder.path, named);

  it('is the one in the folder, or the one that is named', () => {
    assert.equal(findConfig(folder.path), null);
    const yaml = folder.write('kakao-sync.config.yaml', 'port: 1');
    const other = folder.write('other.json', '{}');
    assert.equal(findConfig(folder.path), yaml);
    assert.equal(findConfig(folder.path, 'other.json'), other);
  });

  it('is refused when the named one is not there, and when there are two', async () => {
    assert.deepEqual(await problemsOf(found('no.yaml')), ['there is no such file; check its name']);
    folder.write('kakao-sync.config.json', '{}');
    const ts = folder.write('kakao-sync.config.ts', 'export default {}');
    const [problem] = await problemsOf(found());
    assert.match(problem!, /kakao-sync\.config\.json is there, too: keep one of them/);
    assert.equal(findConfig(folder.path, ts), ts);
  });

  it('says the same in JSON, YAML and TypeScript', async () => {
    const module = `import { defineConfig, type SimulatorConfig } from 'kakao-sync-simulator';
      import { kim } from './people.ts';
      const config: SimulatorConfig = defineConfig({ port: 0, accounts: [kim] });
      export default config;`;
    folder.write('people.ts', `export const kim: { key: string } = { key: 'kim' };`);
    const files = [
      folder.write('a.json', PLAIN),
      folder.write('a.yaml', 'port: 0\naccounts:\n  - key: kim\n'),
      folder.write('a.ts', module),
    ];
    const [json, ...others] = await Promise.all(files.map(readConfig));
    assert.deepEqual([json!.settings, json!.world.accounts[0]?.nickname], [{ port: 0 }, 'kim']);
    for (const other of others) assert.deepEqual(other, json);
  });

  it('is read anew when it has changed, with what it imports', async () => {
    const file = folder.write('a.ts', `import { port } from './port.ts';\nexport default { port };`);
    for (const port of [1, 2]) {
      folder.write('port.ts', `export const port: number = ${port};`);
      assert.equal((await readConfig(file)).settings.port, port);
    }
  });

  it('is refused with one sentence when it cannot be read', async () => {
    const cases: [name: string, text: string, says: RegExp][] = [
      ['a.json', '{"port": }', /^cannot be read: Unexpected token/],
      ['a.yaml', 'apps: [', /^cannot be read: .* at line 1/],
      ['a.ts', 'export default { port: };', /^cannot be read: /],
      ['b.ts', 'export const port = 1;', /no default export; write `export default defineConfig/],
      ['c.ts', `throw new Error('of my own');`, /^cannot be read: of my own$/],
      ['d.yaml', '- port: 1', /^expected an object/],
    ];
    for (const [name, text, says] of cases) {
      const [problem, ...more] = await problemsOf(readConfig(folder.write(name, text)));
      assert.match(problem!, says);
      assert.deepEqual(more, []);
    }
  });

  it('tells all that is wrong at once: place, what was expected, near miss', async () => {
    const file = folder.write('a.json', {
      prot: 1,
      port: 99999,
      memory: 'maybe',
      accounts: [{ nickname: 'who' }],
      apps: [{ name: 'x', redirectUri: [], terms: 'service', items: { gender: 'requird' }, switches: { phoneFromat: 'x' } }],
    });
    assert.deepEqual((await problemsOf(readConfig(file))).sort(), [
      'accounts[0].key: is missing: expected a key, like han, or an id',
      'apps[0].items[0].state: expected "required" or "optional" or "in-use", got "requird", did you mean `required`?',
      'apps[0].redirectUri: is not a key of this place, did you mean `redirectUris`?',
      'apps[0].switches.phoneFromat: is not a key of this place, did you mean `phoneFormat`?',
      'apps[0].terms: expected a list, got "service"',
      'memory: expected true or false, got "maybe"',
      'port: expected a number from 0 to 65535',
      'prot: is not a key of this place, did you mean `port`?',
    ]);
  });

  it('gives way to a flag and to the environment, and goes before the defaults', async () => {
    const { settings } = await readConfig(folder.write('a.yaml', 'port: 1\nhost: 127.0.0.3\njourneys: 7'));
    const { port, host, journeys, partnerPort } = configure(
      { port: '3' },
      { KAKAO_SYNC_PORT: '2', KAKAO_SYNC_HOST: '127.0.0.2' },
      settings,
    );
    assert.deepEqual([port, host, journeys, partnerPort], [3, '127.0.0.2', 7, 5254]);
    assert.equal(configure({}, {}, { port: 0 }).partnerPort, 0);
  });

  it('sees its paths from its own folder', async () => {
    const { settings } = await readConfig(folder.write('a.yaml', 'data: state\nseed: base.json'));
    assert.deepEqual([settings.data, settings.seed], [`${folder.path}/state`, `${folder.path}/base.json`]);
    assert.equal((await readConfig(folder.write('b.yaml', 'seed: none'))).settings.seed, 'none');
  });

  it('lays its world over that of the seed: the same id is replaced, the rest stays', async () => {
    const seed = folder.write('base.json', { accounts: [{ key: 'a', nickname: 'old' }, { key: 'b' }] });
    const file = folder.write('a.json', { accounts: [{ key: 'c' }, { key: 'a', nickname: 'new' }] });
    const { accounts } = await configSource(file, seed).read();
    assert.deepEqual(
      accounts.map(({ id, nickname }) => [id, nickname]),
      [
        ['b', 'b'],
        ['c', 'c'],
        ['a', 'new'],
      ],
    );
  });

  it('names the file in which something does not fit: its own, or the seed below', async () => {
    const app = { id: '1', name: 'x', items: { gender: 'optional' } };
    const link = { appId: '1', accountId: 'a', number: '39', items: ['gender'] };
    const seed = folder.write('base.json', { accounts: [{ key: 'a' }], apps: [app], links: [link] });
    const file = folder.write('a.json', { apps: [{ id: '1', name: 'x', channels: ['_no'] }] });
    const problems = await problemsOf(configSource(file, seed).read());
    assert.deepEqual(problems, [
      'apps[0].connections[0].channelId: expected the id of a channel of this file, got _no',
      'links of the seed: expected an item that app 1 has configured, got gender (1 and a, items[0])',
    ]);
  });
});

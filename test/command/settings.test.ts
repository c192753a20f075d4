/** Settings: flags, KAKAO_SYNC_… variables, which of them wins, and addresses that are right whatever the ports are. */
import assert from 'node:assert/strict';
import { copyFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { SEED } from '../helpers/house.ts';
import { type Facts, PATIENCE, useRoom } from './program.ts';

describe('the command · settings', () => {
  const room = useRoom();
  const portOf = (url: string | null): string => new URL(url!).port;

  it('takes every setting from the environment', async () => {
    const world = JSON.parse(readFileSync(SEED, 'utf8')) as { apps: { id: string; name: string }[] };
    world.apps.find(({ id }) => id === '1000001')!.name = '다른 세상';
    writeFileSync(join(room.folder, 'world.json'), JSON.stringify(world));
    const environment = {
      PORT: '0',
      HOST: '0.0.0.0',
      OPERATOR_SECRET: 'a secret of 24 characters or more'.replaceAll(' ', '-'),
      DATA: 'elsewhere',
      SEED: 'world.json',
      PARTNER: 'true',
      PARTNER_PORT: '0',
      JSON: 'true',
    };
    const facts = await room.start([], variables(environment)).facts();
    assert.equal(facts.data, join(room.folder, 'elsewhere'));
    assert.equal(facts.apps[0]?.name, '다른 세상');
    assert.match(facts.url, /^http:\/\/localhost:/);
    assert.ok(facts.partner);
    assert.equal((await fetch(`http://127.0.0.2:${portOf(facts.url)}/livez`)).status, 200, 'listens on every address');
  }).timeout(PATIENCE);

  it('lets a flag win over its variable', async () => {
    const { url, partner } = await room.start(['--port', '0', '--memory', '--json', '--no-partner']).facts();
    assert.equal(partner, null);
    const environment = variables({
      PORT: portOf(url),
      PARTNER_PORT: portOf(url),
      PARTNER: 'true',
      DATA: 'elsewhere',
      HOST: '192.0.2.1',
      SEED: 'no.json',
    });
    const flags = ['--port', '0', '--partner-port', '0', '--data', 'here', '--host', '127.0.0.1', '--seed', 'world.json', '--json'];
    copyFileSync(SEED, join(room.folder, 'world.json'));
    const facts = await room.start(flags, environment).facts();
    assert.equal(facts.data, join(room.folder, 'here'));
    assert.equal(
      (await room.start(['--port', '0', '--no-partner', '--json', '--memory'], variables({ PARTNER: 'true' })).facts()).partner,
      null,
    );
    assert.ok(!existsSync(join(room.folder, 'elsewhere')));
  }).timeout(PATIENCE);

  it('runs no demo partner with --no-partner and with KAKAO_SYNC_PARTNER=false', async () => {
    for (const [flags, environment] of [
      [['--no-partner'], {}],
      [[], { PARTNER: 'false' }],
    ] as const) {
      const { partner, apps } = await room.start([...flags, '--port', '0', '--json', '--memory'], variables(environment)).facts();
      assert.equal(partner, null);
      assert.ok(apps[0]!.redirectUris.includes('http://localhost:5254/oauth/callback'), 'as the seed has it');
    }
  }).timeout(PATIENCE);

  it('runs no demo partner in a world that has no app for it', async () => {
    const world = JSON.parse(readFileSync(SEED, 'utf8')) as { apps: { id: string }[]; links: { appId: string }[] };
    const others = {
      ...world,
      apps: world.apps.filter(({ id }) => id !== '1000001'),
      links: world.links.filter(({ appId }) => appId !== '1000001'),
    };
    writeFileSync(join(room.folder, 'world.json'), JSON.stringify(others));
    const program = room.start(['--port', '0', '--json', '--memory', '--seed', 'world.json']);
    assert.equal((await program.facts()).partner, null);
    assert.deepEqual([(await program.end('SIGTERM')).code, (await program.ended).stderr], [0, '']);
  }).timeout(PATIENCE);

  it('puts the demo partner where --partner-port says, and registers it there', async () => {
    const free = await freePort();
    const facts = await room.start(['--port', '0', '--partner-port', free, '--json', '--memory']).facts();
    assert.equal(facts.partner, `http://localhost:${free}`);
    assert.ok(facts.apps[0]!.redirectUris.includes(`http://localhost:${free}/oauth/callback`));
    assert.ok(!facts.apps[0]!.redirectUris.includes('http://localhost:5254/oauth/callback'));
  }).timeout(PATIENCE);

  it('advertises the port that it got', async () => {
    const facts = await room.start(['--port', '0', '--json', '--memory']).facts();
    const discovery = (await (await fetch(`${facts.url}/.well-known/openid-configuration`)).json()) as Record<string, string>;
    assert.equal(discovery.issuer, facts.url);
    for (const name of ['authorization_endpoint', 'token_endpoint', 'userinfo_endpoint', 'jwks_uri']) {
      assert.ok(discovery[name]?.startsWith(`${facts.url}/`), `${name} is ${discovery[name]}`);
    }
    assert.equal(((await (await fetch(discovery.jwks_uri!)).json()) as { keys: unknown[] }).keys.length, 1);
    const login = await fetch(`${facts.partner}/login`, { redirect: 'manual' });
    assert.ok(login.headers.get('location')?.startsWith(`${facts.url}/oauth/authorize?`));
  }).timeout(PATIENCE);

  /** A port that was free a moment ago. */
  async function freePort(): Promise<string> {
    const program = room.start(['--port', '0', '--json', '--memory', '--no-partner']);
    const { url }: Facts = await program.facts();
    await program.end('SIGTERM');
    return portOf(url);
  }
});

function variables(values: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [`KAKAO_SYNC_${name}`, value]));
}

/** What the command says when it listens: one line of JSON for a program, at most twelve lines for a person. */
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { defaultOf, settings, variableOf } from '../../src/config.ts';
import { agreement } from '../helpers/login.ts';
import { Visitor } from '../helpers/visitor.ts';
import { PATIENCE, useRoom } from './program.ts';

describe('the command · what it says', () => {
  const room = useRoom();

  it('says one line of JSON with --json, and nothing else until it ends', async () => {
    const program = room.start(['--port', '0', '--json', '--memory']);
    const { url, partner, data, apps, personas } = await program.facts();
    assert.match(url, /^http:\/\/localhost:\d+$/);
    assert.match(partner!, /^http:\/\/localhost:\d+$/);
    assert.notEqual(url, partner);
    assert.equal(data, null);

    const [{ id, name, clientId, clientSecret, adminKey, redirectUris, oidc } = assert.fail('no app')] = apps;
    assert.deepEqual([id, name, oidc], ['1000001', '데모상점', false]);
    for (const key of [clientId, adminKey]) assert.match(key, /^[0-9a-f]{32}$/);
    assert.match(clientSecret!, /^\w{32}$/);
    assert.ok(redirectUris.includes(`${partner}/oauth/callback`));
    assert.ok(redirectUris.includes('http://localhost:3000/oauth'));
    assert.deepEqual(
      apps.slice(0, 3).map((app) => [app.clientSecret === null, app.oidc]),
      [
        [false, false],
        [false, true],
        [true, false],
      ],
    );
    for (const persona of personas) assert.ok(persona.key && persona.password && persona.says.length > 10, JSON.stringify(persona));
    assert.equal(personas.length, new Set(personas.map(({ key }) => key)).size);

    const { stdout, stderr } = await program.end('SIGTERM');
    assert.deepEqual([stdout.split('\n').length, stderr], [2, '']);
  }).timeout(PATIENCE);

  it('does the same when told to start', async () => {
    const { url } = await room.start(['start', '--port', '0', '--json', '--memory', '--no-partner']).facts();
    assert.equal((await fetch(`${url}/health`)).status, 200);
  }).timeout(PATIENCE);

  it('offers an ordinary person first: nickname, picture, verified e-mail', async () => {
    const { url, apps, personas } = await room.start(['--port', '0', '--json', '--memory', '--no-partner']).facts();
    const [{ clientId, clientSecret, redirectUris }, [persona]] = [apps[0]!, personas];
    const visitor = new Visitor(url);
    const login = await visitor.authorize({ client_id: clientId, redirect_uri: redirectUris[0] });
    const consent = await visitor.submit(login, { loginId: persona!.email!, password: persona!.password });
    const { query } = await visitor.submit(consent, agreement(consent, 'all'));
    const sent = {
      grant_type: 'authorization_code',
      client_id: clientId,
      client_secret: clientSecret!,
      redirect_uri: redirectUris[0]!,
      code: query.code!,
    };
    const tokens = (await (await fetch(`${url}/oauth/token`, { method: 'POST', body: new URLSearchParams(sent) })).json()) as {
      access_token: string;
    };
    const response = await fetch(`${url}/v2/user/me`, { headers: { Authorization: `Bearer ${tokens.access_token}` } });
    const { kakao_account: account } = (await response.json()) as {
      kakao_account: Record<string, unknown> & { profile: Record<string, string> };
    };
    assert.deepEqual([account.email, account.is_email_valid, account.is_email_verified], [persona!.email, true, true]);
    assert.equal(account.profile.nickname, '한가람');
    assert.equal((await fetch(account.profile.profile_image_url!)).headers.get('content-type'), 'image/png');
  }).timeout(PATIENCE);

  it('says in at most twelve lines where everything is', async () => {
    const data = join(room.folder, 'here');
    const program = room.start(['--port', '0', '--data', data]);
    const banner = await program.said(/Ready in \d+ ms/);
    const lines = banner.trimEnd().split('\n');
    assert.ok(lines.length <= 12, banner);
    for (const line of lines) assert.equal(line, line.trimEnd());
    const value = (name: string) => new RegExp(` ${name} +(.+)`).exec(banner)?.[1];
    const url = value('URL')!;
    for (const console of value('Consoles')!.split(/\s+/)) assert.equal((await fetch(console)).status, 200, console);
    assert.equal((await fetch(value('Partner')!)).status, 200);
    const authorize = `${url}/oauth/authorize?client_id=${value('client_id')}&redirect_uri=${value('Partner')}/oauth/callback&response_type=code`;
    assert.match((await fetch(authorize, { redirect: 'manual' })).headers.get('location')!, /^\/oauth\/login\//);
    assert.match(value('client_secret')!, /^\w{32}$/);
    assert.match(value('admin key')!, /^[0-9a-f]{32}$/);
    assert.match(value('Personas')!, /^han new returning /);
    assert.equal(value('Data'), data);
    assert.match(lines[0]!, /SIMULATOR · 테스트 전용/);
    assert.deepEqual(await program.end('SIGTERM'), { code: 0, signal: null, stdout: banner, stderr: '' });
  }).timeout(PATIENCE);

  it('teaches every setting with --help', async () => {
    const { code, stdout, stderr } = await room.start(['--help']).ended;
    assert.deepEqual([code, stderr], [0, '']);
    const words = stdout.replaceAll(/\s+/g, ' ');
    for (const [name, { flag, doc }] of Object.entries(settings)) {
      const usual = defaultOf(name as keyof typeof settings);
      if (flag === null) assert.ok(words.includes(variableOf(name)), name);
      else assert.ok(words.includes(`${flag} ${doc} (${variableOf(name)}, default ${usual})`), `${flag} in\n${stdout}`);
    }
  }).timeout(PATIENCE);

  it('says its version', async () => {
    assert.match((await room.start(['--version']).ended).stdout, /^\d+\.\d+\.\d+\n$/);
  }).timeout(PATIENCE);
});

/** When others reach a simulator, and that it does not start for them without a secret. */
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { configure } from '../../src/config.ts';
import { createSimulator } from '../../src/index.ts';
import { operatorSecretOf } from '../../src/mode.ts';
import { APPS } from '../helpers/house.ts';
import { KEY, SECRET } from './shared.ts';

const modeOf = (flags: Record<string, unknown>, environment: Record<string, string> = {}): string | null =>
  operatorSecretOf(configure(flags, environment));
const given = { KAKAO_SYNC_OPERATOR_SECRET: SECRET };

describe('gate · modes', () => {
  const LOCAL = [
    {},
    { host: '127.0.0.1' },
    { host: '127.8.9.10' },
    { host: '::1' },
    { host: 'localhost' },
    { publicUrl: 'https://sim.localhost' },
  ];
  const SHARED = [{ host: '0.0.0.0' }, { host: '::' }, { host: '192.168.0.7' }, { publicUrl: 'https://sim.example.com' }, { shared: true }];

  it('is local on loopback, where nobody is asked for anything', () => {
    for (const flags of LOCAL) {
      assert.equal(modeOf(flags), null, JSON.stringify(flags));
      assert.equal(modeOf(flags, given), null, 'a secret for the commands makes nothing shared');
    }
  });

  it('is shared on any other address, behind a public one, and where it is told so', () => {
    for (const flags of SHARED) assert.equal(modeOf(flags, given), SECRET, JSON.stringify(flags));
  });

  it('refuses to be shared without a secret that is good enough: names the setting, what is expected, and how to make one', () => {
    for (const flags of SHARED)
      assert.throws(() => modeOf(flags), /KAKAO_SYNC_OPERATOR_SECRET: .* 24 to 200 characters.*, got none\. "openssl rand -hex 24"/);
    for (const weak of ['short', 'x'.repeat(23), 'with a space in it and long', '비밀'.repeat(20)]) {
      assert.throws(
        () => modeOf({ shared: true }, { KAKAO_SYNC_OPERATOR_SECRET: weak }),
        (error: Error) => /got \d+ that do not fit/.test(error.message) && !error.message.includes(weak),
      );
    }
  });

  it('reads the secret from a file, and says so when it cannot', () => {
    const folder = mkdtempSync(join(tmpdir(), 'kakao-sync-'));
    try {
      const file = join(folder, 'secret');
      writeFileSync(file, `${SECRET}\n`);
      assert.equal(modeOf({ shared: true, operatorSecretFile: file }), SECRET);
      writeFileSync(file, 'short');
      assert.throws(() => modeOf({ shared: true, operatorSecretFile: file }), /KAKAO_SYNC_OPERATOR_SECRET_FILE: /);
      assert.throws(() => modeOf({ shared: true, operatorSecretFile: join(folder, 'none') }), /--operator-secret-file: .*ENOENT/);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it('is the same for the library: nothing listens that would be open to all', async () => {
    await assert.rejects(createSimulator({ host: '0.0.0.0' }), /others can reach this simulator \(--host 0\.0\.0\.0\)/);
    await using simulator = await createSimulator({
      host: '0.0.0.0',
      operatorSecret: SECRET,
      allowHost: 'sim.example.com, tunnel.example',
    });
    assert.equal((await fetch(`${simulator.url}/_sim/resets`)).status, 401);
    const beside = await simulator.worlds.create();
    assert.equal((await fetch(`${beside.url}/_sim/resets`)).status, 401, 'nor is a world beside it open');
    assert.equal((await fetch(`${beside.url}/_sim/api/apps`, { headers: { Authorization: KEY } })).status, 200);
    const { user } = await simulator.signUp({ app: APPS.demo, account: 'han' });
    assert.ok(user, 'the kit needs no key');
  });
});

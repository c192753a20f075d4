/** The README stays true: its shell lines are run, its tables are compared with the code. */
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { programOf } from '../src/command/index.ts';
import { defaultOf, settings, variableOf } from '../src/config.ts';
import { createSimulator, type Simulator } from '../src/index.ts';
import { ROOT } from './helpers/plan.ts';

const readme = readFileSync(join(ROOT, 'README.md'), 'utf8');

describe('the README', () => {
  let simulator: Simulator;
  let folder: string;

  before(async () => {
    folder = mkdtempSync(join(tmpdir(), 'kakao-sync-readme-'));
    simulator = await createSimulator({ partner: true, partnerPort: 0 });
  });
  after(async () => {
    await simulator.close();
    rmSync(folder, { recursive: true });
  });

  it('leads from authorize to /v2/user/me with its curl lines, run as written', async () => {
    const lines = shellBlock('/v2/user/me"')
      .replaceAll('http://localhost:5252', simulator.url)
      .replaceAll('http://localhost:5254', simulator.partnerUrl!);
    const { stdout } = await promisify(execFile)('bash', ['-euc', lines], { cwd: folder });
    const me = JSON.parse(stdout) as { id: number; kakao_account: { email: string; profile: { nickname: string } } };
    assert.equal(me.kakao_account.email, 'han@example.com');
    assert.equal(me.kakao_account.profile.nickname, '한가람');
    assert.match(String(me.id), /^39\d{8}$/);
  });

  it('signs up and waits for the callback with its curl lines, run as written', async () => {
    const lines = shellBlock('/sign-ups').replaceAll('localhost:5252', new URL(simulator.url).host);
    const { stdout } = await promisify(execFile)('bash', ['-euc', lines], { cwd: folder });
    assert.match(stdout, /"access_token":.*"event":"channel\.added"/s);
  });

  it('lists every setting with its flag, variable, default and doc', () => {
    const rows = Object.entries(settings).map(([name, { flag, doc }]) => {
      const shown = defaultOf(name as keyof typeof settings);
      return `| ${flag ? `\`${flag}\`` : '-'} | \`${variableOf(name)}\` | \`${shown}\` | ${doc} |`;
    });
    assert.deepEqual(
      rows.filter((row) => !readme.includes(row)),
      [],
    );
  });

  it('lists every command', async () => {
    const missing = (await programOf({ environment: {} })).commands.filter(
      (command) => !readme.includes(`| \`kakao-sync-simulator ${command.name()}`),
    );
    assert.deepEqual(
      missing.map((command) => command.name()),
      [],
    );
  });

  it('shows the keys of the apps for partners’ tests', async () => {
    const shown = [...readme.matchAll(/`(\d{7})` \| `([0-9a-f]{32})` \| (?:`([^`]+)`|OFF) \| (ON|OFF) \|/g)];
    assert.equal(shown.length, 3);
    for (const [, id, clientId, clientSecret = null, oidc] of shown) {
      const app = await simulator.apps.get(id!);
      assert.deepEqual([app.clientId, app.clientSecret, app.oidc], [clientId, clientSecret, oidc === 'ON'], id);
      for (const uri of app.redirectUris.filter((each) => !each.startsWith(simulator.partnerUrl!))) assert.ok(readme.includes(uri), uri);
    }
  });

  it('signs in with the credentials that it shows', async () => {
    const { email, password } = await simulator.accounts.get('han');
    assert.ok(readme.includes(`\`${email}\` / \`${password}\``));
  });
});

function shellBlock(containing: string): string {
  const block = [...readme.matchAll(/```sh\n([\s\S]*?)```/g)].map(([, text]) => text!).find((text) => text.includes(containing));
  assert.ok(block, `a shell block with ${containing}`);
  return block;
}

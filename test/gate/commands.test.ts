/** The commands at a shared simulator: with its secret from the environment or a file, and told what they lack. */
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { commandIn } from '../command/in-process.ts';
import { describeShared, SECRET } from './shared.ts';

describeShared('gate · the commands', (world) => {
  const command = (args: string[], environment: Record<string, string> = {}) =>
    commandIn({ KAKAO_SYNC_URL: world.url, ...environment }, ...args);

  it('send the secret, from the environment or a file', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'kakao-sync-'));
    try {
      const file = join(folder, 'secret');
      writeFileSync(file, `${SECRET}\n`);
      const ways: [string[], Record<string, string>][] = [
        [[], { KAKAO_SYNC_OPERATOR_SECRET: SECRET }],
        [[], { KAKAO_SYNC_OPERATOR_SECRET_FILE: file }],
        [['--operator-secret-file', file], { KAKAO_SYNC_OPERATOR_SECRET: 'another' }],
      ];
      for (const [flags, environment] of ways) {
        const { code, stdout, stderr } = await command(['reset', '--json', ...flags], environment);
        assert.deepEqual([code, stderr], [0, '']);
        assert.match(stdout, /"plantedAt"/);
      }
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it('say what they lack, in one sentence that does not repeat the secret', async () => {
    const without = await command(['reset']);
    assert.equal(without.code, 1);
    assert.match(without.stderr, /the request came without a key\. Send the header .*KAKAO_SYNC_OPERATOR_SECRET/);
    const wrong = await command(['deliveries'], { KAKAO_SYNC_OPERATOR_SECRET: 'not-this-one' });
    assert.match(wrong.stderr, /this is not its operator secret/);
    assert.ok(!wrong.stderr.includes('not-this-one'));
    const none = await command(['reset', '--operator-secret-file', '/none/such']);
    assert.match(none.stderr, /--operator-secret-file: expected a file that can be read, got "\/none\/such" \(ENOENT\)/);
  });
});

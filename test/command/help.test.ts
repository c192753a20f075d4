/** `--help` teaches: what a command is for, what each flag takes, and how it is used. */
import assert from 'node:assert/strict';
import { NAMES, programOf } from '../../src/command/index.ts';
import { command } from './in-process.ts';

describe('the command · --help', () => {
  for (const name of ['start', ...NAMES]) {
    it(`of ${name} says what it is for, shows how it is used, and says of every flag what it does`, async () => {
      const { code, stdout, stderr } = await command('', name, '--help');
      assert.deepEqual([code, stderr], [0, '']);
      assert.match(stdout, new RegExp(`^Usage: kakao-sync-simulator ${name} .*\\n\\n\\w+`));
      assert.match(stdout, new RegExp(`\\nExamples:\\n  \\$ kakao-sync-simulator`));
      const { options } = (await programOf({ environment: {} })).commands.find((each) => each.name() === name)!;
      for (const { flags, description } of options) assert.ok(description.length > 5, flags);
    });
  }
});

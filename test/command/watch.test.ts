/** `--watch`: what follows when the config file changes. */
import assert from 'node:assert/strict';
import { follow } from '../../src/command/watch.ts';
import { createSimulator } from '../../src/index.ts';
import { configSource } from '../../src/seeds/index.ts';
import { useFolder } from '../seeds/folder.ts';

describe('the command · --watch', () => {
  const folder = useFolder();

  it('begins the world anew with a changed file, and keeps the old one where the file is not right', async () => {
    const file = folder.write('a.json', { accounts: [{ key: 'kim' }] });
    await using kakao = await createSimulator({ seed: configSource(file, 'none') });
    let heard: (line: string) => void = () => undefined;
    const stop = follow(
      [file],
      () => kakao.reset(),
      (line) => heard(line),
    );
    const after = (change: object): Promise<string> =>
      new Promise((resolve) => {
        heard = resolve;
        folder.write('a.json', change);
      });
    const keys = async () => (await kakao.accounts.personas()).map(({ key }) => key);
    assert.match(await after({ accounts: [{ key: 'lee' }] }), /begun anew/);
    assert.deepEqual(await keys(), ['lee']);
    assert.match(await after({ acounts: [] }), /stays as it was: .*a\.json is refused[^]*did you mean `accounts`/);
    assert.deepEqual(await keys(), ['lee']);
    stop();
  });
});

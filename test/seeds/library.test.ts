/** What the library takes: the same as a config file says. */
import assert from 'node:assert/strict';
import { createSimulator, defineConfig } from '../../src/index.ts';
import { problemsOf } from './folder.ts';

const config = defineConfig({ apps: [{ name: '내 앱', redirectUris: ['http://localhost:3000/oauth'] }], accounts: [{ key: 'kim' }] });

describe('seeds · given to the library', () => {
  it('is a world over the shipped one, or alone', async () => {
    await using over = await createSimulator(config);
    await using alone = await createSimulator({ ...config, seed: 'none' });
    assert.ok((await over.apps.list()).length > 1 && (await over.accounts.personas()).length > 1);
    assert.deepEqual(
      (await alone.apps.list()).map(({ name, company }) => [name, company]),
      [['내 앱', '내 앱']],
    );
    assert.deepEqual(
      (await alone.accounts.personas()).map(({ key, login }) => [key, login]),
      [['kim', 'kim']],
    );
    const made = await Promise.all([alone, over].map(({ apps }) => apps.get('내 앱')));
    assert.deepEqual(made[0], made[1], 'keys that are made up are the same at each start');
  });

  it('is refused with all that is wrong, and nothing listens', async () => {
    const wrong = { port: -1, apps: [{ name: '' }] };
    assert.deepEqual(await problemsOf(createSimulator(wrong)), [
      'port: expected a number from 0 to 65535, got "-1"',
      'apps[0].name: expected at least 1 character, got ""',
    ]);
  });
});

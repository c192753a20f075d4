import { cpSync } from 'node:fs';
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { restore } from '../../src/store/backup/restore.ts';
import { useFolder } from '../helpers/store.ts';
import { goesOn, type Known, read, ROOT, VERSIONS } from './fixtures.ts';

describe('upgrade · what released versions wrote', () => {
  const folder = useFolder();

  it('is kept of each from the first one on', () => assert.equal(VERSIONS[0], '0.1.0'));

  for (const version of VERSIONS) {
    it(`a data folder of ${version} opens: an old token works, an old user signs in`, async () => {
      const data = join(folder(), 'data');
      cpSync(join(ROOT, version, 'data'), data, { recursive: true });
      await goesOn({ data, memory: false }, read<Known>(version, 'known.json').folder);
    });

    it(`a backup of ${version} is restored, the same`, async () => {
      const data = join(folder(), 'data');
      const course = { tell: () => undefined, signal: new AbortController().signal };
      await restore(join(ROOT, version, 'world.backup'), { store: 'folder', memory: false, data }, false, course);
      await goesOn({ data, memory: false }, read<Known>(version, 'known.json').folder);
    });
  }
});

/** REFERENCE.md and the code agree. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { programOf } from '../../src/command/index.ts';
import { configShape } from '../../src/seeds/index.ts';
import { keys } from '../../src/seeds/keys.ts';
import { settings } from '../../src/config.ts';
import { ROOT } from '../helpers/plan.ts';
import { markdown } from './reference.ts';

describe('REFERENCE.md', () => {
  it('lists every setting, key, command, call and persona as they are; npm run reference writes it', async () => {
    assert.equal(readFileSync(join(ROOT, 'REFERENCE.md'), 'utf8'), await markdown());
  });

  it('is the same on every machine, in the help of the commands too', async () => {
    const help = (await programOf({ environment: {} })).commands.map((command) => command.helpInformation());
    assert.ok(![await markdown(), ...help].some((text) => text.replaceAll(/\s+/g, '').includes(ROOT)));
  });

  it('has every key that a config file may have', () => {
    const known = [...Object.keys(settings), ...Object.keys(keys), 'rows', 'files'];
    assert.deepEqual(Object.keys(configShape.shape).sort(), known.sort());
  });
});

/** What the build keeps of the shipped world is what is read from its text. */
import assert from 'node:assert/strict';
import { seed } from '../helpers/world.ts';

describe('the shipped world', () => {
  it('is the same once it was written down as JSON, as the build does', () => {
    assert.deepEqual(JSON.parse(JSON.stringify(seed)), seed);
  });
});

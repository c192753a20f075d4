import assert from 'node:assert/strict';
import { changedSince, versionOf } from '../../src/web/versions.ts';

describe('the version that a form was drawn from', () => {
  const stored = { name: '데일리룩', 'number.0': '120', items: ['phone', 'birthyear'] };

  it('is the same as long as nothing is changed', () => {
    assert.deepEqual(changedSince(versionOf(stored), { ...stored }), []);
  });

  for (const [change, now, changed] of [
    ['a text', { ...stored, name: '데일리룩 2' }, ['name']],
    ['one of several', { ...stored, items: ['phone'] }, ['items']],
    ['a list of one and a text', { ...stored, name: ['데일리룩'] }, ['name']],
    ['a field that is new', { ...stored, url: '' }, ['url']],
    ['a field that is gone', { name: stored.name, items: stored.items }, ['number.0']],
  ] as const) {
    it(`tells ${change}`, () => assert.deepEqual(changedSince(versionOf(stored), now), changed));
  }

  it('holds none of the values', () => {
    const version = versionOf({ secret: 'hunter2', 'a&b=c': 'x' });
    assert.doesNotMatch(version, /hunter2/);
    assert.deepEqual(changedSince(version, { secret: 'hunter2', 'a&b=c': 'x' }), []);
  });

  it('counts as another one when it cannot be read', () => {
    assert.deepEqual(changedSince('nonsense', { name: 'a' }), ['name', 'nonsense']);
  });
});

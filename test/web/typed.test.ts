import assert from 'node:assert/strict';
import fc from 'fast-check';
import { nested, textOf, textsOf, type Typed } from '../../src/web/typed.ts';

describe('names of fields with dots', () => {
  const values = (typed: Typed): unknown => nested(typed).values;

  it('make values with depth', () => {
    assert.deepEqual(values({ name: 'a', 'title.ko': '약관', 'title.en': 'Terms', items: ['x', 'y'] }), {
      name: 'a',
      title: { ko: '약관', en: 'Terms' },
      items: ['x', 'y'],
    });
  });

  it('make lists of numbers, in their order and without gaps, and find the way back', () => {
    const { values, nameOf } = nested({ 'terms.10.tag': 'c', 'terms.2.tag': 'b', 'terms.2.title.ko': '나', 'terms.0.tag': 'a' });
    assert.deepEqual(values, { terms: [{ tag: 'a' }, { tag: 'b', title: { ko: '나' } }, { tag: 'c' }] });
    assert.equal(nameOf(['terms', 1, 'title', 'ko']), 'terms.2.title.ko');
    assert.equal(nameOf(['terms', 2, 'tag']), 'terms.10.tag');
    assert.equal(nameOf(['terms', 2, 'url']), 'terms.10.url');
    assert.equal(nameOf(['terms', 7]), 'terms.7');
    assert.equal(nameOf(['nothing', 'here']), 'nothing.here');
    assert.equal(nameOf([]), '');
  });

  it('keep what comes first where two do not fit', () => {
    assert.deepEqual(values({ a: '1', 'a.b': '2' }), { a: '1' });
    assert.deepEqual(values({ 'a.b': '2', a: '1' }), { a: { b: '2' } });
  });

  it('touch nothing that every object has', () => {
    const made = values({ '__proto__.polluted': 'yes', 'constructor.prototype.polluted': 'yes', 'a.__proto__': 'x' });
    assert.equal(({} as Record<string, unknown>)['polluted'], undefined);
    assert.ok(Object.hasOwn(made as object, '__proto__'));
  });

  it('never throw, whatever they are', () => {
    const name = fc.oneof(
      fc.string(),
      fc.stringMatching(/^[a.0-9_]{0,12}$/),
      fc.constantFrom('__proto__', 'toString.a', '0', '0.0', '.', '..', 'a.', '.a'),
    );
    const value = fc.oneof(fc.string(), fc.array(fc.string()));
    fc.assert(
      fc.property(fc.dictionary(name, value), (typed) => {
        const { nameOf } = nested(typed);
        nameOf(['a', 0, 'b']);
      }),
    );
  });
});

describe('what stands in a field', () => {
  it('is the last of several, and nothing where it was not sent', () => {
    assert.equal(textOf({ a: ['x', 'y'] }, 'a'), 'y');
    assert.equal(textOf({ a: [] }, 'a'), '');
    assert.equal(textOf({}, 'a'), '');
  });

  it('is a list of them all', () => {
    assert.deepEqual(textsOf({ a: 'x' }, 'a'), ['x']);
    assert.deepEqual(textsOf({ a: ['x', 'y'] }, 'a'), ['x', 'y']);
    assert.deepEqual(textsOf({}, 'a'), []);
  });
});

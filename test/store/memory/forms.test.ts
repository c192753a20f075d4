import assert from 'node:assert/strict';
import fc from 'fast-check';
import { bytesOf, textOf, type Bytes } from '../../../src/store/memory/bytes.ts';
import { createForms } from '../../../src/store/memory/forms.ts';
import { delivery } from '../../helpers/store.ts';

const text = fc.string({ unit: 'binary' });
const json = fc.dictionary(fc.oneof(text, fc.constantFrom('id', 'body')), fc.jsonValue({ stringUnit: 'binary' }), {
  noNullPrototype: true,
});
/** Rows as they mostly are: alike but for some words. */
const alike = fc.record({ id: text, body: text, tries: fc.nat(), state: fc.constantFrom('pending', 'parked') });

describe('store · memory · forms', () => {
  it('give back each text as it was, whatever they have learned since', () => {
    const texts = fc.array(fc.oneof(json, alike, alike), { maxLength: 60 }).map((rows) => rows.map((row) => JSON.stringify(row)));
    fc.assert(
      fc.property(texts, (all) => {
        const forms = createForms();
        const packed = all.map(bytesOf).map(forms.pack);
        assert.deepEqual(packed.map(forms.unpack).map(textOf), all);
      }),
      { numRuns: 200 },
    );
  });

  it('keep of rows that are alike only what differs, with one byte for a letter of English and three for one of Korean', () => {
    const { pack, unpack } = createForms();
    const row = (at: number): Bytes =>
      bytesOf(JSON.stringify(delivery(`d${at}`, { body: `안녕, ${at} "님"`, createdAt: 1_700_000_000_000 + at })));
    for (let at = 0; at < 100; at += 1) pack(row(at));
    const packed = pack(row(1234));
    assert.equal(unpack(packed), row(1234));
    assert.ok(row(1234).length > 300);
    assert.ok(packed.length < 50, packed);
    assert.doesNotMatch(packed, /[^\x20-\xff]/);
  });

  it('have room for rows of which none is like another', () => {
    const { pack, unpack } = createForms();
    for (let at = 0; at < 3000; at += 1) {
      const own = bytesOf(
        `{"id":"${at}",${Array.from(at.toString(2), (bit, place) => `"k${place}":${bit === '0' ? '[]' : '{}'}`).join(',')}}`,
      );
      assert.equal(unpack(pack(own)), own);
    }
  });
});

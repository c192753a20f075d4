/** When `service_terms` brings a linked person back to the screen (reference 5.6): an open required term must be among the named. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { ask } from '../../src/consent/index.ts';
import { inWords, request, situation, terms } from './helpers.ts';

/** `use` and `data` are required, `news` and `gift` optional. `switched`: what is asked with askOptionalTermBesideAgreedRequired ON. */
const table = [
  { agreed: [], named: ['use'], asks: 'use' },
  { agreed: [], named: ['use', 'news'], asks: 'use news' },
  { agreed: [], named: ['gift', 'data', 'news', 'use'], asks: 'use news data gift' },
  { agreed: ['use'], named: ['use', 'data', 'news'], asks: 'news data' },
  { agreed: ['use', 'news'], named: ['use', 'data', 'news'], asks: 'data' },
  { agreed: ['use'], named: ['use', 'news'], asks: '', switched: 'news' },
  { agreed: ['use', 'data', 'gift'], named: ['use', 'data', 'news', 'gift'], asks: '', switched: 'news' },
  { agreed: ['use', 'data'], named: ['use', 'data'], asks: '' },
  { agreed: ['use', 'news'], named: ['use', 'news'], asks: '' },
  { agreed: [], named: ['news'], asks: '' },
  { agreed: ['use'], named: ['news', 'gift'], asks: '' },
  { agreed: [], named: ['typo'], asks: '' },
  { agreed: [], named: ['typo', 'news'], asks: '' },
  { agreed: [], named: ['typo', 'data'], asks: 'data' },
  { agreed: [], named: ['user_age_check'], asks: '' },
  { agreed: [], named: [], asks: '' },
];

describe('consent · which terms a linked person is asked for', () => {
  for (const { agreed, named, asks, switched = asks } of table) {
    const told = `agreed to ${list(agreed)}, named ${list(named)}`;
    it(`${told}: ${asks || 'no screen'}`, () => {
      assert.equal(termsAsked(agreed, named, false), asks);
    });
    it(`${told}, with the switch for optional terms ON: ${switched || 'no screen'}`, () => {
      assert.equal(termsAsked(agreed, named, true), switched);
    });
  }

  it('asks for no term where simple signup is OFF', () => {
    const asked = ask(situation({ agreed: {}, simpleSignup: null }), request([], ['use']));
    assert.equal(inWords(asked), 'nothing');
  });
});

describe('consent · which terms a linked person is asked for, whatever is named', () => {
  const tags = fc.subarray([...terms.map(({ tag }) => tag), 'typo']);

  it('never asks a linked person for what was agreed to or not named, nor without an open required term', () => {
    fc.assert(
      fc.property(tags, tags, fc.boolean(), (agreed, named, switched) => {
        const asked = termsAsked(agreed, named, switched).split(' ').filter(Boolean);
        assert.ok(asked.every((tag) => named.includes(tag) && !agreed.includes(tag)));
        const isOpen = (tag: string) => named.includes(tag) && !agreed.includes(tag);
        if (!switched) assert.equal(asked.length > 0, isOpen('use') || isOpen('data'));
      }),
    );
  });
});

function termsAsked(agreed: readonly string[], named: readonly string[], askOptionalTermBesideAgreedRequired: boolean): string {
  const asked = ask(situation({ agreed: { terms: agreed }, askOptionalTermBesideAgreedRequired }), request([], named));
  if (asked.kind !== 'question') return '';
  const { variant, requiredItems, optionalItems, ageCheck, channels } = asked.question;
  assert.deepEqual(
    { variant, requiredItems, optionalItems, ageCheck, channels },
    { variant: 'additional', requiredItems: [], optionalItems: [], ageCheck: false, channels: [] },
  );
  return asked.question.terms.map(({ tag }) => tag).join(' ');
}

function list(tags: readonly string[]): string {
  return tags.join(', ') || 'none';
}

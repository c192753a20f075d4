/** When `service_terms` brings a linked person back to the screen, beyond the table of states: whatever was agreed to and is named. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { ask, consentStates, stage } from '../../src/consent/index.ts';
import { inWords } from '../../src/consent/states/index.ts';
import { ground, request, situation, terms } from './helpers.ts';

describe('consent · the switch for optional terms beside agreed required ones', () => {
  const states = consentStates.filter(({ group, of }) => group === 'terms' && !of.askOptionalTermBesideAgreedRequired);

  for (const state of states) {
    const { asks } = consentStates.find(({ id }) => id === `${state.id}-switched`) ?? state;
    it(`ON, ${state.says.en}: ${asks}`, () => {
      const of = { ...state.of, askOptionalTermBesideAgreedRequired: true };
      assert.equal(inWords(stage(ground, { ...state, of }).asked), asks);
    });
  }
});

describe('consent · which terms a linked person is asked for, whatever is named', () => {
  const tags = fc.subarray([...terms.map(({ tag }) => tag), 'typo']);

  it('never asks a linked person for what was agreed to or not named, nor without an open required term', () => {
    fc.assert(
      fc.property(tags, tags, fc.boolean(), (agreed, named, switched) => {
        const asked = termsAsked(agreed, named, switched);
        assert.ok(asked.every((tag) => named.includes(tag) && !agreed.includes(tag)));
        const isOpen = (tag: string) => named.includes(tag) && !agreed.includes(tag);
        if (!switched) assert.equal(asked.length > 0, isOpen('use') || isOpen('data'));
      }),
    );
  });
});

function termsAsked(agreed: readonly string[], named: readonly string[], askOptionalTermBesideAgreedRequired: boolean): string[] {
  const asked = ask(situation({ agreed: { terms: agreed }, askOptionalTermBesideAgreedRequired }), request([], named));
  if (asked.kind !== 'question') return [];
  const { variant, requiredItems, optionalItems, ageCheck, channels } = asked.question;
  assert.deepEqual(
    { variant, requiredItems, optionalItems, ageCheck, channels },
    { variant: 'additional', requiredItems: [], optionalItems: [], ageCheck: false, channels: [] },
  );
  return asked.question.terms.map(({ tag }) => tag);
}

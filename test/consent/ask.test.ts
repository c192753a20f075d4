/** What the screen asks, state by state of the table that the gallery is made from. Reference 5.6. */
import assert from 'node:assert/strict';
import { ask, consentStates, stage, type StateGroup } from '../../src/consent/index.ts';
import { inWords } from '../../src/consent/states/index.ts';
import { ground, request, situation } from './helpers.ts';

const titles: Readonly<Record<StateGroup, string>> = {
  first: 'at the first login',
  again: 'of a linked person',
  terms: 'by service_terms of a linked person',
  ages: 'by age',
  contents: 'of other contents',
};

for (const [group, title] of Object.entries(titles)) {
  describe(`consent · what is asked ${title}`, () => {
    for (const state of consentStates.filter((each) => each.group === group)) {
      it(`${state.says.en}: ${state.asks}`, () => {
        assert.equal(inWords(stage(ground, state).asked), state.asks);
      });
    }
  });
}

describe('consent · the table of states', () => {
  it('names each state once, in words for addresses and in two languages', () => {
    const ids = consentStates.map(({ id }) => id);
    assert.deepEqual(ids, [...new Set(ids)]);
    assert.deepEqual(
      ids.filter((id) => !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id)),
      [],
    );
    for (const language of ['ko', 'en'] as const) {
      const said = consentStates.map(({ group, says }) => `${group} ${says[language]}`);
      assert.deepEqual(said, [...new Set(said)]);
    }
  });

  it('keeps the terms that are named in their registered order, whatever is named first', () => {
    assert.equal(inWords(ask(situation(), request([], ['gift', 'use']))), 'first: nick mail | pic | use gift | age | _shop');
  });
});

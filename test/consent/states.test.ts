/** The table of states is whole: no kind of screen that `ask` can bring lacks a state, and so none lacks its place in the gallery. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { type Ask, consentStates, type Ground, missingParts, stage } from '../../src/consent/index.ts';
import type { Differences } from '../../src/consent/states/index.ts';
import { ground } from './helpers.ts';

const parts = ['nick', 'mail', 'pic', 'pals', 'use', 'data', 'news', 'gift', 'typo'];
const differences: fc.Arbitrary<Differences> = fc.record(
  {
    age: fc.constantFrom(13, 14, 30, null),
    hasTalk: fc.boolean(),
    ageCheck: fc.boolean(),
    simpleSignup: fc.constant(null),
    items: fc.subarray([...ground.items]),
    channels: fc.subarray([...ground.channels]),
    agreed: fc.record({ items: fc.subarray(parts), terms: fc.subarray(parts) }),
    state: fc.constantFrom('linked', 'preregistered', 'unlinked'),
    askOptionalTermBesideAgreedRequired: fc.boolean(),
  },
  { requiredKeys: [] },
);

/** What kind of screen it is, row by row: each word of it must be somewhere in the table. */
function kindsOf(asked: Ask): string[] {
  if (asked.kind !== 'question') return [asked.kind === 'refused' ? `refused: ${asked.why}` : asked.kind];
  const { variant, ...rows } = asked.question;
  const has = Object.entries(rows).map(
    ([name, row]) => `${variant}: ${name} ${(Array.isArray(row) ? row.length > 0 : row) ? 'shown' : 'absent'}`,
  );
  return [variant, ...has];
}

describe('consent · the table of states is whole', () => {
  const known = new Set(consentStates.flatMap((state) => kindsOf(stage(ground, state).asked)));

  it('has a state for every kind of screen, and for every row shown and absent', () => {
    fc.assert(
      fc.property(differences, fc.subarray(parts), fc.option(fc.subarray(parts), { nil: null }), (of, scope, tags) => {
        const lacking = kindsOf(stage(ground, { of, scope, tags }).asked).filter((kind) => !known.has(kind));
        assert.deepEqual(lacking, []);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('consent · states of an app that lacks something', () => {
  const stateOf = (id: string) => consentStates.find((state) => state.id === id)!;
  const without = (patch: Partial<Ground>): Ground => ({ ...ground, ...patch });

  it('says which part nothing can play', () => {
    const plain = without({ items: ground.items.filter(({ state }) => state === 'required'), simpleSignup: null });
    assert.deepEqual(missingParts(plain, stateOf('scope-open')), ['pic', 'use']);
    assert.deepEqual(missingParts(plain, stateOf('ten-terms')), ['signup']);
    assert.deepEqual(missingParts(plain, stateOf('signup-off-named')), []);
    assert.deepEqual(missingParts(plain, stateOf('first-link')), []);
  });

  it('lacks nothing where every part is played', () => {
    for (const state of consentStates) assert.deepEqual(missingParts(ground, state), [], state.id);
  });
});

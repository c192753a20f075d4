/** The table of modules against the tests that exist: none is missing, none runs where the table does not say, each absence has its reason. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { filesBelow, ROOT } from '../helpers/plan.ts';
import { plans } from './plans.ts';

/** Plans of the certification, and how many modules each has. */
const CERTIFICATION = {
  'oidcc-config-certification-test-plan': 1,
  'oidcc-basic-certification-test-plan': 38,
  'oidcc-rp-initiated-logout-certification-test-plan': 11,
};

const rows = Object.values(plans).flat();

describe('conformance · the table of modules', () => {
  it('has every module of the certification plans, each once', () => {
    for (const [plan, modules] of Object.entries(CERTIFICATION)) assert.equal(plans[plan]?.length, modules, plan);
    assert.equal(new Set(rows.map(({ name }) => name)).size, rows.length);
  });

  it('has a test for each module before each face that it names, and no other', () => {
    const expected = rows.flatMap(({ name, faces }) => faces.map((face) => `${name} · ${face}`));
    assert.deepEqual(testsThere().sort(), expected.sort());
  });

  it('says why, where Kakao’s own face is left out', () => {
    assert.deepEqual(
      rows.filter(({ faces, why }) => !faces.includes('Kakao') && !why).map(({ name }) => name),
      [],
    );
  });
});

/** `module · face`, as the tests of this folder are written. */
function testsThere(): string[] {
  const texts = filesBelow('test/conformance', '.test.ts').map((path) => readFileSync(join(ROOT, path), 'utf8'));
  const blocks = texts.flatMap((text) => [...text.matchAll(/^describeParty\(.*?^\}\);/gms)].map(([block]) => block));
  return blocks.flatMap((block) => {
    const opening = block.slice(block.indexOf('['), block.indexOf(']'));
    const faces = [...opening.matchAll(/'([^']+)'/g)].map(([, face]) => face);
    return [...block.matchAll(/\bit\('(oidcc-[\w-]+) · /g)].flatMap(([, name]) => faces.map((face) => `${name} · ${face}`));
  });
}

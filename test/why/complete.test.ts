/** Nothing that the doors refuse is without its explanation, and nothing is explained that no door refuses. */
import assert from 'node:assert/strict';
import { ruleNames } from '../../src/kapi/codes.ts';
import { koeCodes } from '../../src/oauth/koe.ts';
import { hasText } from '../../src/web/text/index.ts';
import { rules } from '../../src/why/index.ts';

/** What goes back to the partner in a redirect. */
const REDIRECTS = ['login_required', 'consent_required', 'invalid_request'];
/** A fault of the server is nobody's to mend. */
const FAULTS = ['KOE003'];

describe('explanations', () => {
  const refusing = [...koeCodes.filter((code) => !FAULTS.includes(code)), ...REDIRECTS, ...ruleNames];

  it('are there for every code of kauth and every rule of kapi, and for nothing else', () => {
    assert.deepEqual(Object.keys(rules).sort(), [...refusing].sort());
  });

  for (const rule of refusing) {
    it(`say why of ${rule}`, () => assert.ok(hasText(`why.${rule}`)));
  }
});

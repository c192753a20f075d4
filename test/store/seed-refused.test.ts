/** A seed file whose shape is wrong is refused with everything that is wrong, where it is, and the mend. */
import assert from 'node:assert/strict';
import { parseSeed } from '../../src/store/seed.ts';
import { changed, problemsOf, refusalOf, term, world } from '../helpers/seed-text.ts';

describe('a seed file', () => {
  it('is taken when all is right, with what is left out unknown, empty or off', () => {
    const seed = parseSeed(JSON.stringify(world()), 'my/world.json');
    assert.deepEqual(
      [seed.accounts[0]?.phone, seed.accounts[0]?.hasTalk, seed.apps[0]?.openidConnectOn, seed.apps[0]?.era],
      [null, true, false, 'current'],
    );
    assert.deepEqual(Object.keys(parseSeed('{}', 'empty.json')), ['accounts', 'businesses', 'channels', 'apps', 'links', 'friendships']);
  });

  it('is refused with the file, every problem and the mend', () => {
    const refusal = refusalOf(changed(['accounts[0].nickname', 7], ['apps[0].keys[0].redirectUris[1]', 'localhost:3000']));
    assert.equal(refusal.code, 'seed_refused');
    assert.equal(
      refusal.message,
      [
        'the seed file my/world.json is refused (2 problems):',
        '  accounts[0].nickname: expected text, got 7',
        '  apps[0].keys[0].redirectUris[1]: expected an absolute URI without a fragment, like https://example.com/oauth, got "localhost:3000"',
        'Mend the file and start again.',
      ].join('\n'),
    );
  });

  it('is refused when it is no JSON or no object', () => {
    assert.match(refusalOf('{"apps": [}').message, /expected JSON: Unexpected token '}'/);
    assert.match(refusalOf('[]').message, /expected an object/);
  });

  describe('names the place and what was expected', () => {
    const eleven = <T>(make: (i: number) => T): T[] => Array.from({ length: 11 }, (_, i) => make(i));
    const cases: [what: string, path: string, value: unknown, says: string][] = [
      ['a missing field', 'apps[0].name', undefined, 'is missing: expected text'],
      ['a wrong type', 'apps[0].loginOn', 'yes', 'expected true or false, got "yes"'],
      ['a wrong choice', 'apps[0].era', '2018', 'expected "2019" or "2021" or "current", got "2018"'],
      ['an e-mail address', 'accounts[0].email.address', 'han', 'expected an e-mail address, got "han"'],
      ['a URL', 'apps[0].applications.terms.terms[0].url', 'ftp://x', 'expected an http or https URL, got "ftp://x"'],
      ['a time', 'friendships[0].at', 'today', 'expected a time like 2026-01-05T02:10:11Z, got "today"'],
      ['a form of the schema', 'apps[0].keys[0].key', 'ABC', 'expected 32 lower-case hex characters, got "ABC"'],
      ['a search id', 'channels[0].searchId', 'a', 'expected text that begins with @, got "a"'],
      ['an empty text', 'accounts[0].nickname', '', 'expected at least 1 character, got ""'],
      ['a digit count', 'accounts[0].userNumberDigits', 11, 'expected 10 or 19, got 11'],
      [
        'an eleventh term',
        'apps[0].applications.terms.terms',
        eleven((i) => term(`t${i}`)),
        'expected at most 10 entries, got a list of 11',
      ],
      [
        'an eleventh connection',
        'apps[0].connections',
        eleven((i) => ({ channelId: `_x${i}` })),
        'expected at most 10 entries, got a list of 11',
      ],
    ];
    for (const [what, path, value, says] of cases)
      it(what, () => assert.deepEqual(problemsOf(changed([path, value])), [`${path}: ${says}`]));

    it('a rejection without reason', () => {
      const text = changed(['channels[0].certification', { submittedBy: '01-han', decision: { outcome: 'rejected' } }]);
      assert.deepEqual(problemsOf(text), ['channels[0].certification.decision.reason: is missing: expected why it was rejected']);
    });

    it('an event of the account webhook, and a method of the unlink webhook', () => {
      const url = 'http://localhost/';
      const text = changed(['apps[0].callbacks', { account: { url, events: ['user-unlink'] } }]);
      assert.deepEqual(problemsOf(text), [
        'apps[0].callbacks.account.events[0]: expected an event of the account webhook, got user-unlink, did you mean `user-unlinked`?',
      ]);
      const misspelt = problemsOf(changed(['apps[0].callbacks', { unlink: { url, methd: 'GET' } }]));
      assert.deepEqual(misspelt, ['apps[0].callbacks.unlink.methd: is not a key of this place, did you mean `method`?']);
    });

    it('a webhook secret, without telling it', () => {
      const text = changed(['apps[0].callbacks', { sync: { url: 'http://localhost/', secret: 'hunter2' } }]);
      assert.deepEqual(problemsOf(text), ['apps[0].callbacks.sync.secret: expected whsec_ and the base64 of at least 24 random bytes']);
    });
  });

  describe('knows no other keys, and suggests the near miss', () => {
    const cases: [path: string, says: string][] = [
      ['accounts[0].emial', ', did you mean `email`?'],
      ['acounts', ', did you mean `accounts`?'],
      ['apps[0].applications.terms.agecheck', ', did you mean `ageCheck`?'],
      ['apps[0].keys[0].secret.enabled', ', which has: value, on'],
    ];
    for (const [path, says] of cases)
      it(path, () => assert.deepEqual(problemsOf(changed([path, true])), [`${path}: is not a key of this place${says}`]));
  });
});

/** A seed file whose parts do not fit together is refused: each name stands somewhere, and there once. */
import assert from 'node:assert/strict';
import { changed, han, hex, problemsOf, term } from '../helpers/seed-text.ts';

describe('a seed file is refused where its parts do not fit together', () => {
  const cases: [what: string, path: string, value: unknown, problem: string][] = [
    [
      'an unknown account',
      'links[0].accountId',
      '01-ham',
      'links[0].accountId: expected the id of an account of this file, got 01-ham, did you mean `01-han`?',
    ],
    [
      'an unknown channel',
      'friendships[0].channelId',
      '_nobody',
      'friendships[0].channelId: expected the id of a channel of this file, got _nobody',
    ],
    [
      'an unknown business',
      'businesses',
      [],
      'channels[0].businessNumber: expected the registration number of a business of this file, got 120-81-47521',
    ],
    [
      'an unknown consent item',
      'apps[0].items[0].id',
      'profile_nicknmae',
      'apps[0].items[0].id: expected a consent item, got profile_nicknmae, did you mean `profile_nickname`?',
    ],
    ['an unknown app', 'links[0].appId', '2', 'links[0].appId: expected the id of an app of this file, got 2'],
    [
      'a term that the app has not',
      'links[0].terms',
      ['user_age_check'],
      'links[0].terms[0]: expected the tag of a term of app 1, got user_age_check',
    ],
    [
      'an item that the app has not',
      'links[0].items',
      ['gender'],
      'links[0].items[0]: expected an item that app 1 has configured, got gender',
    ],
    [
      'a callback address that nothing is sent to',
      'apps[0].callbacks',
      { channel: 'http://169.254.169.254/', unlink: { url: 'http://127.0.0.1/', method: 'POST' } },
      'apps[0].callbacks.channel: expected an address that requests may go to: 169.254.169.254 is link-local, cloud metadata, multicast or unspecified',
    ],
    [
      'a tag used twice',
      'apps[0].applications.terms.terms[1]',
      term('service'),
      'apps[0].applications.terms.terms[1].tag: expected each tag once: service stands above already',
    ],
    [
      'a key used twice',
      'apps[0].adminKeys[1]',
      hex('a'),
      `apps[0].adminKeys[1]: expected each key once: ${hex('a')} stands above already`,
    ],
    [
      'a login used twice',
      'accounts[1]',
      { ...han, id: '02-han', key: null },
      'accounts[1].email.address: expected each login once: han@example.com stands above already',
    ],
    [
      'ids out of order',
      'accounts[1]',
      { id: '00-a', password: 'x', nickname: 'a' },
      'accounts[1].id: expected an id that sorts after 01-han, the one before it, got 00-a',
    ],
    [
      'another business on the other side of a connection',
      'channels[0].businessNumber',
      null,
      'apps[0].connections[0].channelId: expected a profile of the same business: the app has 120-81-47521, channel _xA has none',
    ],
    [
      'a connection to an uncertified profile',
      'channels[0].certification',
      null,
      'apps[0].connections[0].channelId: expected a certified profile: channel _xA has no approved certification',
    ],
    [
      'a channel on consent that is not connected',
      'apps[0].connections',
      [],
      'apps[0].channelOnConsent: expected a channel that this app is connected to, got _xA',
    ],
    [
      'a friend without KakaoTalk',
      'accounts[0].hasTalk',
      false,
      'friendships[0].accountId: expected an account with KakaoTalk: 01-han has none',
    ],
  ];
  for (const [what, path, value, problem] of cases) {
    it(what, () => {
      const problems = problemsOf(changed([path, value]));
      assert.ok(problems.includes(problem), problems.join('\n'));
    });
  }
});

/** What the screen asks, row by row of reference 5.6. A question reads: required items | optional ones | terms | age row | channel. */
import assert from 'node:assert/strict';
import { ask } from '../../src/consent/index.ts';
import { type Differences, inWords, request, situation } from './helpers.ts';

/** `of`: how the person and the app differ from the usual; `scope`, `tags`: what the request names. */
interface Row {
  when: string;
  of?: Differences;
  scope?: readonly string[];
  tags?: readonly string[];
  asks: string;
}

const EVERYTHING = 'first: nick mail | pic | use news data gift | age | _shop';
const withoutSignup = { simpleSignup: null };
const unlinked = { agreed: {}, state: 'unlinked' } as const;
const bare = { agreed: {} };
const full = { agreed: { items: ['nick', 'mail', 'pic'], terms: ['use', 'news', 'data', 'gift'] } };
const least = { agreed: { items: ['nick', 'mail'], terms: ['use', 'data'] } };

const first: Row[] = [
  { when: 'a person logs in for the first time', asks: EVERYTHING },
  { when: 'simple signup is OFF', of: withoutSignup, asks: 'first: nick mail | pic | - | - | _shop' },
  { when: 'simple signup is OFF and terms are named', of: withoutSignup, tags: ['use'], asks: 'first: nick mail | pic | - | - | _shop' },
  { when: 'the app has no item', of: { items: [] }, asks: 'first: - | - | use news data gift | age | _shop' },
  { when: 'the 14+ row is OFF', of: { ageCheck: false }, asks: 'first: nick mail | pic | use news data gift | - | _shop' },
  { when: 'the person has no KakaoTalk', of: { hasTalk: false }, asks: 'first: nick mail | pic | use news data gift | age | -' },
  { when: 'the app offers no channel', of: { channels: [] }, asks: 'first: nick mail | pic | use news data gift | age | -' },
  { when: 'scope names an in-use item', scope: ['pals'], asks: 'first: nick mail | pic pals | use news data gift | age | _shop' },
  { when: 'scope names one optional item only', scope: ['pic'], asks: EVERYTHING },
  { when: 'service_terms names one term', tags: ['data'], asks: 'first: nick mail | pic | data | age | _shop' },
  { when: 'service_terms names terms in another order', tags: ['gift', 'use'], asks: 'first: nick mail | pic | use gift | age | _shop' },
  { when: 'service_terms names only an optional term', tags: ['news'], asks: 'first: nick mail | pic | news | age | _shop' },
  { when: 'service_terms names an unknown tag', tags: ['typo'], asks: 'first: nick mail | pic | - | age | _shop' },
  { when: 'service_terms names a tag and an unknown one', tags: ['typo', 'use'], asks: 'first: nick mail | pic | use | age | _shop' },
  { when: 'service_terms is empty', tags: [], asks: 'first: nick mail | pic | - | age | _shop' },
  { when: 'an unlinked person returns', of: unlinked, asks: EVERYTHING },
  { when: 'an unlinked person returns for one term', of: unlinked, tags: ['use'], asks: 'first: nick mail | pic | use | age | _shop' },
];

const again: Row[] = [
  { when: 'the person agreed to everything', of: full, asks: 'nothing' },
  { when: 'the app added items and terms since', of: bare, asks: 'nothing' },
  { when: 'scope names an open item', of: least, scope: ['pic'], asks: 'additional: - | pic | - | - | -' },
  {
    when: 'scope names agreed items beside an open one',
    of: least,
    scope: ['nick', 'pic', 'mail'],
    asks: 'additional: - | pic | - | - | -',
  },
  { when: 'scope names a required item that the app added', of: bare, scope: ['mail'], asks: 'additional: mail | - | - | - | -' },
  { when: 'scope names an in-use item', of: full, scope: ['pals'], asks: 'additional: - | pals | - | - | -' },
  {
    when: 'scope names items in an order of its own',
    of: bare,
    scope: ['pals', 'pic', 'nick'],
    asks: 'additional: nick | pic pals | - | - | -',
  },
  { when: 'the person is preregistered', of: { ...bare, state: 'preregistered' }, asks: 'nothing' },
  {
    when: 'the person is preregistered and the request names something open',
    of: { ...bare, state: 'preregistered' },
    scope: ['pic'],
    tags: ['use'],
    asks: 'additional: - | pic | use | - | -',
  },
  { when: 'scope names agreed items only', of: full, scope: ['nick', 'pic'], asks: 'nothing' },
  { when: 'scope names an item that the app does not have', of: full, scope: ['typo'], asks: 'nothing' },
  { when: 'both parameters name something open', of: bare, scope: ['pic'], tags: ['use'], asks: 'additional: - | pic | use | - | -' },
  {
    when: 'scope names an open item, the other an optional term',
    of: least,
    scope: ['pic'],
    tags: ['news'],
    asks: 'additional: - | pic | - | - | -',
  },
];

const ages: Row[] = [
  { when: 'a person of 13 meets the 14+ row', of: { age: 13 }, asks: 'under_age' },
  { when: 'a person of 14 meets the 14+ row', of: { age: 14 }, asks: EVERYTHING },
  { when: 'a person of unknown age meets the 14+ row', of: { age: null }, asks: EVERYTHING },
  {
    when: 'a person of 13 meets no 14+ row',
    of: { age: 13, ageCheck: false },
    asks: 'first: nick mail | pic | use news data gift | - | _shop',
  },
  { when: 'a person of 13 meets no simple signup', of: { age: 13, ...withoutSignup }, asks: 'first: nick mail | pic | - | - | _shop' },
  { when: 'a linked person of 13 comes again', of: { age: 13, ...bare }, asks: 'nothing' },
  { when: 'an unlinked person of 13 returns', of: { age: 13, ...unlinked }, asks: 'under_age' },
];

for (const [title, rows] of Object.entries({ 'at the first login': first, 'of a linked person': again, 'by age': ages })) {
  describe(`consent · what is asked ${title}`, () => {
    for (const { when, of, scope, tags, asks } of rows) {
      it(`${when}: ${asks}`, () => {
        assert.equal(inWords(ask(situation(of), request(scope, tags))), asks);
      });
    }
  });
}

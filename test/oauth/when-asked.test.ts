/** What else a person who is not linked yet is asked, beside the rows of reference 5.6 in test/contract/screens-when.test.ts. */
import assert from 'node:assert/strict';
import { APPS, describeHouse } from '../helpers/house.ts';
import { rowsOf } from '../helpers/visitor.ts';
import { AGE, CHANNEL, EVERYTHING, OPTIONAL, REQUIRED, TERMS } from './demo-screen.ts';
import { loggedIn, placeOf } from './helpers.ts';

const rows: { when: string; as?: string; params?: Record<string, string>; asks: string[] }[] = [
  { when: 'a first login of a person without KakaoTalk', as: 'no-talk', asks: EVERYTHING.filter((row) => row !== CHANNEL) },
  { when: 'scope with one optional item', params: { scope: 'birthday' }, asks: EVERYTHING },
  { when: 'an empty scope', params: { scope: '' }, asks: EVERYTHING },
  {
    when: 'service_terms with tags, commas and blanks in an order of its own',
    params: { service_terms: ' marketing_20260105 , service_20260105,,' },
    asks: [REQUIRED, ...OPTIONAL, TERMS[0]!, TERMS[2]!, AGE, CHANNEL],
  },
  {
    when: 'extra.service_terms of the old JavaScript SDK',
    params: { 'extra.service_terms': 'service_20260105' },
    asks: [REQUIRED, ...OPTIONAL, TERMS[0]!, AGE, CHANNEL],
  },
];

describeHouse('oauth · what a first login is asked', (world) => {
  for (const { when, as = 'han', params = {}, asks } of rows) {
    it(`${when}: ${asks.length} rows`, async () => {
      const page = await loggedIn(world, APPS.demo, as, params);
      assert.equal(placeOf(page), 'consent');
      assert.deepEqual(rowsOf(page), asks);
    });
  }

  it('no service terms while their review is pending, or rejected', async () => {
    const review = 'terms:1000001';
    for (const decision of [null, { outcome: 'rejected' as const, reason: '다시', leftOut: [], decidedAt: 1 }]) {
      await world.change('reviews', `0-${review}`, { decision });
      assert.deepEqual(rowsOf(await loggedIn(world, APPS.demo, 'han')), [REQUIRED, ...OPTIONAL, CHANNEL]);
    }
  });

  it('no item that needs a review before it is approved', async () => {
    await world.change('reviews', '0-items:1000001', { decision: null });
    const left = ['item=profile_image', 'item=plusfriends'];
    assert.deepEqual(rowsOf(await loggedIn(world, APPS.demo, 'han')), [REQUIRED, ...left, ...TERMS, AGE, CHANNEL]);
  });

  it('in-use items only where scope names them', async () => {
    const usual = rowsOf(await loggedIn(world, APPS.current, 'han'));
    assert.ok(!usual.some((row) => /friends$|talk_message/.test(row) && row !== 'item=plusfriends'));
    const named = rowsOf(await loggedIn(world, APPS.current, 'han', { scope: 'friends,talk_message' }));
    assert.deepEqual(
      named.filter((row) => !usual.includes(row)),
      ['item=friends', 'item=talk_message'],
    );
  });
});

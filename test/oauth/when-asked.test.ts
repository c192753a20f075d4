/** When the consent screen comes, and with what: the rows of reference 5.6 over HTTP, for a person who is not linked yet. */
import assert from 'node:assert/strict';
import { APPS, describeHouse, type World } from '../helpers/house.ts';
import { goThrough, signUp } from '../helpers/login.ts';
import { rowsOf } from '../helpers/visitor.ts';
import { headingOf, ko, loggedIn, placeOf } from './helpers.ts';

const REQUIRED = 'items=required';
const OPTIONAL = ['profile_image', 'age_range', 'birthday', 'phone_number', 'shipping_address', 'plusfriends'].map((id) => `item=${id}`);
const TERMS = ['service_20260105', 'privacy_20260105', 'marketing_20260105'].map((tag) => `term=${tag}`);
const AGE = 'age=on';
const CHANNEL = 'channel=_xqDemo';
const EVERYTHING = [REQUIRED, ...OPTIONAL, ...TERMS, AGE, CHANNEL];

const rows: { when: string; as?: string; params?: Record<string, string>; asks: string[] }[] = [
  { when: 'a first login', asks: EVERYTHING },
  { when: 'a first login of a person without KakaoTalk', as: 'no-talk', asks: EVERYTHING.filter((row) => row !== CHANNEL) },
  { when: 'a first login of a person of unknown age', as: 'age-unknown', asks: EVERYTHING },
  { when: 'scope with one optional item', params: { scope: 'birthday' }, asks: EVERYTHING },
  { when: 'an empty scope', params: { scope: '' }, asks: EVERYTHING },
  {
    when: 'service_terms with one tag',
    params: { service_terms: 'privacy_20260105' },
    asks: [REQUIRED, ...OPTIONAL, TERMS[1]!, AGE, CHANNEL],
  },
  {
    when: 'service_terms with tags, commas and blanks in an order of its own',
    params: { service_terms: ' marketing_20260105 , service_20260105,,' },
    asks: [REQUIRED, ...OPTIONAL, TERMS[0]!, TERMS[2]!, AGE, CHANNEL],
  },
  { when: 'service_terms with a wrong tag', params: { service_terms: 'service_2026' }, asks: [REQUIRED, ...OPTIONAL, AGE, CHANNEL] },
  { when: 'an empty service_terms', params: { service_terms: '' }, asks: [REQUIRED, ...OPTIONAL, AGE, CHANNEL] },
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

  it('no service terms and no age row while simple signup is OFF, but the channel', async () => {
    await world.change('apps', APPS.demo, { simpleSignupOn: false });
    assert.deepEqual(rowsOf(await loggedIn(world, APPS.demo, 'han')), [REQUIRED, ...OPTIONAL, CHANNEL]);
  });

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

  it('a person under 14 is told so instead, and may not go on', async () => {
    const page = await loggedIn(world, APPS.demo, 'under-14');
    assert.deepEqual([page.status, placeOf(page), headingOf(page)], [403, 'consent', ko('notice.underAge')]);
    assert.equal(await world.house.consent.link(APPS.demo, '07-under-14'), undefined);
  });

  it('a person under 14 is asked as others are where the app has no 14+ row', async () => {
    const page = await loggedIn(world, APPS.secretOff, 'under-14');
    assert.equal(page.status, 200);
    assert.ok(!rowsOf(page).includes(AGE));
  });

  it('everything again of a person who unlinked, under the same number', async () => {
    const before = await numberOf(world, await signUp(world, { app: APPS.demo, as: 'han' }));
    await world.house.consent.unlink(await world.app(APPS.demo), (await world.house.consent.link(APPS.demo, '01-han'))!);
    assert.deepEqual(rowsOf(await loggedIn(world, APPS.demo, 'han')), EVERYTHING);
    assert.equal(await numberOf(world, await signUp(world, { app: APPS.demo, as: 'han' })), before);
  });

  it('nothing once the code is on its way, even if it is never redeemed', async () => {
    const visitor = world.visitor();
    await goThrough(world, { app: APPS.demo, as: 'han', visitor });
    assert.equal(placeOf(await loggedIn(world, APPS.demo, 'han')), 'partner');
  });
});

async function numberOf({ house }: World, { access_token: accessToken }: { access_token: string }): Promise<string> {
  return (await house.consent.bearer(accessToken))!.link.number;
}

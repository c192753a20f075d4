/** Answering the consent screen: agree, miss something, cancel. */
import assert from 'node:assert/strict';
import { APPS, CALLBACK, describeHouse } from '../helpers/house.ts';
import { agreement, redeem } from '../helpers/login.ts';
import { boxesOf } from '../helpers/visitor.ts';
import { NOTHING, written } from '../helpers/written.ts';
import { begin, en, ko, loggedIn, placeOf, shown } from './helpers.ts';

const STATE = 'a b&c=한글';

describeHouse('oauth · the consent screen answered', (world) => {
  it('with everything ticked sends the person to the partner with a code and the state', async () => {
    const visitor = world.visitor();
    const page = await loggedIn(world, APPS.demo, 'han', { state: STATE }, visitor);
    const partner = await visitor.submit(page, agreement(page, 'all'));
    assert.equal(partner.url.href.startsWith(`${CALLBACK}?code=`), true);
    assert.deepEqual(Object.keys(partner.query), ['code', 'state']);
    assert.equal(partner.query.state, STATE);
    assert.match((await redeem(world, APPS.demo, partner.query.code!)).scope!, /plusfriends/);
  });

  it('with something missing comes back: 422, the ticks as they were, the missing rows by name', async () => {
    const visitor = world.visitor();
    const page = await loggedIn(world, APPS.demo, 'han', {}, visitor);
    const ticked = ['item=birthday', 'term=privacy_20260105', 'channel=_xqDemo'];
    const again = await visitor.submit(
      page,
      agreement(page, ({ name, value }) => ticked.includes(`${name}=${value}`)),
    );
    assert.equal(again.status, 422);
    const kept = boxesOf(again).filter(({ checked }) => checked);
    assert.deepEqual(
      kept.map(({ name, value }) => `${name}=${value}`),
      ticked,
    );
    const missing = ['카카오 개인정보 제3자 제공 동의', '서비스 이용약관', '만 14세 이상입니다.'];
    assert.equal(shown(again, 'consent-missing'), `${ko('consent.missing')} ${missing.join(' ')}`);
    assert.deepEqual(await written(world, APPS.demo, '01-han'), NOTHING);
  });

  it('with something missing names it in English too, and can be sent again', async () => {
    const visitor = world.visitor();
    const page = await loggedIn(world, APPS.demo, 'han', { lang: 'en' }, visitor);
    const again = await visitor.submit(
      page,
      agreement(page, ({ name }) => name !== 'age'),
    );
    assert.equal(shown(again, 'consent-missing'), `${en('consent.missing')} ${en('consent.age')}`);
    const partner = await visitor.submit(again, [...agreement(again, ({ checked }) => checked), ['age', 'on']]);
    assert.ok(partner.query.code);
  });

  it('with 취소 sends the person back with access_denied, in these very bytes, and writes nothing', async () => {
    const visitor = world.visitor();
    const page = await loggedIn(world, APPS.demo, 'han', { state: STATE }, visitor);
    const partner = await visitor.submit(page, { decision: 'cancel' });
    const state = 'a%20b%26c%3D%ED%95%9C%EA%B8%80';
    assert.equal(partner.status, 302);
    assert.equal(partner.headers['location'], `${CALLBACK}?error=access_denied&error_description=User%20denied%20access&state=${state}`);
    assert.deepEqual(await written(world, APPS.demo, '01-han'), NOTHING);
  });

  it('with 취소 needs no box, and the ticks that are sent along do not count', async () => {
    const visitor = world.visitor();
    const page = await loggedIn(world, APPS.demo, 'han', {}, visitor);
    const partner = await visitor.submit(page, [...agreement(page, 'all').filter(([name]) => name !== 'decision'), ['decision', 'cancel']]);
    assert.deepEqual(partner.query, { error: 'access_denied', error_description: 'User denied access' });
    assert.deepEqual(await written(world, APPS.demo, '01-han'), NOTHING);
  });

  it('after 취소 the person is still signed in, and the next request asks again', async () => {
    const visitor = world.visitor();
    await visitor.submit(await loggedIn(world, APPS.demo, 'han', {}, visitor), { decision: 'cancel' });
    assert.equal(placeOf(await begin(world, APPS.demo, {}, visitor)), 'consent');
  });
});

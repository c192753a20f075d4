/** `/oauth/logout` (reference 1.16): the choice between the service and the Kakao account, and the way back. */
import assert from 'node:assert/strict';
import { DAY, MINUTE } from '../../src/clock.ts';
import { APPS, describeHouse } from '../helpers/house.ts';
import { api, redeem } from '../helpers/login.ts';
import { authorizePath, begin, browserOf, en, headingOf, ko, placeOf, post, shown } from './helpers.ts';
import { BACK, logoutPath, open, signedIn } from './logging-out.ts';

describeHouse('oauth · logout', (world) => {
  it('asks one who is signed in, and says who that is', async () => {
    const page = await open(world, await signedIn(world));
    assert.deepEqual([page.status, placeOf(page), headingOf(page)], [200, 'logout', '데모상점']);
    assert.equal(shown(page, 'logout-login'), 'returning@example.com');
    assert.deepEqual([shown(page, 'logout-service'), shown(page, 'logout-account')], [ko('logout.service'), ko('logout.both')]);
  });

  it('asks in English, too', async () => {
    const page = await open(world, await signedIn(world), { lang: 'en' });
    assert.deepEqual([shown(page, 'logout-service'), shown(page, 'logout-account')], [en('logout.service'), en('logout.both')]);
  });

  for (const { from, next } of [
    { from: 'service', next: 'partner' },
    { from: 'account', next: 'login' },
  ]) {
    it(`from the ${from}: back with the state, and the next login is at the ${next}`, async () => {
      const visitor = await signedIn(world);
      const page = await visitor.submit(await open(world, visitor, { state: 'a b&c' }), { from });
      assert.deepEqual([page.status, page.headers['location']], [302, `${BACK}?state=a%20b%26c`]);
      assert.equal(placeOf(await begin(world, APPS.demo, {}, visitor)), next);
    });

    it(`from the ${from}: the tokens of the service live on`, async () => {
      const visitor = await signedIn(world);
      const tokens = await redeem(world, APPS.demo, (await begin(world, APPS.demo, {}, visitor)).query['code']!);
      await visitor.submit(await open(world, visitor), { from });
      await api(world, '/v2/user/me', tokens.access_token).expect(200);
    });
  }

  it('ends the session itself: its cookie opens nothing any more', async () => {
    const browser = browserOf(world);
    const login = await browser.get(await authorizePath(world, APPS.demo)).redirects(1);
    const action = /action="([^"]*)"/.exec(login.text)![1]!;
    const resumed = await post(world, browser, action, { persona: 'returning' });
    const set = (await browser.get(new URL(resumed.headers['location']!, world.url).pathname)).headers['set-cookie'];
    const cookies = (set as unknown as string[]).map((each) => each.split(';')[0]).join('; ');
    const ask = async () =>
      browserOf(world)
        .get(await logoutPath(world))
        .set('Cookie', cookies)
        .redirects(0);
    assert.equal((await ask()).status, 200);
    await post(world, browser, await logoutPath(world), { from: 'account' });
    assert.equal((await ask()).status, 302);
  });

  it('sends one who is not signed in straight back; without a state the URI stays as it is', async () => {
    const page = await open(world, world.visitor());
    assert.deepEqual([page.status, page.headers['location'], page.html], [302, BACK, '']);
    assert.equal((await open(world, world.visitor(), { state: 's' })).headers['location'], `${BACK}?state=s`);
  });

  it('sends one whose session is over straight back, also from a page that was left open', async () => {
    const visitor = await signedIn(world);
    const page = await open(world, visitor);
    world.clock.advance(DAY + MINUTE);
    assert.equal((await open(world, visitor)).headers['location'], BACK);
    assert.equal((await visitor.submit(page, { from: 'account' })).headers['location'], BACK);
  });

  for (const { uri, state, to } of [
    { uri: 'https://shop.example.test/bye?from=kakao', state: 's', to: 'https://shop.example.test/bye?from=kakao&state=s' },
    { uri: 'https://shop.example.test', state: undefined, to: 'https://shop.example.test' },
    { uri: 'http://localhost:3000/안녕', state: 's', to: `http://localhost:3000/${encodeURIComponent('안녕')}?state=s` },
  ]) {
    it(`goes back to ${uri} as it is registered`, async () => {
      await world.changeKey(APPS.demo, { logoutRedirectUris: [uri] });
      const page = await open(world, world.visitor(), { logout_redirect_uri: uri, state });
      assert.equal(page.headers['location'], to);
    });
  }
});

/** `/oauth/logout` (reference 1.16): the choice between the service and the Kakao account, and the way back. */
import assert from 'node:assert/strict';
import { DAY, MINUTE } from '../../src/clock.ts';
import { APPS, describeHouse } from '../helpers/house.ts';
import { authorizePath, browserOf, en, post, shown } from './helpers.ts';
import { BACK, logoutPath, open, signedIn } from './logging-out.ts';

describeHouse('oauth · logout', (world) => {
  it('asks in English, too', async () => {
    const page = await open(world, await signedIn(world), { lang: 'en' });
    assert.deepEqual([shown(page, 'logout-service'), shown(page, 'logout-account')], [en('logout.service'), en('logout.both')]);
  });

  it('ends the session itself: its cookie opens nothing any more', async () => {
    const browser = browserOf(world);
    const login = await browser.get(await authorizePath(world, APPS.demo)).redirects(1);
    const action = /action="([^"]*)"/.exec(login.text)![1]!;
    const set = (await post(world, browser, action, { persona: 'returning' })).headers['set-cookie'];
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

/** Requirement 14: with the policy of its pages on, the consent screen leads to every kind of callback that an app may have. Source: security 6.3. */
import assert from 'node:assert/strict';
import { appOf, useTown, type World } from './town.ts';
import { describeBrowser } from './visit.ts';
import { openConsent } from './ways.ts';

const DEMO = '1000001';
const NATIVE = 'ca11'.repeat(8);
const WEB = ['http://shop.example/oauth', 'https://shop.example/oauth'];
const APP = `kakao${NATIVE}://oauth`;

function withCallbacks(world: World): void {
  const app = appOf(world, DEMO);
  for (const key of app.keys) key.redirectUris = [...(key.redirectUris ?? []), ...WEB];
  app.keys.push({ type: 'native', key: NATIVE, secret: { value: 'unused', on: false }, redirectUris: [APP] });
}

describeBrowser('consent · the callback', (browser) => {
  const town = useTown(withCallbacks);

  for (const address of [...WEB, APP]) {
    it(`14 · is reached at ${address}, as no policy of the pages before it stops the way`, async () => {
      const visit = await browser.visit({ playing: ['shop.example'] });
      // What leaves for an app on the phone is no request that a page of Playwright tells of.
      const wire = await visit.page.context().newCDPSession(visit.page);
      await wire.send('Network.enable');
      const called = new Promise<string>((resolve) => {
        wire.on('Network.requestWillBeSent', ({ request: { url } }) => url.startsWith(`${address}?`) && resolve(url));
      });
      const params = { redirect_uri: address, state: 'a b', ...(address === APP && { client_id: NATIVE }) };
      await openConsent(visit, town, { app: DEMO, persona: 'han', params });
      await visit.see('consent-all').check();
      await visit.see('consent-agree').click();
      assert.match(await called, /\?code=[\w-]+&state=a%20b$/);
    });
  }
});

/** QA at the gallery: the real screen in a frame, to be ticked and pressed as one likes, from which nothing is ever sent. */
import assert from 'node:assert/strict';
import { APPS, describeHouse } from '../helpers/house.ts';
import { describeBrowser } from './visit.ts';

describeHouse('the gallery in a browser', (world) => {
  describeBrowser('with and without scripts', (browser) => {
    for (const javaScript of [true, false]) {
      it(`shows states side by side and opens one by itself, JavaScript ${javaScript ? 'on' : 'off'}`, async () => {
        const visit = await browser.visit({ javaScript });
        await visit.page.goto(`${world.url}/_sim/gallery`);
        await visit.see('axis-app').selectOption(APPS.secretOff);
        await visit.see('axis-layout-classic').check();
        await visit.see('axis-layout-newer').check();
        await visit.see('gallery-show').click();
        await visit.page.waitForURL(/layout=newer/);
        const frames = visit.see('state-first-link').locator('iframe');
        assert.equal(await frames.count(), 3);
        await frames.first().scrollIntoViewIfNeeded();
        await frames.first().contentFrame().getByTestId('consent-cancel').waitFor();
        await visit.see('open-first-link').first().click();
        await visit.see('consent-first').waitFor();
        await visit.see('exhibit-back').click();
        await visit.page.waitForURL(/\/_sim\/gallery\?.*#first-link$/);
      });

      it(`sends nothing, whatever is pressed, JavaScript ${javaScript ? 'on' : 'off'}`, async () => {
        const visit = await browser.visit({ javaScript });
        const sent: string[] = [];
        visit.page.on('request', (request) => request.method() === 'GET' || sent.push(request.url()));
        for (const [state, ...presses] of [
          ['first-link', 'consent-required', 'consent-cancel'],
          ['rows-missing', 'consent-cancel'],
          ['login', 'login-submit', 'persona-han'],
          ['chooser', 'account-01-han'],
          ['signup', 'signup-submit'],
          ['logout', 'logout-account'],
        ] as const) {
          const path = `/_sim/gallery/${APPS.demo}/${state}`;
          await visit.page.goto(world.url + path);
          for (const press of presses) await visit.see(press).click();
          assert.equal(new URL(visit.page.url()).pathname, path);
        }
        assert.deepEqual(sent, []);
      });
    }
  });
});

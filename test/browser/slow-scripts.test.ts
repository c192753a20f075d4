/** Pages whose scripts are slow to come: what a person has done meanwhile counts. */
import assert from 'node:assert/strict';
import { useTown } from './town.ts';
import { describeBrowser } from './visit.ts';
import { openConsent } from './ways.ts';

describeBrowser('scripts that are slow to come', (browser) => {
  const town = useTown();

  for (const [box, rows] of [
    ['consent-all', 'input[type=checkbox][name]'],
    ['consent-optional', 'input[type=checkbox][name][data-testid^=consent-item-]'],
  ] as const) {
    it(`the consent screen: ${box} stands for its rows, though it was ticked before they came`, async () => {
      const visit = await browser.visit();
      const came = Promise.withResolvers<void>();
      await visit.page.route('**/js/consent.js', (route) => came.promise.then(() => route.continue()));
      void openConsent(visit, town);
      await visit.see(box).waitFor();
      await visit.see(box).check();
      assert.equal(await visit.page.locator(`${rows}:checked`).count(), 0, 'no script has come yet');
      came.resolve();
      await visit.page.waitForLoadState();
      assert.equal(await visit.page.locator(`${rows}:not(:checked)`).count(), 0);
      assert.equal(await visit.see(box).isChecked(), true);
    });
  }
});

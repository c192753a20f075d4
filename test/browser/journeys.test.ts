/** The list of logins in a browser: new ones appear by themselves, two are picked and compared; without scripts by a reload. */
import assert from 'node:assert/strict';
import { walk } from '../consoles/operator/journeys/walk.ts';
import { describeHouse } from '../helpers/house.ts';
import { describeBrowser } from './visit.ts';

describeHouse('the list of logins', (world) => {
  describeBrowser('in a browser', (browser) => {
    it('grows as somebody logs in, keeps what is ticked, and compares two', async () => {
      await walk(world, 'han');
      const visit = await browser.visit();
      await visit.page.goto(`${world.url}/_sim/journeys`);
      await visit.see('journey-pick').check();
      await walk(world, 'long-name');
      await visit.see('journey-row').nth(1).waitFor();
      assert.deepEqual(visit.shown, ['/_sim/journeys']);
      const picks = visit.see('journey-pick');
      assert.deepEqual([await picks.first().isChecked(), await picks.last().isChecked()], [false, true]);
      await picks.first().check();
      await visit.see('journey-compare-picked').click();
      await visit.page.waitForURL(/\/compare\//);
      assert.match(await visit.page.locator('main').innerText(), /한가람/);
    });

    it('is the same by a reload without scripts, and says how many rows a comparison takes', async () => {
      const visit = await browser.visit({ javaScript: false });
      await visit.page.goto(`${world.url}/_sim/journeys`);
      await walk(world, 'han');
      await walk(world, 'long-name');
      await visit.page.reload();
      await visit.see('journey-pick').first().check();
      await visit.see('journey-compare-picked').click();
      assert.match(await visit.read('compare-problem'), /1개를 골랐습니다/);
      for (const pick of await visit.see('journey-pick').all()) await pick.check();
      await visit.see('journey-compare-picked').click();
      assert.match(new URL(visit.page.url()).pathname, /\/compare\//);
    });
  });
});

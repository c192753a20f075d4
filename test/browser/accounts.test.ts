/** One browser and several people, and pages that were left open too long. */
import assert from 'node:assert/strict';
import { HOUR } from '../../src/clock.ts';
import { APPS, CALLBACK, describeHouse } from '../helpers/house.ts';
import { agreeToEverything } from './steps.ts';
import { useTown } from './town.ts';
import { describeBrowser, type Visit } from './visit.ts';
import { openLogin, openWelcome } from './ways.ts';

describeBrowser('prompt=select_account · one browser, several people', (browser) => {
  const town = useTown();

  for (const javaScript of [true, false]) {
    it(`changes from one account to another and back ${javaScript ? 'with' : 'without'} scripts`, async () => {
      const visit = await browser.visit({ javaScript });
      const choose = async () => {
        await visit.page.goto(town.partner);
        await visit.see('partner-options').locator('summary').click();
        await visit.see('partner-option-prompt').fill('select_account');
        await visit.see('partner-start-with-options').click();
      };
      await choose();
      await visit.see('login-id').fill('han@example.com');
      await visit.see('login-password').fill('demo1234');
      await visit.see('login-keep').check();
      await visit.see('login-submit').click();
      await agreeToEverything(visit);

      await choose();
      assert.match(await visit.read('account-01-han'), /한가람/);
      await visit.see('login-other').locator('summary').click();
      await visit.see('login-id').fill('new@example.com');
      await visit.see('login-password').fill('demo1234');
      await visit.see('login-submit').click();
      await agreeToEverything(visit);
      assert.equal(await visit.read('partner-nickname'), '새봄');

      await choose();
      assert.match(await visit.read('account-02-new'), /새봄/);
      await visit.see('account-01-han').click();
      assert.equal(await visit.read('partner-nickname'), '한가람');
    });
  }

  it('shows what the app will get of a persona without a word of what was typed getting lost; without scripts, too', async () => {
    for (const javaScript of [true, false]) {
      const visit = await browser.visit({ javaScript });
      await openLogin(visit, town);
      await visit.see('login-id').fill('new@example.com');
      await visit.see('persona-user-open-han').click();
      assert.match(await visit.read('persona-user-han'), /"nickname": "한가람"/);
      assert.equal(await visit.see('login-id').inputValue(), javaScript ? 'new@example.com' : '');
    }
  });

  it('says that the login is over to a person who goes back after it', async () => {
    const visit = await browser.visit();
    await openWelcome(visit, town);
    await visit.see('partner-unlink').click();
    await visit.see('partner-start').click();
    await agreeToEverything(visit);
    await visit.page.goBack();
    await visit.see('notice').waitFor();
    assert.match(await visit.read('notice'), /이미 끝났거나 유효 시간이 지난 로그인입니다/);
  });
});

describeHouse('a login page that was left open', (world) => {
  // A suite of its own: the browser leaves before the house closes.
  describeBrowser('for two hours', (browser) => {
    const openLogin = async (visit: Visit) => {
      const { key } = await world.key(APPS.demo);
      await visit.page.goto(
        `${world.url}/oauth/authorize?${new URLSearchParams({ response_type: 'code', client_id: key, redirect_uri: CALLBACK })}`,
      );
    };

    it('says that its time is over, and what to do', async () => {
      const visit = await browser.visit();
      await openLogin(visit);
      world.clock.advance(2 * HOUR);
      await visit.see('persona-han').click();
      assert.match(await visit.read('notice'), /로그인 시간이 지났습니다[^]*서비스로 돌아가 다시 시도해 주세요/);
    });

    it('says so in the middle of the consent screen too', async () => {
      const visit = await browser.visit({ language: 'en' });
      await openLogin(visit);
      await visit.see('persona-han').click();
      await visit.see('consent-all').check();
      world.clock.advance(2 * HOUR);
      await visit.see('consent-agree').click();
      assert.match(await visit.read('notice'), /Go back to the service/);
    });
  });
});

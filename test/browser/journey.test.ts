/** The whole way of a person, in the browser that a person has: with scripts and without. */
import assert from 'node:assert/strict';
import { PHONE } from './looks.ts';
import { agreeToEverything, callbackWith, signUp } from './steps.ts';
import { useTown } from './town.ts';
import { describeBrowser, type Visit } from './visit.ts';
import { openTalk, openWelcome } from './ways.ts';

const TERMS = ['service_20260105', 'privacy_20260105', 'marketing_20260105', 'user_age_check'];
const CHANNEL = '_xqDemo';

for (const javaScript of [true, false]) {
  describeBrowser(`카카오로 시작하기 · ${javaScript ? 'with' : 'without'} JavaScript`, (browser) => {
    const town = useTown();

    it('signs a person up by one click on a persona, and the partner knows at once everything that was agreed to', async () => {
      const visit = await browser.visit({ javaScript });
      await signUp(visit, town);

      assert.equal(await visit.read('partner-nickname'), '한가람');
      assert.equal(await visit.read('partner-email'), 'han@example.com');
      for (const tag of TERMS) await visit.see(`partner-term-${tag}`).waitFor();
      assert.match(await visit.read(`partner-channel-${CHANNEL}`), /ADDED/);
      assert.equal(await visit.read('partner-field-phone_number'), '+82 10-0000-0001');
      assert.equal(await visit.read('partner-field-age_range'), '30~39');

      const token = await json(visit, 'raw-token');
      assert.equal(token.token_type, 'bearer');
      assert.ok(token.access_token && token.refresh_token);
      const me = await json(visit, 'raw-me');
      assert.equal(String(me.id), await visit.read('partner-user-id'));

      const callback = await callbackWith(visit, '"event": "added"');
      assert.match(callback, /KakaoAK/);
    });

    it('signs a person up by e-mail and password', async () => {
      const visit = await browser.visit({ javaScript, language: 'en' });
      await visit.page.goto(town.partner);
      await visit.see('partner-start').click();
      await visit.see('login-id').fill('new@example.com');
      await visit.see('login-password').fill('a wrong one');
      await visit.see('login-submit').click();
      assert.match(await visit.read('login-error'), /account or password/i);
      assert.equal(await visit.see('login-id').inputValue(), 'new@example.com');

      await visit.see('login-password').fill('demo1234');
      await visit.page.keyboard.press('Enter');
      await agreeToEverything(visit);
      assert.equal(await visit.read('partner-nickname'), '새봄');
    });

    it('asks nothing the second time, and everything again once the partner unlinked the person', async () => {
      const visit = await browser.visit({ javaScript });
      await openWelcome(visit, town);
      await visit.see('partner-logout').click();
      await visit.see('partner-notice').waitFor();
      visit.shown.length = 0;

      await visit.see('partner-start').click();
      assert.equal(await visit.read('partner-nickname'), '한가람');
      assert.deepEqual(visit.shown, ['/welcome']);

      await visit.see('partner-unlink').click();
      await visit.see('partner-notice').waitFor();
      await visit.see('partner-start').click();
      await visit.see('consent-first').waitFor();
      assert.equal(await visit.page.getByRole('checkbox', { checked: true }).count(), 0);
    });

    it('tells the partner, and the list of deliveries, that the channel was blocked on the phone', async () => {
      const visit = await browser.visit({ javaScript });
      await openWelcome(visit, town);
      const phone = await browser.visit({ javaScript, width: PHONE });
      await phone.page.goto(`${town.url}/talk`);
      await phone.see('talk-persona-han').click();
      assert.equal(await phone.read(`talk-relation-${CHANNEL}`), '추가됨');
      await phone.see(`talk-block-${CHANNEL}`).click();
      assert.equal(await phone.read(`talk-relation-${CHANNEL}`), '차단됨');

      await callbackWith(visit, '"event": "blocked"');
      await phone.page.goto(`${town.url}/_sim/deliveries`);
      const [newest] = await phone.see('delivery-row').all();
      assert.match((await newest?.innerText()) ?? '', /channel\.blocked[^]*전달됨[^]*한가람/);
    });
  });
}

describeBrowser('the list of deliveries · with JavaScript', (browser) => {
  const town = useTown();

  it('shows a callback as it is sent, without a reload', async () => {
    const visit = await browser.visit();
    await visit.page.goto(`${town.url}/_sim/deliveries`);
    await visit.see('empty').waitFor();

    const phone = await browser.visit();
    await openTalk(phone, town, 'returning', 'talk-block-_xqDemo');
    await visit.see('delivery-state').filter({ hasText: '전달됨' }).waitFor();
    assert.deepEqual(visit.shown, ['/_sim/deliveries']);
  });
});

async function json(visit: Visit, testId: string): Promise<Record<string, unknown>> {
  return JSON.parse(await visit.read(testId)) as Record<string, unknown>;
}

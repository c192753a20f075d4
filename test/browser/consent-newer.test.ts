/** The newer layout of the consent screen under a person's hand: 전체 선택하기, 동의하고 계속하기, 변경. */
import assert from 'node:assert/strict';
import { newerLayout, useTown } from './town.ts';
import { describeBrowser, type Visit } from './visit.ts';
import { openConsent } from './ways.ts';

const REQUIRED = ['consent-required', 'consent-term-service_20260105', 'consent-term-privacy_20260105', 'consent-age'];

describeBrowser('the newer consent screen · with scripts', (browser) => {
  const town = useTown(newerLayout);
  let visit: Visit;
  beforeEach(async () => {
    visit = await browser.visit({ width: 360 });
    await openConsent(visit, town);
    await visit.page.waitForLoadState();
  });

  const buttons = () => visit.page.locator('button:visible').allInnerTexts();
  const unticked = () => visit.page.locator('input[type=checkbox][name]:not(:checked)').count();

  it('begins with nothing ticked, 전체 선택하기 and 취소', async () => {
    assert.equal(await visit.page.getByRole('checkbox', { checked: true }).count(), 0);
    assert.deepEqual(await buttons(), ['전체 선택하기', '취소']);
  });

  it('the button 전체 선택하기 that becomes 동의하고 계속하기 while every required row is ticked', async () => {
    for (const testId of REQUIRED) {
      assert.deepEqual(await buttons(), ['전체 선택하기', '취소'], `before ${testId}`);
      assert.match(await visit.read('consent-waiting'), /필수 항목에 모두 동의하면/);
      await visit.see(testId).check();
    }
    assert.deepEqual(await buttons(), ['동의하고 계속하기', '취소']);
    assert.equal(await visit.see('consent-agree').isEnabled(), true);
    await visit.see('consent-age').uncheck();
    assert.deepEqual(await buttons(), ['전체 선택하기', '취소']);
  });

  it('ticks everything by 전체 선택하기, and hands the focus to the button that comes instead', async () => {
    await visit.see('consent-all').focus();
    await visit.page.keyboard.press('Enter');
    assert.equal(await unticked(), 0);
    assert.equal(await visit.see('consent-optional').isChecked(), true);
    assert.equal(await visit.see('consent-agree').evaluate((button) => button === document.activeElement), true);
  });

  it('rows with round brackets and a chevron', async () => {
    const marks = await visit.page.locator('.kind').allInnerTexts();
    assert.deepEqual(marks.slice(0, 3), ['(필수)', '(선택)', '(필수)']);
    const chevrons = await visit.page.locator('.view > summary, .view-link').evaluateAll((all) =>
      all.map((link) => {
        const { borderTopWidth, borderBottomWidth, rotate } = getComputedStyle(link, '::after');
        return [parseFloat(borderTopWidth) > 0, borderBottomWidth, rotate].join(' ');
      }),
    );
    const [down, right] = ['true 0px 135deg', 'true 0px 45deg'];
    assert.deepEqual(chevrons, [down, down, right, right, right]);
  });

  it('is not agreed to by a double click on 전체 선택하기', async () => {
    await visit.see('consent-all').dblclick();
    assert.deepEqual(await buttons(), ['동의하고 계속하기', '취소']);
    assert.match(new URL(visit.page.url()).pathname, /^\/oauth\/consent\//);
    await visit.page.waitForFunction((since) => performance.now() - since > 500, await visit.page.evaluate(() => performance.now()));
    await visit.see('consent-agree').click();
    await visit.see('partner-nickname').waitFor();
  });

  it('lets a person change accounts by 변경 and agree as somebody else', async () => {
    await visit.see('consent-change').click();
    await visit.see('persona-many-addresses').click();
    assert.equal(await visit.read('consent-login'), 'many-addresses@example.com');
    await visit.see('consent-all').click();
    await visit.page.waitForFunction((since) => performance.now() - since > 500, await visit.page.evaluate(() => performance.now()));
    await visit.see('consent-agree').click();
    await visit.see('partner-nickname').waitFor();
  });

  it('lets a person cancel', async () => {
    await visit.see('consent-cancel').click();
    assert.equal(await visit.read('partner-error'), 'access_denied');
  });
});

describeBrowser('the newer consent screen · without scripts', (browser) => {
  const town = useTown(newerLayout);

  it('has 동의하고 계속하기 from the start, no box or button that only scripts could serve, and names what is missing', async () => {
    const visit = await browser.visit({ javaScript: false, width: 360 });
    await openConsent(visit, town);
    assert.deepEqual(await visit.page.locator('button:visible').allInnerTexts(), ['동의하고 계속하기', '취소']);
    for (const testId of ['consent-optional', 'consent-waiting']) assert.equal(await visit.see(testId).isVisible(), false);

    for (const testId of ['consent-required', 'consent-item-birthday', 'consent-age']) await visit.see(testId).check();
    await visit.see('consent-agree').click();
    const missing = await visit.see('consent-missing').getByRole('listitem').allInnerTexts();
    assert.deepEqual(missing, ['서비스 이용약관', '개인정보 수집 및 이용 동의']);
    assert.equal(await visit.see('consent-item-birthday').isChecked(), true);

    for (const testId of REQUIRED) await visit.see(testId).check();
    await visit.see('consent-agree').click();
    await visit.see('partner-nickname').waitFor();
  });
});

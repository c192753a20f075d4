/** The consent screen under a person's hand: 전체 동의하기, the rows, 보기, 취소. */
import assert from 'node:assert/strict';
import { useTown } from './town.ts';
import { describeBrowser, type Visit } from './visit.ts';
import { openConsent } from './ways.ts';

const REQUIRED = ['consent-required', 'consent-term-service_20260105', 'consent-term-privacy_20260105', 'consent-age'];
const OPTIONAL = ['profile_image', 'age_range', 'birthday', 'phone_number', 'shipping_address', 'plusfriends'].map(
  (id) => `consent-item-${id}`,
);

describeBrowser('the consent screen · with scripts', (browser) => {
  const town = useTown();
  let visit: Visit;
  beforeEach(async () => {
    visit = await browser.visit({ playing: ['example.com'] });
    await openConsent(visit, town);
  });

  const isTicked = (testId: string) => visit.see(testId).isChecked();
  const isHalf = (testId: string) => visit.see(testId).evaluate((box) => (box as HTMLInputElement).indeterminate);
  const rowsTicked = () => visit.page.locator('input[type=checkbox][name]:checked').count();
  const rows = () => visit.page.locator('input[type=checkbox][name]').count();

  it('nothing is ticked at first', async () => {
    assert.equal(await visit.page.getByRole('checkbox', { checked: true }).count(), 0);
  });

  it('the button waits until every required row is ticked, and says why', async () => {
    for (const testId of REQUIRED) {
      assert.equal(await visit.see('consent-agree').isDisabled(), true, `before ${testId}`);
      assert.match(await visit.read('consent-waiting'), /필수 항목에 모두 동의하면/);
      await visit.see(testId).check();
    }
    assert.equal(await visit.see('consent-agree').isEnabled(), true);
    assert.equal(await visit.see('consent-waiting').isVisible(), false);
    await visit.see('consent-age').uncheck();
    assert.equal(await visit.see('consent-agree').isDisabled(), true);
  });

  describe('the master box and the optional row tick what is below them', () => {
    it('ticks everything by 전체 동의하기, which stands for nothing less', async () => {
      await visit.see('consent-all').check();
      assert.equal(await rowsTicked(), await rows());
      assert.equal(await visit.see('consent-agree').isEnabled(), true);

      await visit.see('consent-channel-_xqDemo').uncheck();
      assert.deepEqual([await isTicked('consent-all'), await isHalf('consent-all')], [false, true]);
      await visit.see('consent-channel-_xqDemo').check();
      assert.deepEqual([await isTicked('consent-all'), await isHalf('consent-all')], [true, false]);

      await visit.see('consent-all').uncheck();
      assert.equal(await rowsTicked(), 0);
    });

    it('lets the row of optional items and its items follow one another, and leaves the rest alone', async () => {
      await visit.see('consent-optional').check();
      assert.equal(await rowsTicked(), OPTIONAL.length);
      for (const testId of OPTIONAL) assert.equal(await isTicked(testId), true);

      await visit.see('consent-item-birthday').uncheck();
      assert.deepEqual([await isTicked('consent-optional'), await isHalf('consent-optional')], [false, true]);
      await visit.see('consent-item-birthday').check();
      assert.deepEqual([await isTicked('consent-optional'), await isHalf('consent-optional')], [true, false]);
      await visit.see('consent-optional').uncheck();
      assert.equal(await rowsTicked(), 0);
    });
  });

  it('opens by 보기 what is handed over, and for what', async () => {
    const purpose = visit.page.getByText('수집 목적: 회원 식별과 주문 안내');
    assert.equal(await purpose.isVisible(), false);
    await visit.see('consent-required-view').click();
    await purpose.waitFor();
  });

  it('opens by 보기 the page of a term in a window of its own', async () => {
    const opened = visit.page.waitForEvent('popup');
    await visit.see('consent-view-privacy_20260105').click();
    const window = await opened;
    await window.waitForURL('https://example.com/terms/privacy');
    assert.equal(await window.evaluate('opener'), null);
    await visit.see('consent-agree').waitFor();
  });

  it('lets a person cancel with required rows unticked', async () => {
    await visit.see('consent-cancel').click();
    assert.equal(await visit.read('partner-error'), 'access_denied');
    assert.equal(await visit.read('partner-error-description'), 'User denied access');
  });

  it('signs up without anything optional', async () => {
    for (const testId of REQUIRED) await visit.see(testId).check();
    await visit.see('consent-agree').click();
    await visit.see('partner-declined-marketing_20260105').waitFor();
    assert.match(await visit.read('partner-field-birthday'), /동의/);
  });
});

describeBrowser('the consent screen · without scripts', (browser) => {
  const town = useTown();

  const missing = {
    ko: ['개인정보 수집 및 이용 동의', '만 14세 이상입니다.'],
    en: ['Collection and Use of Personal Information', 'I am 14 years of age or older.'],
  };
  for (const language of ['ko', 'en'] as const) {
    it(`sends the same screen back when a required row is missing, its ticks kept and the row named (${language})`, async () => {
      const visit = await browser.visit({ javaScript: false, language, width: 360 });
      await openConsent(visit, town);
      const address = visit.page.url();
      for (const testId of ['consent-required', 'consent-term-service_20260105', 'consent-item-birthday']) await visit.see(testId).check();

      const answer = visit.page.waitForResponse((response) => response.request().method() === 'POST');
      await visit.see('consent-agree').click();
      assert.equal((await answer).status(), 422);
      assert.deepEqual(await visit.see('consent-missing').getByRole('listitem').allInnerTexts(), missing[language]);
      assert.equal(visit.page.url(), address);
      const ticked = await visit.page.locator('input:checked').evaluateAll((all) => all.map((box) => box.getAttribute('data-testid')));
      assert.deepEqual(ticked, ['consent-required', 'consent-item-birthday', 'consent-term-service_20260105']);
      assert.equal(await visit.page.locator('[aria-invalid=true]').count(), 2);

      for (const testId of REQUIRED) await visit.see(testId).check();
      await visit.see('consent-agree').click();
      await visit.see('partner-nickname').waitFor();
    });
  }

  it('shows no box that only scripts could serve', async () => {
    const visit = await browser.visit({ javaScript: false });
    await openConsent(visit, town);
    for (const testId of ['consent-all', 'consent-optional', 'consent-waiting']) assert.equal(await visit.see(testId).isVisible(), false);
    assert.equal(await visit.see('consent-agree').isEnabled(), true);
  });

  it('lets a person cancel', async () => {
    const visit = await browser.visit({ javaScript: false });
    await openConsent(visit, town);
    await visit.see('consent-cancel').click();
    assert.equal(await visit.read('partner-error'), 'access_denied');
  });
});

/** A sign-up by keyboard alone, on a small screen. */
import assert from 'node:assert/strict';
import { assertFocusIsSeen, focusOf, PHONE } from './looks.ts';
import { useTown } from './town.ts';
import { describeBrowser, type Visit } from './visit.ts';

describeBrowser('카카오로 시작하기 · by keyboard alone', (browser) => {
  const town = useTown();

  it('completes a sign-up by Tab, Space and Enter, and shows the focus at every stop', async () => {
    const visit = await browser.visit({ width: PHONE });
    await visit.page.goto(town.partner);
    await press(visit, 'partner-start', 'Enter');

    await visit.see('login-id').waitFor();
    await press(visit, 'login-id', 'h');
    await visit.page.keyboard.type('an@example.com');
    await press(visit, 'login-password', 'd');
    await visit.page.keyboard.type('emo1234');
    await press(visit, 'login-submit', 'Enter');

    await visit.see('consent-agree').waitFor();
    await press(visit, 'consent-required', 'Space');
    await press(visit, 'consent-required-view', 'Enter');
    await visit.page.getByText('수집 목적: 회원 표시 이름').waitFor();
    for (const row of ['item-birthday', 'term-service_20260105', 'term-privacy_20260105', 'age', 'channel-_xqDemo'])
      await press(visit, `consent-${row}`, 'Space');
    await press(visit, 'consent-agree', 'Enter');

    assert.equal(await visit.read('partner-nickname'), '한가람');
    await visit.see('partner-callback').filter({ hasText: '"event": "added"' }).waitFor();
  });

  it('leads past the mark to the content by the first stop', async () => {
    const visit = await browser.visit();
    await visit.page.goto(town.url);
    await visit.page.keyboard.press('Tab');
    await visit.page.keyboard.press('Enter');
    await visit.page.keyboard.press('Tab');
    assert.match((await focusOf(visit.page))?.what ?? '', /home-try/);
  });
});

/** Goes on by Tab to the control with this test id and presses a key there. */
async function press({ page }: Visit, testId: string, key: string): Promise<void> {
  await page.waitForLoadState();
  for (let stop = null; !stop?.what.includes(`data-testid="${testId}"`);) {
    await page.keyboard.press('Tab');
    stop = await focusOf(page);
    assert.ok(stop, `${testId} was not reached`);
    assertFocusIsSeen(stop);
  }
  await page.keyboard.press(key);
}

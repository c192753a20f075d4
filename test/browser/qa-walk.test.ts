/** QA's whole way in one browser: a state found in the gallery and laid open, a sign-up, its journey read and exported, forgotten, and seen again. */
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { agreeToEverything } from './steps.ts';
import { useTown } from './town.ts';
import { describeBrowser, type Visit } from './visit.ts';

describeBrowser('QA walks from a picture of the gallery to the same screen again', (browser) => {
  const town = useTown();
  const told = async (visit: Visit) => JSON.parse(await visit.see('inspection-json').first().innerText()) as Record<string, unknown>;
  const follows = (visit: Visit, text: string) => visit.see('inspection-json').first().filter({ hasText: text }).waitFor();

  it('finds, inspects, signs up, reads, exports, forgets, and sees it once more', async () => {
    const visit = await browser.visit();
    await visit.page.goto(`${town.url}/_sim/gallery`);
    await visit.see('open-first-link').first().click();
    await visit.see('inspect-switch').click();
    assert.match(await visit.read('origin-of-service_20260105'), /2026-01-05 10:30:00 승인/);
    await visit.see('consent-item-birthday').check();
    await follows(visit, '"birthday": "0315"');
    await visit.see('consent-item-birthday').uncheck();
    await visit.see('inspection-json').first().filter({ hasNotText: '"birthday": "0315"' }).waitFor();

    await visit.page.goto(town.partner);
    await visit.see('partner-start').click();
    await visit.see('persona-han').click();
    await visit.see('inspect-switch').click();
    await visit.see('consent-all').check();
    await follows(visit, '+82 10-0000-0001');
    assert.match(await visit.read('inspection-next'), /화면 없이/);
    const { id, kakao_account: foretold } = await told(visit);
    await agreeToEverything(visit);
    const me = JSON.parse(await visit.read('raw-me')) as Record<string, unknown>;
    assert.deepEqual([me.id, me.kakao_account], [id, foretold]);

    await visit.page.goto(`${town.url}/_sim/journeys`);
    await visit.see('journey-row').first().getByRole('link').click();
    assert.match((await visit.see('step-ticks').innerText()).replace(/\s+/g, ' '), /birthday 동의/);
    await visit.see('step-gallery').last().click();
    await visit.see('consent-first').waitFor();
    assert.match(visit.page.url(), /\/1000001\/first-link\?/);
    await visit.page.goBack();
    const downloading = visit.page.waitForEvent('download');
    await visit.see('journey-har').click();
    const har = JSON.parse(await readFile(await (await downloading).path(), 'utf8')) as {
      log: { entries: { request: { url: string } }[] };
    };
    const urls = har.log.entries.map(({ request }) => new URL(request.url).pathname.replace(/(consent|login)\/.*/, '$1'));
    assert.deepEqual(urls.slice(0, 3), ['/oauth/authorize', '/oauth/login', '/oauth/login']);
    assert.ok(urls.includes('/oauth/consent') && urls.includes('/oauth/token') && urls.includes('/v2/user/me'));

    await visit.page.goto(`${town.url}/_sim/forgetting?app=1000001`);
    await visit.page.getByLabel(/한가람/).check();
    await visit.see('forget-next').click();
    await visit.see('confirm-do').click();
    await visit.see('done').waitFor();

    await visit.page.goto(`${town.partner}/login`);
    await visit.see('consent-first').waitFor();
    assert.equal(await visit.page.getByRole('checkbox', { checked: true }).count(), 0);
  });

  it('counts the ticks anew without scripts, and stays in the login', async () => {
    const visit = await browser.visit({ javaScript: false });
    await visit.page.goto(town.partner);
    await visit.see('partner-start').click();
    await visit.see('persona-han').click();
    await visit.see('inspect-switch').click();
    await visit.see('origin-open-birthday').click();
    assert.match(await visit.read('origin-told-birthday'), /"0315"/);
    await visit.see('consent-item-birthday').check();
    await visit.see('inspection-recount').click();
    assert.equal(await visit.see('consent-item-birthday').isChecked(), true);
    assert.partialDeepStrictEqual(await told(visit), { kakao_account: { birthday: '0315' } });
    await visit.see('inspect-switch').click();
    await agreeToEverything(visit);
  });
});

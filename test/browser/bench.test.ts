/** The webhook bench at work: live where scripts run, and whole where they do not. */
import assert from 'node:assert/strict';
import { listenAs, openPhone, type Phone } from '../consoles/phone.ts';
import { APPS, describeHouse } from '../helpers/house.ts';
import { answers, type Receiver } from '../helpers/receiver.ts';
import { describeBrowser } from './visit.ts';

describeHouse('the webhook bench', (world) => {
  let receiver: Receiver;
  let phone: Phone;
  beforeEach(async () => {
    receiver = await listenAs(world);
    phone = await openPhone(world, 'returning');
  });
  afterEach(() => receiver.close());

  const press = async (times: number) => {
    for (let at = 0; at < times; at++) await phone.press(at % 2 === 0 ? 'BLOCKED' : 'ADDED');
    await world.house.webhooks.settled();
  };

  describeBrowser('in a browser', (browser) => {
    it('shows what comes by itself, and keeps what was ticked, unfolded and focused, and the row in sight', async () => {
      await press(20);
      const visit = await browser.visit();
      const { page } = visit;
      await page.goto(`${world.url}/_sim/deliveries?event=channel.blocked`);
      await page.locator('[data-live-mark]:not([hidden])').waitFor();
      assert.equal(await visit.see('delivery-row').count(), 10);
      const box = visit.see('delivery-box').nth(7);
      const name = await box.getAttribute('name');
      await page.locator('#picture-numbers summary').click();
      await box.check();
      await box.focus();
      await box.evaluate((each) => each.scrollIntoView({ block: 'center' }));
      // In one go: the part of the page may be drawn anew at any moment.
      const topOf = () => page.evaluate<number>(`document.getElementsByName('${name}')[0].getBoundingClientRect().top`);
      const before = await topOf();

      await press(1);
      await page.locator('tr[data-testid="delivery-row"]').nth(10).waitFor();
      const same = page.locator(`[name="${name}"]`);
      assert.ok(await same.isChecked());
      assert.equal(await page.evaluate('document.activeElement.name'), name);
      assert.ok(await page.locator('#picture-numbers').evaluate((details) => (details as HTMLDetailsElement).open));
      const after = await topOf();
      assert.ok(Math.abs(after - before) < 4, `${before} → ${after}`);
      assert.equal(visit.shown.length, 1, 'no page was loaded meanwhile');
    });

    it('is not drawn anew under a finger: a press that began is done', async () => {
      await press(2);
      const visit = await browser.visit();
      const { page } = visit;
      await page.goto(`${world.url}/_sim/deliveries`);
      await page.locator('[data-live-mark]:not([hidden])').waitFor();
      await visit.see('delivery-row').getByRole('link').first().hover();
      await page.mouse.down();
      const drawnAnew = page.waitForResponse(page.url());
      await press(1);
      await (await drawnAnew).finished();
      await page.evaluate('fetch(location.href).then((answer) => answer.text())'); // the page has had its own answer by then
      await page.mouse.up();
      await visit.see('attempt-verdict').waitFor();
    });

    it('ticks all rows at once, and says how far they are ticked', async () => {
      await press(3);
      const visit = await browser.visit();
      await visit.page.goto(`${world.url}/_sim/deliveries`);
      const all = visit.page.locator('[data-check-all] input');
      await all.check();
      assert.equal(await visit.page.locator('tbody input:checked').count(), 3);
      await visit.see('delivery-box').first().uncheck();
      assert.ok(await all.evaluate((box) => (box as HTMLInputElement).indeterminate));
    });

    it('shows what waits, and its attempt by itself when it was made, and copies the command', async () => {
      const { store, webhooks } = world.house;
      const turn = (state: 'on' | 'paused') => store.write((tx) => webhooks.configure(tx, `${APPS.demo}:channel`, { state }));
      receiver.answer(answers.status(204));
      await turn('paused');
      await phone.press('BLOCKED');
      const visit = await browser.visit();
      await visit.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
      await visit.page.goto(`${world.url}/_sim/deliveries`);
      await visit.see('delivery-row').getByRole('link').first().click();
      await visit.see('delivery-waiting').waitFor();
      await turn('on');
      await visit.see('attempt-verdict').waitFor();
      assert.match(await visit.read('attempt-verdict'), /204로 응답했습니다/);
      const shown = await visit.read('delivery-curl');
      await visit.page.locator('[aria-labelledby="curl"] [data-copy]').click();
      await visit.page.getByText('복사됨').first().waitFor();
      assert.equal(await visit.page.evaluate('navigator.clipboard.readText()'), shown);
    });

    for (const javaScript of [true, false]) {
      it(`finds what failed, sends it again and arms a trouble, ${javaScript ? 'with' : 'without'} JavaScript`, async () => {
        receiver.answer(answers.status(500), answers.status(200));
        await press(2);
        const visit = await browser.visit({ javaScript });
        await visit.page.goto(`${world.url}/_sim`);
        await visit.page.locator('a[href="/_sim/deliveries"]').click();
        await visit.page.getByRole('combobox').nth(2).selectOption('channel.blocked');
        await visit.see('delivery-filter').click();
        await visit.see('delivery-box').check();
        await visit.see('replay-chosen').click();
        await visit.see('confirm-do').click();
        await visit.see('done').waitFor();
        await world.house.webhooks.settled();
        assert.equal(receiver.received.length, 3);
        await visit.page.getByRole('link', { name: '엔드포인트' }).first().click();
        await visit.page.getByRole('link', { name: '카카오톡 채널 웹훅' }).first().click();
        await visit.page.locator('input[value="drop"]').check();
        await visit.see('trouble-arm').click();
        await visit.see('trouble-remove').waitFor();
        await visit.page.goto(`${world.url}/_sim/triggers`);
        await visit.see('trigger-send').click();
        await world.house.webhooks.settled();
        await visit.page.reload();
        assert.match(await visit.read('attempt-verdict'), /일부러 보내지 않았습니다/);
      });
    }
  });
});

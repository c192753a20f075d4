/** A message on its way in a real browser: written in the centre, read on the phone, its button pressed, its click counted. */
import assert from 'node:assert/strict';
import { CHANNEL, previewMessage, sendMessage } from './messaging.ts';
import { useTown } from './town.ts';
import { describeBrowser } from './visit.ts';
import { openTalk } from './ways.ts';

const SHOP = 'shop.example.com';
const LINK = `https://${SHOP}/spring?a=1&b=%20`;

describeBrowser('a message to friends', (browser) => {
  const town = useTown();

  for (const javaScript of [true, false]) {
    it(`is sent, read and pressed ${javaScript ? 'with' : 'without'} JavaScript`, async () => {
      const center = await browser.visit({ javaScript, playing: [SHOP] });
      await sendMessage(center, town, { link: LINK });
      assert.match(await center.read('message-facts'), /0명, 0번/);

      const phone = await browser.visit({ javaScript, width: 360, playing: [SHOP] });
      await openTalk(phone, town, 'returning');
      await phone.see('talk-tab-messages').click();
      await phone.page.getByRole('link', { name: '데모상점' }).click();
      const opened = phone.page.waitForEvent('popup');
      const asked = phone.asksFor(LINK);
      await phone.page.getByRole('button', { name: '보러 가기' }).click();
      await Promise.all([opened, asked]);

      await center.page.reload();
      assert.match(await center.read('message-facts'), /1명, 1번/);
    });
  }

  it('goes back from the preview with what was typed', async () => {
    const center = await browser.visit();
    await previewMessage(center, town, { text: '한 줄\n두 줄' });
    await center.see('confirm-back').click();
    assert.equal(await center.page.locator('[name="text"]').inputValue(), '한 줄\n두 줄');
  });

  it('a chat opens at its newest message, and the phone keeps its tabs in sight', async () => {
    const center = await browser.visit();
    for (let at = 1; at <= 6; at += 1) await sendMessage(center, town, { text: `${at}\n\n\n번째` });
    const phone = await browser.visit({ width: 360 });
    await openTalk(phone, town, 'returning');
    await phone.page.goto(`${town.url}/talk/channels/${CHANNEL}/messages`);
    const [first, last] = [phone.page.locator('.bubble').first(), phone.page.locator('.bubble').last()];
    const seen = async (each: typeof first): Promise<boolean> =>
      each.evaluate((element) => element.getBoundingClientRect().top >= 0 && element.getBoundingClientRect().bottom <= innerHeight);
    assert.deepEqual([await seen(first), await seen(last), await seen(phone.see('talk-tabs'))], [false, true, true]);
  });
});

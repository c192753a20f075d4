/** Forms of the consoles' kit without scripts, and the comfort that scripts add to them. */
import assert from 'node:assert/strict';
import { useGallery } from './kit/use-gallery.ts';
import { looksRight, PHONE } from './looks.ts';
import { describeBrowser } from './visit.ts';

describeBrowser('a form of the consoles', (browser) => {
  const open = useGallery();
  const file = (name: string, mimeType: string, size = 100) => ({ name, mimeType, buffer: Buffer.alloc(size) });

  it('offers without scripts nothing that needs them', async () => {
    const visit = await browser.visit({ javaScript: false, width: PHONE });
    await open(visit, 'form-wrong');
    for (const part of ['[data-count]', '.file-drop', '[data-progress]', '[data-file-error]'])
      assert.equal(await visit.page.locator(part).first().isVisible(), false, part);
    await looksRight(visit.page, 'kit-form-plain');
    await visit.see('submit').click();
    await visit.see('form-problems').waitFor();
  });

  it('leads from what is wrong to its field', async () => {
    const visit = await browser.visit();
    await open(visit, 'form-wrong');
    await visit.see('form-problems').getByRole('link', { name: '약관 조건' }).click();
    await visit.page.keyboard.press('Tab');
    assert.equal(await visit.page.locator(':focus').getAttribute('name'), 'required');
  });

  it('says on the next page what it has done', async () => {
    const visit = await browser.visit();
    await open(visit, 'done?done=saved');
    assert.equal(await visit.page.getByRole('status').innerText(), '저장했습니다.');
  });

  it('counts along to the limit and beyond', async () => {
    const visit = await browser.visit();
    await open(visit, 'form');
    const area = visit.page.locator('textarea');
    await area.fill('가'.repeat(400));
    const count = visit.page.locator('[data-count]');
    assert.deepEqual([await count.innerText(), await count.getAttribute('class')], ['400 / 400', 'field-count scripted']);
    await area.press('End');
    await area.press('a');
    assert.equal(await count.innerText(), '401 / 400');
    assert.match((await count.getAttribute('class'))!, /over/);
  });

  it('goes from one box of a number to the next, and takes a number that is pasted whole', async () => {
    const visit = await browser.visit();
    await open(visit, 'form');
    const boxes = visit.page.locator('[data-boxes] input');
    const values = () => boxes.evaluateAll((inputs) => inputs.map((input) => (input as unknown as { value: string }).value));
    await boxes.first().focus();
    await visit.page.keyboard.type('1208147521');
    assert.deepEqual(await values(), ['120', '81', '47521']);

    await visit.page.evaluate(() => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text', '214-88-12345');
      document.querySelector('[data-boxes] input')!.dispatchEvent(new ClipboardEvent('paste', { clipboardData, cancelable: true }));
    });
    assert.deepEqual(await values(), ['214', '88', '12345']);
  });

  it('says at once that a file would be refused, and takes one that is dropped', async () => {
    const visit = await browser.visit();
    await open(visit, 'form');
    const field = visit.see('field-registration');
    const input = field.locator('input[type=file]');
    const chosen = () => input.evaluate((each) => (each as unknown as { files: { name: string }[] }).files[0]?.name);

    await input.setInputFiles(file('a.pdf', 'application/pdf'));
    assert.match(await field.locator('[data-file-error]').innerText(), /첨부할 수 없는 형식입니다. jpg, png/);
    assert.equal(await chosen(), undefined);
    await input.setInputFiles(file('a.png', 'image/png', 10 * 1024 * 1024 + 1));
    assert.match(await field.locator('[data-file-error]').innerText(), /최대 10MB/);
    await input.setInputFiles(file('a.png', 'image/png'));
    assert.equal(await field.locator('[data-file-error]').isVisible(), false);

    await field.locator('[data-drop]').evaluate((zone) => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File(['x'], 'dropped.jpg', { type: 'image/jpeg' }));
      zone.dispatchEvent(new DragEvent('drop', { dataTransfer, cancelable: true, bubbles: true }));
    });
    assert.equal(await chosen(), 'dropped.jpg');
  });

  it('shows how much of a file is on its way, and is drawn again in its place when it was refused', async () => {
    const visit = await browser.visit();
    await open(visit, 'form-wrong');
    const released = Promise.withResolvers<void>();
    await visit.page.route('**/form-wrong', async (route) => {
      await released.promise;
      await route.continue();
    });
    await visit.page.locator('#f-registration').setInputFiles(file('a.png', 'image/png', 5_000_000));
    await visit.page.locator('#f-name').fill('고친 이름');
    await visit.see('submit').click();
    await visit
      .see('form-progress')
      .getByText(/보내는 중/)
      .waitFor();
    released.resolve();
    await visit.page.waitForFunction(() => document.querySelector<HTMLInputElement>('#f-name')?.value === '데일리룩');
    assert.equal(await visit.page.locator(':focus').getAttribute('data-testid'), 'form-problems');
    // What scripts add is there again.
    assert.match(await visit.page.locator('[data-count]').innerText(), /480/);
  });

  it('says so when it could not be sent', async () => {
    const visit = await browser.visit();
    await open(visit, 'form');
    // As the browser does when nothing answers; it would log that, too.
    await visit.page.evaluate(() => {
      XMLHttpRequest.prototype.send = function () {
        setTimeout(() => this.dispatchEvent(new ProgressEvent('loadend')));
      };
    });
    await visit.page.locator('#f-registration').setInputFiles(file('a.png', 'image/png'));
    await visit.see('submit').click();
    await visit
      .see('form-progress')
      .getByText(/보내지 못했습니다/)
      .waitFor();
  });
});

/** The same with Playwright, in a real browser: in your own project import from 'kakao-sync-simulator'. */
import { expect, test as base } from '@playwright/test';
import { createSimulator, type Simulator } from '../../../src/index.ts';
import { type Service, startService } from '../service.ts';

const test = base.extend<{ kakao: Simulator; service: Service }>({
  // oxlint-disable-next-line no-empty-pattern -- Playwright asks for it
  kakao: async ({}, use) => {
    const kakao = await createSimulator();
    await use(kakao);
    await kakao.close();
  },
  service: async ({ kakao }, use) => {
    const service = await startService();
    const app = await kakao.apps.create({ redirectUris: [service.callback] });
    service.configure({ kakao: kakao.url, ...app });
    await use(service);
    await service[Symbol.asyncDispose]();
  },
});

test('a person logs in, agrees and is greeted', async ({ page, service }) => {
  await page.goto(`${service.url}/login`);
  await page.getByTestId('persona-han').click();
  await page.getByTestId('consent-all').check();
  await page.getByTestId('consent-agree').click();
  await expect(page.getByRole('heading')).toHaveText('한가람님, 안녕하세요');
});

test('somebody who was here before sees no screen', async ({ page, kakao, service }) => {
  const app = (await kakao.apps.list()).find(({ redirectUris }) => redirectUris.includes(service.callback));
  await kakao.signUp({ app: app!, account: 'new' });
  await page.goto(`${service.url}/login`);
  await page.getByTestId('persona-new').click();
  await expect(page.getByRole('heading')).toHaveText('새봄님, 안녕하세요');
});

/** The same with vitest: in your own project import from 'kakao-sync-simulator'. */
import { expect, test as base } from 'vitest';
import { createSimulator, type Simulator } from '../../../src/index.ts';
import { type Service, startService } from '../service.ts';

const test = base.extend<{ kakao: Simulator; service: Service }>({
  // oxlint-disable-next-line no-empty-pattern -- vitest asks for it
  kakao: async ({}, use) => {
    await using kakao = await createSimulator();
    await use(kakao);
  },
  service: async ({ kakao }, use) => {
    await using service = await startService();
    const app = await kakao.apps.create({ redirectUris: [service.callback] });
    service.configure({ kakao: kakao.url, ...app });
    await use(service);
  },
});

test('greets who has agreed', async ({ kakao, service }) => {
  const { headers } = await fetch(`${service.url}/login`, { redirect: 'manual' });
  const back = await kakao.login(headers.get('location')!, { as: 'han' });
  expect(await (await fetch(back)).text()).toContain('한가람님, 안녕하세요');
});

test('is told of a channel that was added', async ({ kakao }) => {
  const app = await kakao.apps.create({ callbacks: { channel: 'http://127.0.0.1:9/hook' } });
  const channel = await kakao.channels.create({ app });
  await kakao.signUp({ app, account: 'han', agree: [channel.id] });
  expect(await kakao.deliveries.waitFor({ app, event: 'channel.added' })).toMatchObject({ channel: channel.id });
});

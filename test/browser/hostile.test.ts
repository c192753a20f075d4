/** Names and sentences that are written to do harm: they are shown, letter by letter, and nothing more. */
import assert from 'node:assert/strict';
import { appOf, useTown, type World } from './town.ts';
import { describeBrowser } from './visit.ts';
import { openConsent, openLogin, openTalk, openWelcome } from './ways.ts';

const DEMO = '1000001';
/** A tag, both quotes, an entity, the end of a script, and controls that turn the writing round. */
const evil = (what: string) => `${what}<img src=x onerror=alert(1)>"'&lt;</script>\u202Ecba\u2066`;

function withHarm(world: World): void {
  const app = appOf(world, DEMO);
  app.name = evil('app');
  app.company = evil('company');
  for (const item of app.items ?? []) item.purpose = evil('purpose');
  for (const term of app.applications?.terms?.terms ?? []) term.title = { ko: evil('term'), en: evil('term') };
  for (const channel of world.channels)
    if (channel.id === '_xqDemo') Object.assign(channel, { name: evil('channel'), searchId: `@${evil('search')}` });
  for (const account of world.accounts)
    if (account.key === 'han')
      Object.assign(account, { nickname: evil('nickname'), image: null, says: { ko: evil('says'), en: evil('says') } });
}

describeBrowser('hostile text', (browser) => {
  const town = useTown(withHarm);

  const pages: [page: string, shows: string[], open: (...visit: Parameters<typeof openLogin>) => Promise<unknown>][] = [
    ['the login', ['app', 'company', 'nickname', 'says', 'channel'], openLogin],
    [
      'the login, typed',
      ['typed'],
      async (visit, town) => {
        await openLogin(visit, town, { params: { login_hint: evil('typed') } });
      },
    ],
    [
      'the consent screen',
      ['app', 'company', 'nickname', 'term', 'channel', 'purpose'],
      async (visit, town) => {
        await openConsent(visit, town);
        await visit.see('consent-required-view').click();
      },
    ],
    ['an error page', ['address'], (visit, town) => openLogin(visit, town, { app: DEMO, params: { redirect_uri: evil('address') } })],
    ['the partner', ['nickname'], openWelcome],
    ['the first page', ['app', 'company', 'nickname', 'says'], (visit, town) => visit.page.goto(town.url)],
    [
      'the console',
      ['app', 'company', 'term', 'channel', 'search', 'purpose'],
      (visit, town) => visit.page.goto(`${town.url}/developers/apps/${DEMO}`),
    ],
    ['KakaoTalk', ['nickname', 'channel', 'search'], (visit, town) => openTalk(visit, town, 'han')],
    [
      'a consent record',
      ['app', 'nickname', 'term', 'purpose'],
      async (visit, town) => {
        await openWelcome(visit, town);
        await visit.page.goto(`${town.url}/_sim/records/${DEMO}/01-han`);
      },
    ],
    [
      'the list of records',
      ['app', 'nickname'],
      async (visit, town) => {
        await openWelcome(visit, town);
        await visit.page.goto(`${town.url}/_sim/records?app=${DEMO}`);
      },
    ],
    [
      'an inspected screen',
      ['app', 'nickname', 'term', 'channel'],
      async (visit, town) => {
        await openConsent(visit, town);
        await visit.see('inspect-switch').click();
        await visit.see('inspection').waitFor();
      },
    ],
    [
      'a delivery',
      ['nickname', 'channel', 'app'],
      async (visit, town) => {
        await openTalk(visit, town, 'han', 'talk-block-_xqDemo');
        await visit.page.goto(`${town.url}/_sim/deliveries`);
        await visit.see('delivery-row').getByRole('link').click();
        await visit.see('delivery-curl').waitFor();
      },
    ],
  ];
  for (const [page, shows, open] of pages) {
    it(`14 · is shown as text by ${page}`, async () => {
      const visit = await browser.visit();
      await open(visit, town);
      const said = await visit.page
        .locator('main')
        .evaluate(
          (main) => `${(main as HTMLElement).innerText} ${[...main.querySelectorAll('input')].map(({ value }) => value).join(' ')}`,
        );
      for (const what of shows) assert.ok(said.includes(evil(what)), `${what} in: ${said}`);
      assert.equal(await visit.page.locator('img[src=x]').count(), 0);
    });
  }
});

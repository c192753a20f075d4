/** What somebody configured is text on these pages, never markup. */
import assert from 'node:assert/strict';
import { APPS, describeHouse, type World } from '../../helpers/house.ts';
import { openApp, openApps } from './reading.ts';
import { PARTNER } from './working.ts';

const HOSTILE = `"'><script>alert(1)</script><img src=x onerror=alert(1)> <%= 7*7 %> &lt; \u202e`;

/** Sections that show a text of somebody's. */
const POISONED =
  'keys client-secret redirect-uris logout-redirect-uris simple-signup user-properties channel callbacks members platforms allowed-ips admin-keys';

/** Every text that a seed or a console can set. */
async function poison({ app, change, changeKey }: World): Promise<void> {
  const { items } = await app(APPS.demo);
  await changeKey(APPS.demo, {
    secret: { value: HOSTILE, on: true },
    redirectUris: [HOSTILE],
    logoutRedirectUris: [HOSTILE],
  });
  const { keys } = await app(APPS.demo);
  await change('apps', APPS.demo, {
    keys: keys.map((key) => ({ ...key, domains: [HOSTILE], androidKeyHashes: [HOSTILE], iosBundleIds: [HOSTILE] })),
    name: HOSTILE,
    company: HOSTILE,
    items: items.map((item) => ({ ...item, purpose: HOSTILE })),
    userProperties: [HOSTILE],
    allowedIps: [HOSTILE],
    adminKeys: [HOSTILE],
    adminKeyApis: { [HOSTILE]: [HOSTILE] },
  });
  await change('channels', '_xqDemo', { name: HOSTILE, searchId: `@${HOSTILE}` });
  await change('accounts', '93-partner', { nickname: HOSTILE });
  await change('terms', `${APPS.demo}:service_20260105`, { title: { ko: HOSTILE, en: HOSTILE }, tag: HOSTILE });
  await change('endpoints', `${APPS.demo}:channel`, { url: HOSTILE });
}

describeHouse('카카오 디벨로퍼스 · hostile text', (world) => {
  const isHarmless = (html: string) => {
    assert.doesNotMatch(html, /<script(?! type="module" src="\/assets\/~[\w-]+\/js\/main\.js">)|<img src=x|onerror=alert\(1\)>/);
    assert.doesNotMatch(html, /href="(?!\/|https?:|#)/);
  };
  const escaped = HOSTILE.replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&#34;')
    .replaceAll("'", '&#39;');

  it('14 · stays text on the list', async () => {
    await poison(world);
    const { html } = await openApps(world, 'ko', PARTNER);
    isHarmless(html);
    assert.equal(html.split(escaped).length - 1, 3); // name, company, and who is signed in
  });

  it('14 · stays text in every section', async () => {
    await poison(world);
    const { html, section } = await openApp(world, APPS.demo, 'ko', PARTNER);
    isHarmless(html);
    for (const id of POISONED.split(' ')) assert.ok(section(id).includes('<script>alert(1)</script>'), id);
    assert.ok(html.split(escaped).length > 20);
    const read = await openApp(world, APPS.demo);
    isHarmless(read.html);
    assert.ok(read.section('items').includes('<script>alert(1)</script>'));
  });

  it('14 · stays text on the page of the app that it tests', async () => {
    await poison(world);
    await world.change('apps', APPS.current, { testOf: APPS.demo });
    const { html, section } = await openApp(world, APPS.current, 'ko', PARTNER);
    isHarmless(html);
    assert.ok(section('kind').includes('<script>alert(1)</script>'));
  });
});

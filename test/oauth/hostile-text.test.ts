/** What somebody typed, configured or sent is text on every page of the login, never markup; and no page lets itself be framed (security O21, O30). */
import assert from 'node:assert/strict';
import { APPS, CALLBACK, describeHouse, type World } from '../helpers/house.ts';
import { agreement } from '../helpers/login.ts';
import type { Page } from '../helpers/visitor.ts';
import { begin, loggedIn, textOf } from './helpers.ts';
import { setLayout } from './layouts.ts';

const HOSTILE = `"'><script>alert(1)</script><img src=x onerror=alert(1)> {{7*7}} <%= 7*7 %> \${7*7} &lt; \u202e`;

/** Each page of the login in a world where every text is hostile, and how often the text is to be read there. */
const pages: { page: string; open: (world: World) => Promise<Page>; times: number }[] = [
  { page: 'login', open: (world) => begin(world, APPS.demo, { login_hint: HOSTILE, state: HOSTILE }), times: 4 },
  { page: 'login refused', open: (world) => refused(world), times: 4 },
  { page: 'chooser', open: (world) => chooser(world), times: 4 },
  { page: 'sign-up', open: (world) => begin(world, APPS.demo, { prompt: 'create' }), times: 3 },
  { page: 'sign-up refused', open: (world) => signupRefused(world), times: 5 },
  { page: 'consent', open: (world) => loggedIn(world, APPS.demo, 'han', { state: HOSTILE }), times: 10 },
  { page: 'consent, newer layout', open: (world) => newer(world), times: 9 },
  { page: 'consent with rows missing', open: (world) => incomplete(world), times: 12 },
  { page: 'consent forged', open: (world) => forged(world), times: 1 },
  { page: 'under 14', open: (world) => loggedIn(world, APPS.demo, 'under-14'), times: 1 },
  { page: 'unknown key', open: (world) => begin(world, APPS.demo, { client_id: HOSTILE }), times: 1 },
  { page: 'unknown URI', open: (world) => begin(world, APPS.demo, { redirect_uri: HOSTILE }), times: 1 },
  { page: 'unknown response type', open: (world) => begin(world, APPS.demo, { response_type: HOSTILE }), times: 1 },
  { page: 'unknown scope', open: (world) => begin(world, APPS.demo, { scope: HOSTILE.replaceAll(' ', '_') }), times: 0 },
  { page: 'login OFF', open: (world) => loginOff(world), times: 1 },
  { page: 'expired', open: (world) => world.visitor().open(`/oauth/consent/${encodeURIComponent(HOSTILE)}`), times: 0 },
];

describeHouse('oauth · O30 · hostile text', (world) => {
  for (const { page, open, times } of pages) {
    it(`14 · stays text on the page: ${page}`, async () => {
      await poison(world);
      const { html } = await open(world);
      assert.doesNotMatch(html, /<script(?! type="module" src="\/assets\/~[\w-]+\/js\/main\.js">)/);
      assert.doesNotMatch(html, /<img src=x|onerror=alert\(1\)>|href="(?!\/|https?:|#)/);
      const said = textOf(html.replaceAll(/\s(?:value|aria-label)="([^"]*)"/g, '> $1 <')).split(textOf(escaped(HOSTILE))).length - 1;
      assert.ok(said >= times, `read ${said} times`);
    });
  }
});

describeHouse('oauth · O21 · the pages of the login', (world) => {
  for (const { page, open } of pages) {
    it(`14 · ${page}: no frame, no cache, no sniffing, no script but ours`, async () => {
      const { headers } = await open(world);
      const policy = headers['content-security-policy']!;
      assert.match(policy, /default-src 'none'; script-src 'self'; style-src 'self';.* frame-ancestors 'none'/);
      assert.doesNotMatch(policy, /unsafe|form-action|\*/);
      const { 'x-frame-options': frames, 'x-content-type-options': sniff, 'cache-control': cache, 'referrer-policy': referrer } = headers;
      assert.deepEqual([frames, sniff, cache, referrer], ['DENY', 'nosniff', 'no-store', 'same-origin']);
      assert.equal(headers['access-control-allow-origin'], undefined);
    });
  }
});

async function poison(world: World): Promise<void> {
  const { items } = await world.app(APPS.demo);
  await world.change('apps', APPS.demo, { name: HOSTILE, company: HOSTILE, items: items.map((item) => ({ ...item, purpose: HOSTILE })) });
  await world.change('channels', '_xqDemo', { name: HOSTILE });
  for (const id of ['01-han', '07-under-14']) await world.change('accounts', id, { nickname: HOSTILE, says: { ko: HOSTILE, en: HOSTILE } });
  for (const { id } of await world.house.terms.approved(APPS.demo))
    await world.change('terms', id, { title: { ko: HOSTILE, en: HOSTILE } });
}

async function newer(world: World): Promise<Page> {
  await setLayout(world, APPS.demo, 'newer');
  return loggedIn(world, APPS.demo, 'han', { state: HOSTILE });
}

async function refused(world: World): Promise<Page> {
  const visitor = world.visitor();
  return visitor.submit(await begin(world, APPS.demo, {}, visitor), { loginId: HOSTILE, password: HOSTILE });
}

async function chooser(world: World): Promise<Page> {
  const visitor = world.visitor();
  await loggedIn(world, APPS.demo, 'han', {}, visitor);
  return begin(world, APPS.demo, { prompt: 'select_account' }, visitor);
}

async function signupRefused(world: World): Promise<Page> {
  const visitor = world.visitor();
  const fields = { email: HOSTILE, password: HOSTILE, nickname: HOSTILE.repeat(3), birthdate: HOSTILE };
  return visitor.submit(await begin(world, APPS.demo, { prompt: 'create' }, visitor), fields);
}

async function incomplete(world: World): Promise<Page> {
  const visitor = world.visitor();
  return visitor.submit(await loggedIn(world, APPS.demo, 'han', {}, visitor), { decision: 'agree' });
}

async function forged(world: World): Promise<Page> {
  const visitor = world.visitor();
  const consent = await loggedIn(world, APPS.demo, 'han', {}, visitor);
  return visitor.submit(consent, [...agreement(consent, 'all'), ['item', HOSTILE]]);
}

async function loginOff(world: World): Promise<Page> {
  await world.change('apps', APPS.demo, { loginOn: false });
  return begin(world, APPS.demo, { redirect_uri: CALLBACK });
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&#34;').replaceAll("'", '&#39;');
}

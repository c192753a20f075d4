/**
 * Requirement 14: user text never becomes code. Sixty payloads stand in every field that somebody can fill, and a browser opens every page that
 * a link leads to: nothing runs, nothing breaks the policy, no address leads into a script, and no page lets another site frame it. Source: security 6.2, 6.3.
 */
import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { APPS, CALLBACK, describeHouse, type World } from '../helpers/house.ts';
import { furnish, PAGES } from '../malformed/furnished.ts';
import { personAt, routes, street } from '../malformed/street.ts';
import { ALL_TEXTS, poison } from './poison.ts';
import { describeBrowser } from './visit.ts';

/** Pages that are made to be framed, and by our own alone. */
const FRAMED = /^\/_sim\/gallery\/\d/;

/** What a browser makes of a picture is its own page, and these are looked at in test/documents. */
const FILES = /\/:document$|\/icons\/:id$/;

/** Before any script of a page: what runs says so, and what the policy stops says so, too. */
const trap = () => {
  for (const name of ['alert', 'confirm', 'prompt', 'print'] as const) window[name] = () => console.error(`${name}() was called`) as never;
  document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
    console.error(`policy broken: ${violatedDirective} ${blockedURI}`),
  );
};

/** What stands in the page and should not, however quiet it is. */
const foreignIn = () => {
  const found = [...document.querySelectorAll('script')].filter(({ src }) => !src.endsWith('/js/main.js')).map(() => 'a script');
  for (const element of document.querySelectorAll('*')) {
    for (const { name, value } of element.attributes) {
      if (name.startsWith('on') || name === 'style' || name === 'srcdoc') found.push(`${element.tagName} ${name}`);
      if (
        ['href', 'src', 'action', 'formaction', 'data'].includes(name) &&
        !/^(?:https?:|about:blank$|data:image\/)/.test(new URL(value, location.href).href)
      )
        found.push(`${element.tagName} ${name}=${value.slice(0, 60)}`);
    }
    if (element.matches('base[href]') || ['OBJECT', 'EMBED', 'MATH'].includes(element.tagName)) found.push(element.tagName);
  }
  return found;
};

describeBrowser('payloads', (browser) => {
  describeHouse('in every field', (world) => {
    it('14 · user text never becomes code: sixty payloads in every field, every page in a browser', async () => {
      await furnish(world);
      const person = await personAt(world);
      const { paths } = await street(person, PAGES);
      await poison(world);
      const visit = await browser.visit();
      await visit.page.context().addInitScript(trap);
      await carry(visit.page, person.cookie());
      const pages = [...paths].filter(([{ method, path }]) => method === 'GET' && !FILES.test(path)).map(([, path]) => path);
      assert.ok(pages.length > routes.length / 3);
      let said = 0;
      const found: Record<string, string[]> = {};
      for (const path of [...pages, ...(await loginPages(world))]) said += (await look(visit.page, world.url + path, found)) ? 1 : 0;
      // Streams of the last page end before the simulator does.
      await visit.page.goto('about:blank');
      assert.deepEqual(found, {});
      assert.ok(said > pages.length / 3, `${said} of ${pages.length} pages show a payload`);
    }).timeout(600_000);
  });
});

/** Opens a page, and looks at it. Resolves with whether it shows a payload. */
async function look(page: Page, url: string, found: Record<string, string[]>): Promise<boolean> {
  const answer = await page.goto(url).catch((error: Error) => {
    // A file to be saved is no page.
    if (!/Download is starting|ERR_ABORTED/.test(error.message)) throw error;
    return null;
  });
  if (!answer || !(answer.headers()['content-type'] ?? '').startsWith('text/html')) return false;
  const { pathname } = new URL(answer.url());
  assert.notEqual(answer.status(), 500, pathname);
  const { 'content-security-policy': policy = '', 'x-frame-options': frames } = answer.headers();
  const [who, options] = FRAMED.test(pathname) ? ["'self'", 'SAMEORIGIN'] : ["'none'", 'DENY'];
  assert.ok(policy.includes(`frame-ancestors ${who}`) && frames === options, `${pathname} may be framed: ${policy}, ${frames}`);
  const foreign = await page.evaluate(foreignIn);
  if (foreign.length > 0) found[pathname] = foreign;
  return (await page.content()).includes('alert(1)');
}

async function carry(page: Page, cookie: string): Promise<void> {
  const pairs = cookie.split('; ').map((pair) => pair.split('='));
  await page.context().addCookies(pairs.map(([name = '', value = '']) => ({ name, value, domain: 'localhost', path: '/' })));
}

/** The login of the demo shop with payloads as parameters, and its refusals. */
async function loginPages(world: World): Promise<string[]> {
  const client_id = (await world.key(APPS.demo)).key;
  const ask = (params: Record<string, string>) =>
    `/oauth/authorize?${new URLSearchParams({ response_type: 'code', client_id, redirect_uri: CALLBACK, ...params })}`;
  return [
    ask({ state: ALL_TEXTS, login_hint: ALL_TEXTS, prompt: 'login' }),
    ask({ prompt: 'create', state: ALL_TEXTS }),
    ask({ prompt: 'select_account' }),
    ask({ client_id: ALL_TEXTS }),
    ask({ redirect_uri: ALL_TEXTS }),
    ask({ response_type: ALL_TEXTS }),
    ask({ scope: ALL_TEXTS }),
    `/oauth/consent/${encodeURIComponent(ALL_TEXTS)}`,
    `/oauth/logout?${new URLSearchParams({ client_id, logout_redirect_uri: ALL_TEXTS })}`,
    `/account/login?continue=${encodeURIComponent('javascript:alert(1)')}`,
    `/oauth/preview/${APPS.rejected}`,
    '/_sim/why',
    '/_sim/journeys',
  ];
}

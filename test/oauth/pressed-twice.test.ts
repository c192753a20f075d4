/** A form sent twice, as by a double click: the browser drops the first answer, and is led on by the second (security O26). */
import assert from 'node:assert/strict';
import supertest from 'supertest';
import { SECOND } from '../../src/clock.ts';
import { ALL } from '../../src/store/index.ts';
import { FORM_COOKIE, withToken } from '../helpers/form-token.ts';
import { APPS, CALLBACK, describeHouse, type World } from '../helpers/house.ts';
import { agreement, redeem } from '../helpers/login.ts';
import { NOTHING, written } from '../helpers/written.ts';
import { actionIn, atConsent, authorizePath, type Browser, browserOf, follow, headingOf, ko, post } from './helpers.ts';

type Fields = Record<string, string> | [string, string][];
const AGREED = ['channel.added', 'sync.signed_up'];
const NEW = { email: 'newcomer@example.com', password: 'a long password', nickname: '새손님', birthdate: '2000-01-01' };
/** Of an item besides, so that only who is new gets an ID token. */
const OPENID = { app: APPS.openidConnect, params: { scope: 'account_email' } };

describeHouse('oauth · pressed twice', (world) => {
  it('the login page leads on all the same', async () => {
    const { browser, path } = await atLogin(world);
    const fields = { loginId: 'han', password: 'demo1234' };
    await dropped(world, browser, path, fields);
    const second = await post(world, browser, path, fields);
    assert.equal(second.status, 303);
    const consent = await follow(world, browser, second.headers['location']!);
    const end = await post(world, browser, actionIn(consent), agreement({ html: consent.text } as never, 'all'));
    assert.ok((await redeem(world, APPS.openidConnect, codeIn(end))).access_token);
  });

  it('동의하고 계속하기 brings the one code that there is, once', async () => {
    const { browser, path, fields } = await atConsent(world, OPENID);
    const first = await dropped(world, browser, path, fields);
    const second = await post(world, browser, path, fields);
    assert.deepEqual([second.status, codeIn(second)], [302, codeIn(first)]);
    // A new person gets one whatever the scope asks for, where a second agreement would get none.
    assert.ok((await redeem(world, APPS.openidConnect, codeIn(second))).id_token);
    await assert.rejects(redeem(world, APPS.openidConnect, codeIn(second)), /"error_code":"KOE320"/);
  });

  it('at once, twenty times over, leads to one code and one link', async () => {
    const { browser, path, fields } = await atConsent(world);
    const answers = await Promise.all(Array.from({ length: 20 }, () => dropped(world, browser, path, fields)));
    assert.equal(new Set(answers.map(codeIn)).size, 1);
    assert.deepEqual((await written(world, APPS.demo, '01-han')).callbacks, AGREED);
  });

  it('at once, with a query that pretends to be another request, leads nowhere else', async () => {
    const { browser, path, fields } = await atConsent(world);
    const pretended = (await authorizePath(world, APPS.demo, { state: 'pretended' })).replace('/oauth/authorize', path);
    const answers = await Promise.all(Array.from({ length: 20 }, () => dropped(world, browser, pretended, fields)));
    assert.equal(new Set(answers.map(codeIn)).size, 1);
    for (const { headers } of answers) assert.doesNotMatch(headers['location']!, /pretended/);
  });

  it('취소 cancels once', async () => {
    const { browser, path } = await atConsent(world, OPENID);
    const cancel = { decision: 'cancel' };
    await dropped(world, browser, path, cancel);
    const second = await post(world, browser, path, cancel);
    assert.ok(second.headers['location']!.startsWith(`${CALLBACK}?error=access_denied`));
    assert.deepEqual(await written(world, APPS.openidConnect, '01-han'), NOTHING);
  });

  it('회원가입 makes one account, and leads on', async () => {
    const { browser, path } = await atLogin(world, { prompt: 'create' });
    await dropped(world, browser, path, NEW);
    const second = await post(world, browser, path, NEW);
    assert.deepEqual([second.status, second.headers['location']!.split('/')[2]], [303, 'consent']);
    const made = (await world.house.store.find('accounts', 'all', ALL)).filter(({ nickname }) => nickname === NEW.nickname);
    assert.equal(made.length, 1);
  });
});

describeHouse('oauth · pressed again', (world) => {
  it('O26 · with other ticks, by the back button, is over', async () => {
    const { browser, path, fields } = await atConsent(world, OPENID);
    await post(world, browser, path, fields);
    assertOver(await post(world, browser, path, fields.slice(0, -1)));
  });

  it('with another password is over, and opens nothing', async () => {
    const { browser, path } = await atLogin(world);
    await dropped(world, browser, path, { loginId: 'han', password: 'demo1234' });
    const second = await post(world, browser, path, { loginId: 'han', password: 'guessed' });
    assertOver(second);
    assert.equal(second.headers['set-cookie'], undefined);
  });

  it('O26 · by another browser is over', async () => {
    const { browser, path, fields } = await atConsent(world, OPENID);
    await post(world, browser, path, fields);
    assertOver(await post(world, browserOf(world), path, fields));
  });

  it('after three seconds on the house clock is over, and not before', async () => {
    const { browser, path, fields } = await atConsent(world, OPENID);
    await post(world, browser, path, fields);
    world.clock.advance(2 * SECOND);
    assert.equal((await post(world, browser, path, fields)).status, 302);
    world.clock.advance(SECOND);
    assertOver(await post(world, browser, path, fields));
  });
});

/** A browser at the login page, and where its form goes. */
async function atLogin(world: World, params = {}): Promise<{ browser: Browser; path: string }> {
  const browser = browserOf(world);
  return { browser, path: actionIn(await follow(world, browser, await authorizePath(world, APPS.openidConnect, params))) };
}

/** Sends the form and forgets the answer, cookies and all, as a browser does in which the button is pressed again. */
function dropped(world: World, browser: Browser, path: string, fields: Fields) {
  browser.jar.setCookie(FORM_COOKIE, 'localhost');
  const access = { domain: 'localhost', path, secure: false, script: false };
  return supertest(world.url)
    .post(withToken(world, path))
    .set({ Origin: world.url, Cookie: browser.jar.getCookies(access).toValueString() })
    .type('form')
    .send(new URLSearchParams(fields).toString());
}

function codeIn({ headers }: supertest.Response): string {
  return new URL(headers['location']!).searchParams.get('code')!;
}

function assertOver({ status, text, headers }: supertest.Response): void {
  assert.deepEqual([status, headingOf({ html: text }), headers['location']], [400, ko('notice.expired'), undefined]);
}

/** The login page: credentials, one click on a persona, a hint; and what it says when nobody was signed in. */
import assert from 'node:assert/strict';
import { APPS, describeHouse } from '../helpers/house.ts';
import { actionIn, authorizePath, begin, browserOf, en, follow, ko, loggedIn, placeOf, post, shown, textOf, valueOf } from './helpers.ts';

const PASSWORD = 'demo1234';

const opens = [
  { by: 'e-mail', loginId: 'han@example.com', account: 'han@example.com' },
  { by: 'e-mail in capitals, with blanks around it', loginId: ' HAN@Example.com ', account: 'han@example.com' },
  { by: 'phone', loginId: '+82 10-0000-0004', account: '+82 10-0000-0004' },
  { by: 'the phone of one who has e-mail too', loginId: '+82 10-0000-0001', account: 'han@example.com' },
  { by: 'persona key', loginId: 'han', account: 'han@example.com' },
];

const refused = [
  { what: 'a wrong password', sent: { loginId: 'han@example.com', password: 'demo12345' }, says: 'login.wrong' },
  { what: 'an unknown id', sent: { loginId: 'nobody@example.com', password: PASSWORD }, says: 'login.wrong' },
  { what: 'the password of another case', sent: { loginId: 'han@example.com', password: 'DEMO1234' }, says: 'login.wrong' },
  { what: 'no password', sent: { loginId: 'han@example.com', password: '' }, says: 'login.passwordMissing' },
  { what: 'no id', sent: { loginId: ' ', password: PASSWORD }, says: 'login.idMissing' },
  { what: 'an empty form', sent: {}, says: 'login.idMissing' },
  { what: 'an unknown persona', sent: { persona: 'nobody' }, says: 'login.unknownPerson' },
  { what: 'a persona named __proto__', sent: { persona: '__proto__' }, says: 'login.unknownPerson' },
  {
    what: 'an account that the page did not offer',
    sent: { account: '01-han' },
    says: 'login.unknownPerson',
  },
] as const;

describeHouse('oauth · the login page', (world) => {
  for (const { by, loginId, account } of opens) {
    it(`signs in by ${by} and password`, async () => {
      const visitor = world.visitor();
      const page = await visitor.submit(await begin(world, APPS.demo, {}, visitor), { decision: 'password', loginId, password: PASSWORD });
      assert.deepEqual([placeOf(page), shown(page, 'consent-login')], ['consent', account]);
    });
  }

  it('offers every persona by one click, with what each is good for', async () => {
    const page = await begin(world, APPS.demo);
    const personas = await world.house.accounts.personas();
    assert.equal(personas.length, 18);
    for (const { key, says } of personas) assert.ok(shown(page, `persona-${key}`)!.includes(textOf(says!.ko)), String(key));
    assert.equal(shown(await loggedIn(world, APPS.demo, 'new'), 'consent-login'), 'new@example.com');
  });

  for (const { what, sent, says } of refused) {
    it(`answers 401 to ${what}: ${says}`, async () => {
      const visitor = world.visitor();
      const page = await visitor.submit(await begin(world, APPS.demo, {}, visitor), { decision: 'password', ...sent });
      assert.deepEqual([page.status, placeOf(page), shown(page, 'login-error')], [401, 'login', ko(says)]);
      assert.equal(placeOf(await begin(world, APPS.demo, {}, visitor)), 'login');
    });
  }

  it('keeps the typed id and the tick after a wrong password, and never the password', async () => {
    const visitor = world.visitor();
    const sent = { loginId: 'han@example.com', password: 'not-this-one', saveSignedIn: 'on' };
    const page = await visitor.submit(await begin(world, APPS.demo, {}, visitor), sent);
    assert.equal(valueOf(page, 'loginId'), 'han@example.com');
    assert.equal(valueOf(page, 'password'), undefined);
    assert.match(page.html, /name="saveSignedIn"[^>]*\schecked/);
    assert.ok(!page.html.includes('not-this-one'));
    assert.equal(placeOf(await visitor.submit(page, { ...sent, password: PASSWORD })), 'consent');
  });

  it('names the app, its company and the channel of the consent screen', async () => {
    const page = await begin(world, APPS.current);
    assert.deepEqual([shown(page, 'app-name'), shown(page, 'app-company')], ['온담상점', '주식회사 온담']);
    assert.match(shown(page, 'login-channel')!, /온담상점/);
    await world.change('apps', APPS.current, { channelOnConsent: null });
    assert.equal(shown(await begin(world, APPS.current), 'login-channel'), undefined);
  });

  it('is in English with ?lang=en', async () => {
    const visitor = world.visitor();
    const page = await begin(world, APPS.demo, { lang: 'en' }, visitor);
    assert.equal(shown(page, 'login-submit'), en('login.submit'));
    const again = await visitor.submit(page, { loginId: 'han', password: 'no' });
    assert.equal(shown(again, 'login-error'), en('login.wrong'));
  });
});

describeHouse('oauth · a login or a sign-up posted from elsewhere', (world) => {
  const fields = { email: 'spring@example.com', password: PASSWORD, nickname: '봄', persona: 'returning' };

  for (const headers of [
    { Origin: 'http://localhost:3000' },
    { Origin: 'null' },
    { 'Sec-Fetch-Site': 'same-site' },
    { 'Sec-Fetch-Site': 'cross-site' },
  ]) {
    it(`${JSON.stringify(headers)}: 403, nobody is signed in or made`, async () => {
      for (const prompt of ['login', 'create']) {
        const browser = browserOf(world);
        const page = await follow(world, browser, await authorizePath(world, APPS.demo, { prompt }));
        assert.equal((await post(world, browser, actionIn(page), fields, headers)).status, 403);
        assert.match((await browser.get(await authorizePath(world, APPS.demo, { prompt: 'none' }))).headers['location']!, /login_required/);
      }
      assert.equal(await world.house.accounts.byLogin(fields.email), undefined);
    });
  }
});

describeHouse('oauth · login_hint', (world) => {
  for (const { loginId } of opens.filter(({ by }) => !by.includes('blanks'))) {
    it(`${loginId} fills the id in and puts the person first`, async () => {
      const page = await begin(world, APPS.demo, { login_hint: loginId });
      assert.equal(valueOf(page, 'loginId'), loginId);
      const account = (await world.house.accounts.byLogin(loginId))!;
      assert.equal(/data-testid="persona-([\w-]+)"/.exec(page.html)![1], account.key);
      assert.match(shown(page, `persona-${account.key}`)!, new RegExp(ko('login.hinted')));
    });
  }

  it('of nobody is filled in all the same, and marks no person', async () => {
    const page = await begin(world, APPS.demo, { login_hint: 'new@elsewhere.example' });
    assert.equal(valueOf(page, 'loginId'), 'new@elsewhere.example');
    assert.ok(!page.html.includes(ko('login.hinted')));
  });

  it('brings no page to a person who is signed in', async () => {
    const visitor = world.visitor();
    await loggedIn(world, APPS.demo, 'returning', {}, visitor);
    assert.equal(placeOf(await begin(world, APPS.demo, { login_hint: 'han@example.com' }, visitor)), 'partner');
  });

  it('gives way to what was typed', async () => {
    const visitor = world.visitor();
    const page = await begin(world, APPS.demo, { login_hint: 'han@example.com' }, visitor);
    assert.equal(valueOf(await visitor.submit(page, { loginId: 'new@example.com', password: 'x' }), 'loginId'), 'new@example.com');
  });
});

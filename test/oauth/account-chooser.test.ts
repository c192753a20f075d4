/** `prompt=select_account`: the chooser with the accounts of this browser, and changing accounts without JavaScript. */
import assert from 'node:assert/strict';
import { DAY } from '../../src/clock.ts';
import { APPS, describeHouse, type World } from '../helpers/house.ts';
import { agreement } from '../helpers/login.ts';
import type { Page, Visitor } from '../helpers/visitor.ts';
import { actionIn, authorizePath, begin, browserOf, follow, post, shown } from './helpers.ts';

describeHouse('oauth · the account chooser', (world) => {
  it('offers who is signed in, whether or not the account was saved', async () => {
    const visitor = world.visitor();
    await signIn(world, visitor, 'returning', false);
    assert.deepEqual(offered(await choose(world, visitor)), ['03-returning']);
  });

  it('offers the saved accounts after who is signed in, newest first, each once, with 다른 계정으로 로그인 below', async () => {
    const visitor = world.visitor();
    for (const persona of ['returning', 'declined-optional', 'returning']) await signIn(world, visitor, persona, true);
    await signIn(world, visitor, 'big-number', false);
    const page = await choose(world, visitor);
    assert.deepEqual(offered(page), ['13-big-number', '03-returning', '18-declined-optional']);
    assert.match(shown(page, 'account-03-returning')!, /다시온 returning@example\.com/);
    assert.match(shown(page, 'login-other')!, /다른 계정으로 로그인/);
  });

  it('remembers five accounts at most, for a month, also after the session ended', async () => {
    const visitor = world.visitor();
    for (const persona of ['han', 'new', 'returning', 'no-email', 'blocked', 'big-number']) await signIn(world, visitor, persona, true);
    world.clock.advance(31 * DAY);
    const saved = ['13-big-number', '14-blocked', '04-no-email', '03-returning', '02-new'];
    assert.deepEqual(offered(await choose(world, visitor)), saved);
  });

  it('goes on with the account that is signed in', async () => {
    const visitor = world.visitor();
    await signIn(world, visitor, 'returning', false);
    assert.ok((await visitor.submit(await choose(world, visitor), { account: '03-returning' })).query.code);
  });

  it('changes to a saved account by one click, to the consent screen and to the partner', async () => {
    const visitor = world.visitor();
    await signIn(world, visitor, 'han', true);
    await signIn(world, visitor, 'returning', false);
    const consent = await visitor.submit(await choose(world, visitor), { account: '01-han' });
    assert.equal(shown(consent, 'consent-login'), 'han@example.com');
    assert.ok((await visitor.submit(consent, agreement(consent, 'all'))).query.code);
    assert.equal((await world.house.consent.link(APPS.demo, '01-han'))?.state, 'linked');
  });

  it('changes to another account by password', async () => {
    const visitor = world.visitor();
    await signIn(world, visitor, 'returning', false);
    const page = await visitor.submit(await choose(world, visitor), { loginId: 'han@example.com', password: 'demo1234' });
    assert.equal(shown(page, 'consent-login'), 'han@example.com');
  });

  it('does not open an account that this browser does not know, and says so with the chooser kept', async () => {
    const visitor = world.visitor();
    await signIn(world, visitor, 'returning', false);
    const page = await visitor.submit(await choose(world, visitor), { account: '01-han' });
    assert.equal(page.status, 401);
    assert.deepEqual(offered(page), ['03-returning']);
  });

  it('believes no list of accounts that was not signed here', async () => {
    const browser = browserOf(world);
    for (const made of ['kakao_sync_saved=01-han', 'kakao_sync_saved.sig=Lh71sefOWR1qMkDdPhNaUh_c4So'])
      browser.jar.setCookie(made, 'localhost', '/oauth');
    const page = await follow(world, browser, await authorizePath(world, APPS.demo, { prompt: 'select_account' }));
    assert.deepEqual(offered({ html: page.text }), []);
    assert.equal((await post(world, browser, actionIn(page), { account: '01-han' })).status, 401);
  });

  it('leaves out an account that is no more', async () => {
    const visitor = world.visitor();
    await signIn(world, visitor, 'han', true);
    await signIn(world, visitor, 'returning', true);
    await world.house.store.write(async (tx) => tx.remove('accounts', '01-han'));
    assert.deepEqual(offered(await choose(world, visitor)), ['03-returning']);
  });
});

function choose(world: World, visitor: Visitor): Promise<Page> {
  return begin(world, APPS.demo, { prompt: 'select_account' }, visitor);
}

async function signIn(world: World, visitor: Visitor, persona: string, keep: boolean): Promise<void> {
  const page = await begin(world, APPS.demo, { prompt: 'login' }, visitor);
  await visitor.submit(page, { persona, ...(keep && { saveSignedIn: 'on' }) });
}

function offered({ html }: Pick<Page, 'html'>): string[] {
  return [...html.matchAll(/<button class="person" name="account" value="([^"]*)"/g)].map(([, id]) => id!);
}

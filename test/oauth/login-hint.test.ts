/** `login_hint` signs in, and up, where the app's switch allows it; a hint that names nobody is an error and no login page. */
import assert from 'node:assert/strict';
import { APPS, CALLBACK, describeHouse } from '../helpers/house.ts';
import { redeem } from '../helpers/login.ts';
import type { App } from '../../src/store/index.ts';
import type { Page, Visitor } from '../helpers/visitor.ts';

const APP = APPS.demo;

describeHouse('oauth · login_hint', (world) => {
  const allow = async (loginHint: App['switches']['loginHint']) => {
    const { switches } = await world.app(APP);
    await world.change('apps', APP, { switches: { ...switches, loginHint } });
  };
  const ask = async (hint: string, params: Record<string, string> = {}, visitor: Visitor = world.visitor()): Promise<Page> =>
    visitor.authorize({ client_id: (await world.key(APP)).key, redirect_uri: CALLBACK, login_hint: hint, ...params });

  it('fills in the field and nothing more, unless the app says otherwise', async () => {
    assert.match((await ask('han')).url.pathname, /^\/oauth\/login\//);
    assert.match((await ask('nobody')).url.pathname, /^\/oauth\/login\//);
  });

  it('leads to the consent screen, and a person who has agreed to the partner, by signs-in', async () => {
    await allow('signs-in');
    const consent = await ask('han');
    assert.match(consent.url.pathname, /^\/oauth\/consent\//);
    assert.match(consent.html, /han@example\.com/);
    assert.ok((await ask('returning')).query.code);
    assert.ok((await ask('returning@example.com', { prompt: 'login' })).query.code);
  });

  it('leads to a code with everything agreed to, by signs-up', async () => {
    await allow('signs-up');
    const { access_token: token, scope } = await redeem(world, APP, (await ask('han')).query.code!);
    assert.ok(token);
    assert.match(String(scope), /phone_number/);
    const agreed = await world.house.terms.agreements(APP, '01-han');
    assert.deepEqual(agreed.map(({ tag }) => tag).sort(), ['marketing_20260105', 'privacy_20260105', 'service_20260105', 'user_age_check']);
  });

  it('changes to another account, and back', async () => {
    await allow('signs-up');
    const visitor = world.visitor();
    for (const hint of ['han', 'foreign-phone', 'han']) assert.ok((await ask(hint, {}, visitor)).query.code);
    assert.equal((await world.house.journeys.recent({ limit: 1 })).at(0)?.accountId, '01-han');
  });

  it('stops loudly at a hint that names nobody, with those that there are', async () => {
    for (const how of ['signs-in', 'signs-up'] as const) {
      await allow(how);
      const page = await ask('hna');
      assert.equal(page.status, 400);
      assert.match(page.html, /KOE001/);
      assert.match(page.html, /hna/);
      assert.match(page.html, /han, new, returning/);
    }
  });

  it('obeys the same rules: a child is refused, a sign-up page stays a page', async () => {
    await allow('signs-up');
    const child = await ask('under-14');
    assert.equal(child.status, 403);
    assert.match((await ask('han', { prompt: 'create' })).url.pathname, /^\/oauth\/signup\//);
  });
});

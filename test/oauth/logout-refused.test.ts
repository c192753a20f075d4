/** `/oauth/logout` (reference 1.6, 1.16): what is refused, and that nobody is sent anywhere or signed out by it. */
import assert from 'node:assert/strict';
import { APPS, CALLBACK, describeHouse, type World } from '../helpers/house.ts';
import { begin, browserOf, factsOf, ko, type Page, placeOf, post, shown } from './helpers.ts';
import { BACK, logoutPath, open, signedIn } from './logging-out.ts';

describeHouse('oauth · a logout that is refused', (world) => {
  for (const uri of [
    `${BACK}/`,
    `${BACK}?a=1`,
    'http://LOCALHOST:3000/logout',
    CALLBACK,
    'https://evil.example.test/',
    '//evil.example.test',
  ]) {
    it(`is KOE007 for ${uri}, signed in or not, by form or not`, async () => {
      const visitor = await signedIn(world);
      const stranger = await open(world, world.visitor(), { logout_redirect_uri: uri });
      const person = await open(world, visitor, { logout_redirect_uri: uri });
      const sent = await visitor.submit(await pretend(world, { logout_redirect_uri: uri }), { from: 'account' });
      for (const page of [stranger, person, sent]) {
        assert.deepEqual([page.status, shown(page, 'error-code'), placeOf(page)], [400, 'KOE007', 'logout']);
        assert.equal(factsOf(page)[ko('fact.got')], uri);
        assert.match(factsOf(page)[ko('fact.registeredLogout')]!, /^http:\/\/localhost:3000\/logout$/m);
      }
      assert.equal(placeOf(await begin(world, APPS.demo, {}, visitor)), 'partner');
    });
  }

  for (const { what, params, code } of [
    { what: 'an unknown key', params: { client_id: 'f'.repeat(32) }, code: 'KOE101' },
    { what: 'an admin key', params: { client_id: '1158152c53f88de1fd2ba1b487e663b4' }, code: 'KOE008' },
    { what: 'an empty logout_redirect_uri', params: { logout_redirect_uri: '' }, code: 'KOE207' },
  ]) {
    it(`is ${code} for ${what}`, async () => {
      assert.equal(shown(await open(world, await signedIn(world), params), 'error-code'), code);
    });
  }

  it('is KOE007 under a key that has no logout URI of its own', async () => {
    const javascript = (await world.app(APPS.demo)).keys.find(({ type }) => type === 'javascript')!;
    assert.equal(shown(await open(world, world.visitor(), { client_id: javascript.key }), 'error-code'), 'KOE007');
  });

  for (const headers of [{ Origin: 'http://localhost:3000' }, { Origin: 'null' }, { 'Sec-Fetch-Site': 'cross-site' }]) {
    it(`takes no form from elsewhere: ${JSON.stringify(headers)}`, async () => {
      const answer = await post(world, browserOf(world), await logoutPath(world), { from: 'account' }, headers);
      assert.equal(answer.status, 403);
    });
  }

  it('takes no form without a choice', async () => {
    const visitor = await signedIn(world);
    assert.equal((await visitor.submit(await open(world, visitor), { from: 'everything' })).status, 400);
    assert.equal(placeOf(await begin(world, APPS.demo, {}, visitor)), 'partner');
  });
});

/** A page that was never served, with a form of its own making. */
async function pretend(world: World, params: Record<string, string>): Promise<Page> {
  const action = await logoutPath(world, params);
  return { status: 200, headers: {}, html: `<form action="${action}">`, url: new URL(action, world.url), query: {} };
}

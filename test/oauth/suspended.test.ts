/** A suspended app (차단 앱, reference 1.6, 6): KOE125 wherever its keys are shown, from that moment on. */
import assert from 'node:assert/strict';
import supertest from 'supertest';
import { APPS, CALLBACK, describeHouse, type World } from '../helpers/house.ts';
import { agreement, goThrough, signUp, token } from '../helpers/login.ts';
import { NOTHING, written } from '../helpers/written.ts';
import { begin, en, headingOf, ko, loggedIn, type Page, shown } from './helpers.ts';
import { open, signedIn } from './logging-out.ts';

const REFUSED = { error: 'invalid_client', error_description: 'The app is suspended', error_code: 'KOE125' };

describeHouse('oauth · a suspended app', (world) => {
  for (const sent of [{}, { prompt: 'none' }, { redirect_uri: 'https://evil.example/cb', response_type: 'token' }]) {
    it(`is KOE125 at authorize: ${JSON.stringify(sent)}`, async () => {
      await suspend(world);
      for (const t of [ko, en]) {
        const page = await begin(world, APPS.demo, { lang: t === ko ? 'ko' : 'en', ...sent });
        assertRefused(page);
        assert.equal(headingOf(page), `${t('error.appSetting')} (KOE125)`);
        assert.equal(shown(page, 'error-message'), t('koe.KOE125'));
        assert.match(shown(page, 'why-about')!, /데모상점 \(1000001\)/);
      }
    });
  }

  it('stops a person on the login page', async () => {
    const visitor = world.visitor();
    const page = await begin(world, APPS.demo, {}, visitor);
    await suspend(world);
    assertRefused(await visitor.open(page.url.pathname));
    assertRefused(await visitor.submit(page, { persona: 'han' }));
  });

  it('stops a person who signs up, and no account is made', async () => {
    const visitor = world.visitor();
    const page = await begin(world, APPS.demo, { prompt: 'create' }, visitor);
    await suspend(world);
    assertRefused(await visitor.submit(page, { email: 'late@example.com', password: 'demo1234', nickname: '늦은이', birthdate: '' }));
    assert.equal(await world.house.accounts.byLogin('late@example.com'), undefined);
  });

  it('stops a person on the consent screen, and nothing is written', async () => {
    const visitor = world.visitor();
    const page = await loggedIn(world, APPS.demo, 'han', {}, visitor);
    await suspend(world);
    assertRefused(await visitor.submit(page, agreement(page, 'all')));
    assert.deepEqual(await written(world, APPS.demo, '01-han'), NOTHING);
  });

  it('redeems no code and refreshes no token; both are good again when the sanction is lifted', async () => {
    const { key, secret } = await world.key(APPS.demo);
    const { refresh_token } = await signUp(world, { app: APPS.demo, as: 'han' });
    const { query } = await goThrough(world, { app: APPS.demo, as: 'returning' });
    const requests = [
      { grant_type: 'authorization_code', code: query.code, redirect_uri: CALLBACK },
      { grant_type: 'refresh_token', refresh_token },
    ].map((fields) => ({ client_id: key, client_secret: secret.value, ...fields }));
    await suspend(world);
    for (const fields of requests) {
      const answer = await token(world, fields);
      assert.deepEqual([answer.status, answer.body], [400, REFUSED]);
    }
    await world.change('apps', APPS.demo, { suspended: false });
    for (const fields of requests) assert.equal((await token(world, fields)).status, 200);
  });

  it('is KOE125 at logout and at /api/agt', async () => {
    const visitor = await signedIn(world);
    const { access_token } = await signUp(world, { app: APPS.demo, as: 'han' });
    await suspend(world);
    assertRefused(await open(world, visitor));
    const fields = { client_id: (await world.key(APPS.demo)).key, access_token };
    const answer = await supertest(world.url).post('/api/agt').type('form').send(fields);
    assert.deepEqual([answer.status, answer.body], [400, REFUSED]);
  });

  it('leaves other apps alone', async () => {
    await suspend(world);
    assert.equal((await begin(world, APPS.secretOff)).status, 200);
  });
});

function suspend(world: World): Promise<void> {
  return world.change('apps', APPS.demo, { suspended: true });
}

function assertRefused(page: Page): void {
  assert.deepEqual([page.status, shown(page, 'error-code'), page.headers['location']], [400, 'KOE125', undefined]);
}

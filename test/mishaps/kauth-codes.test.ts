/** Every error of every kauth endpoint can be asked for, and comes out in the door's own words. */
import assert from 'node:assert/strict';
import supertest from 'supertest';
import { places } from '../../src/faults/index.ts';
import { Koe, type KoeCode } from '../../src/oauth/koe.ts';
import { APPS, CALLBACK, describeHouse } from '../helpers/house.ts';
import { redeem, signUp, token } from '../helpers/login.ts';
import { clientOf, grantOf, refresh, refusalIn, signedIn } from '../contract/kauth-walk.ts';
import { begin } from '../oauth/helpers.ts';

const codesOf = (path: string) => places.find((place) => place.path === path)!.codes;

describeHouse('a fault asked for of /oauth/token', (world) => {
  const OF_REFRESH = ['KOE319', 'KOE322'];
  const facts = (code: string, grant: Record<string, string>) => ({
    clientId: grant.client_id,
    parameter: 'code',
    got: code === 'KOE310' ? grant.grant_type : grant.redirect_uri,
    authorizationCode: grant.code,
  });

  it('comes out as each of its codes, and the code is good afterwards', async () => {
    const grant = await grantOf(world);
    const tokens = await signUp(world, { app: APPS.demo, as: 'new' });
    for (const code of codesOf('/oauth/token')) {
      await world.house.faults.ask({ on: '/oauth/token', with: code });
      const answer = OF_REFRESH.includes(code) ? await refresh(world, tokens) : await token(world, grant);
      const koe = new Koe(code as KoeCode, facts(code, grant));
      assert.deepEqual([answer.status, answer.text], [koe.status, JSON.stringify(koe.body)]);
    }
    assert.equal((await token(world, grant)).status, 200);
  });

  it('is byte for byte what is answered to a code that was used', async () => {
    const used = await grantOf(world);
    await token(world, used);
    const real = await token(world, used);
    const fresh = await grantOf(world);
    await world.house.faults.ask({ on: 'token', with: 'KOE320' });
    const asked = await token(world, fresh);
    assert.equal(asked.text, real.text.replace(used.code!, fresh.code!));
    const { 'x-kakao-sync-fault': words, ...headers } = asked.headers as Record<string, string>;
    assert.equal(words, 'KOE320 on /oauth/token');
    const OF_EACH = ['date', 'x-kakao-sync-why', 'x-request-id', 'content-length', 'keep-alive'];
    const same = (all: Record<string, string>) => Object.fromEntries(Object.entries(all).filter(([name]) => !OF_EACH.includes(name)));
    assert.deepEqual(same(headers), same(real.headers as Record<string, string>));
    assert.equal(real.text.length - used.code!.length, asked.text.length - fresh.code!.length);
  });

  it('waits for the grant that Kakao answers so: a refresh does not use up KOE320', async () => {
    const tokens = await signUp(world, { app: APPS.demo, as: 'new' });
    await world.house.faults.ask({ on: 'token', with: 'KOE320' });
    assert.equal((await refresh(world, tokens)).status, 200);
    assert.equal((await token(world, await grantOf(world))).body.error_code, 'KOE320');
  });
});

describeHouse('a fault asked for of /oauth/authorize', (world) => {
  it('is the error page of each of its KOE codes', async () => {
    for (const code of codesOf('/oauth/authorize').filter((each) => each.startsWith('KOE'))) {
      await world.house.faults.ask({ on: 'authorize', with: code });
      const page = await begin(world, APPS.demo, { scope: 'account_email' });
      assert.equal(page.status, new Koe(code as KoeCode).status);
      assert.match(refusalIn(page), new RegExp(`\\(${code}\\)$`));
    }
    assert.match((await begin(world, APPS.demo, {})).url.pathname, /^\/oauth\/login\//);
  });

  it('goes back to the partner with each of its errors, as it does when it is one', async () => {
    const state = 'a b';
    const silently = async (visitor = world.visitor(), params: Record<string, string> = {}) =>
      (await visitor.authorize({ ...at, state, prompt: 'none', ...params })).query;
    const at = { client_id: (await world.key(APPS.demo)).key, redirect_uri: CALLBACK };
    const real = {
      login_required: await silently(),
      consent_required: await silently(await signedIn(world, 'han')),
      invalid_request: await silently(undefined, { code_challenge: 'short', code_challenge_method: 'S256' }),
      access_denied: { error: 'access_denied', error_description: 'User denied access', state },
    };
    const errors = codesOf('/oauth/authorize').filter((each) => !each.startsWith('KOE'));
    assert.deepEqual(errors.toSorted(), Object.keys(real).sort());
    for (const error of errors) {
      await world.house.faults.ask({ on: 'authorize', with: error });
      const page = await begin(world, APPS.demo, { state });
      assert.deepEqual([page.url.origin + page.url.pathname, page.query], [CALLBACK, real[error as keyof typeof real]]);
    }
  });

  it('of one person is met once it is known who that is', async () => {
    const account = (await world.house.accounts.persona('returning'))!;
    for (const error of ['KOE005', 'consent_required']) {
      await world.house.faults.ask({ on: 'authorize', with: error, accountId: account.id });
      assert.match((await begin(world, APPS.demo, {})).url.pathname, /^\/oauth\/login\//);
      const visitor = world.visitor();
      const login = await visitor.authorize({ client_id: (await world.key(APPS.demo)).key, redirect_uri: CALLBACK });
      const after = await visitor.submit(login, { persona: 'returning' });
      if (error === 'KOE005') assert.match(refusalIn(after), /KOE005/);
      else assert.equal(after.query.error, error);
    }
  });
});

describeHouse('a fault asked for of the other endpoints of kauth', (world) => {
  it('comes out as each of their codes', async () => {
    const { id_token: idToken } = await signUp(world, { app: APPS.openidConnect, as: 'new' });
    const tokens = await signUp(world, { app: APPS.demo, as: 'new' });
    const client = await clientOf(world);
    await world.changeKey(APPS.demo, { logoutRedirectUris: [CALLBACK] });
    const http = supertest(world.url);
    const asks: Record<string, () => Promise<{ status: number; text: string }>> = {
      '/oauth/tokeninfo': async () => http.post('/oauth/tokeninfo').type('form').send({ id_token: idToken }),
      '/oauth/logout': async () => http.get('/oauth/logout').query({ ...client, logout_redirect_uri: CALLBACK }),
      '/api/agt': async () =>
        http
          .post('/api/agt')
          .type('form')
          .send({ ...client, access_token: tokens.access_token }),
      '/apiweb/code.json': async () => http.get('/apiweb/code.json').query({ ...client, auth_tran_id: 'a' }),
    };
    for (const [path, ask] of Object.entries(asks)) {
      for (const code of codesOf(path)) {
        await world.house.faults.ask({ on: path, with: code });
        const { status, text } = await ask();
        assert.equal(status, new Koe(code as KoeCode).status, `${path} ${code}`);
        assert.ok(text.includes(code), `${path} ${code}: ${text.slice(0, 300)}`);
      }
      assert.ok((await ask()).status < 400, path);
    }
    assert.ok(await redeem(world, APPS.demo, (await grantOf(world)).code!));
  });
});

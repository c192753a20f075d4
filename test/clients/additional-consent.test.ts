/** Additional consent (추가 항목 동의) and the refresh after it, by the libraries that partners use. Source: kakao-api 1.1, 1.17, 2.17, 5.6. */
import assert from 'node:assert/strict';
import { Kakao } from 'arctic';
import * as openid from 'openid-client';
import supertest from 'supertest';
import { APPS, CALLBACK, describeHouse } from '../helpers/house.ts';
import { api, signUp, token, type Tokens } from '../helpers/login.ts';
import { leadKakaoHosts } from './kakao-hosts.ts';
import { walk } from './walk.ts';

describeHouse('clients · additional consent · arctic', (world) => {
  leadKakaoHosts(world);

  it('asks for the declined item alone, and a refresh keeps what was agreed to', async () => {
    const { key, secret } = await world.key(APPS.demo);
    const kakao = new Kakao(key, secret.value, CALLBACK);
    const visitor = world.visitor();
    await signUp(world, { app: APPS.demo, as: 'han', agree: 'required', visitor });

    const { callback, seen } = await walk(world, kakao.createAuthorizationURL('s', ['birthday']), { as: 'han', visitor });
    assert.deepEqual(seen, ['consent'], 'the browser is still signed in');
    const tokens = await kakao.validateAuthorizationCode(callback.searchParams.get('code')!);
    assert.deepEqual(tokens.scopes().sort(), ['account_email', 'birthday', 'profile_nickname']);

    const refreshed = await kakao.refreshAccessToken(tokens.refreshToken());
    const { kakao_account: told } = (await api(world, '/v2/user/me', refreshed.accessToken())).body as {
      kakao_account: Record<string, unknown>;
    };
    assert.deepEqual([told.birthday_needs_agreement, told.birthday], [false, '0315']);
  });

  it('shows no screen for what was agreed to already', async () => {
    const { key, secret } = await world.key(APPS.demo);
    const kakao = new Kakao(key, secret.value, CALLBACK);
    const visitor = world.visitor();
    await signUp(world, { app: APPS.demo, as: 'han', visitor });
    const { seen } = await walk(world, kakao.createAuthorizationURL('s', ['birthday', 'account_email']), { as: 'han', visitor });
    assert.deepEqual(seen, []);
  });

  it('leaves everything as it was after 취소: the tokens of before go on', async () => {
    const { key, secret } = await world.key(APPS.demo);
    const kakao = new Kakao(key, secret.value, CALLBACK);
    const visitor = world.visitor();
    const before = await signUp(world, { app: APPS.demo, as: 'han', agree: 'required', visitor });
    const { callback } = await walk(world, kakao.createAuthorizationURL('s', ['birthday']), { as: 'han', visitor, consent: 'cancel' });
    assert.equal(callback.searchParams.get('error'), 'access_denied');
    const refreshed = await kakao.refreshAccessToken(before.refresh_token);
    assert.equal((await api(world, '/v2/user/me', refreshed.accessToken())).status, 200);
  });
});

describeHouse('clients · additional consent · openid-client', (world) => {
  const logIn = async (scope: string, visitor: ReturnType<typeof world.visitor>) => {
    const { key, secret } = await world.key(APPS.openidConnect);
    const execute = [openid.allowInsecureRequests];
    const config = await openid.discovery(new URL(world.url), key, undefined, openid.ClientSecretPost(secret.value), { execute });
    const url = openid.buildAuthorizationUrl(config, { redirect_uri: CALLBACK, scope, state: 's' });
    const { callback } = await walk(world, url, { as: 'han', visitor, consent: 'all' });
    return { config, tokens: await openid.authorizationCodeGrant(config, callback, { expectedState: 's' }) };
  };

  it('gets a new ID token where scope has openid, and on each refresh of it', async () => {
    const visitor = world.visitor();
    await signUp(world, { app: APPS.openidConnect, as: 'han', agree: 'required', visitor });
    const { config, tokens } = await logIn('openid gender', visitor);
    assert.ok(tokens.scope?.split(' ').includes('gender'));
    const { sub } = tokens.claims()!;
    const refreshed = await openid.refreshTokenGrant(config, tokens.refresh_token!);
    assert.equal(refreshed.claims()?.sub, sub);
  });

  it('gets none where it has not, and none on its refresh', async () => {
    const visitor = world.visitor();
    await signUp(world, { app: APPS.openidConnect, as: 'han', agree: 'required', visitor });
    const { config, tokens } = await logIn('gender', visitor);
    assert.equal(tokens.claims(), undefined);
    assert.equal((await openid.refreshTokenGrant(config, tokens.refresh_token!)).claims(), undefined);
  });
});

describeHouse('clients · additional consent · mobile SDK', (world) => {
  it('meets -402, asks by agt for what is missing without another login, and its retry succeeds', async () => {
    const { key, secret } = await world.key(APPS.demo);
    const first = await signUp(world, { app: APPS.demo, as: 'han', agree: 'required' });
    const refused = await api(world, '/v2/api/talk/channels', first.access_token);
    const { required_scopes: missing } = refused.body as { required_scopes: string[] };
    const { body } = await supertest(world.url).post('/api/agt').type('form').send({ client_id: key, access_token: first.access_token });

    const query = {
      client_id: key,
      redirect_uri: CALLBACK,
      response_type: 'code',
      scope: missing.join(' '),
      agt: (body as { agt: string }).agt,
    };
    const { callback, seen } = await walk(world, `${world.url}/oauth/authorize?${new URLSearchParams(query)}`, { as: 'nobody' });
    assert.deepEqual(seen, ['consent']);
    const code = callback.searchParams.get('code')!;
    const fields = { grant_type: 'authorization_code', client_id: key, client_secret: secret.value, redirect_uri: CALLBACK, code };
    const { access_token: again } = (await token(world, fields)).body as Tokens;
    assert.equal((await api(world, '/v2/api/talk/channels', again)).status, 200);
    assert.equal((await api(world, '/v2/api/talk/channels', first.access_token)).status, 200, 'consent is the person’s, not the token’s');
  });
});

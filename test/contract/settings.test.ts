/** What the settings of the developers console do, and what the keys of an app are for: section 6 of the contract, row by row. */
import assert from 'node:assert/strict';
import supertest from 'supertest';
import { APPS, CALLBACK } from '../helpers/house.ts';
import { agreement, api, goThrough, redeem, signUp, token } from '../helpers/login.ts';
import { rowsOf } from '../helpers/visitor.ts';
import { begin, loggedIn, shown } from '../oauth/helpers.ts';
import { AGE, describeTable, TERMS } from './table.ts';

describeTable('settings', (world) => {
  const codeOf = async (params: Record<string, string>) => shown(await begin(world, APPS.demo, params), 'error-code');
  const loginOff = async () => {
    await world.change('apps', APPS.demo, { loginOn: false });
    for (const prompt of ['login', 'none', 'create', 'select_account']) assert.equal(await codeOf({ prompt }), 'KOE004');
  };
  return {
    'Kakao Login OFF: every authorize is the KOE004 page': loginOff,
    '사용자 관리 ON is required to log in at all': async () => {
      assert.ok((await goThrough(world, { app: APPS.demo, as: 'returning' })).query.code);
      await loginOff();
    },
    'redirect URIs are compared as text': async () => {
      for (const near of [`${CALLBACK}/`, CALLBACK.toUpperCase(), `${CALLBACK}?a=1`, CALLBACK.replace('localhost', '127.0.0.1')]) {
        assert.equal(await codeOf({ redirect_uri: near }), 'KOE006', near);
      }
    },
    'redirect URIs belong to a key': async () => {
      const { keys } = await world.app(APPS.demo);
      const native = keys.find(({ type }) => type === 'native')!;
      assert.equal(await codeOf({ redirect_uri: native.redirectUris[0]! }), 'KOE006');
      assert.equal(await codeOf({ client_id: native.key, redirect_uri: native.redirectUris[0]! }), undefined);
    },
    'logout redirect URIs are a list of their own': async () => {
      await world.changeKey(APPS.demo, { logoutRedirectUris: ['http://localhost:3000/bye'] });
      const { key } = await world.key(APPS.demo);
      const logout = (uri: string) =>
        supertest(world.url).get(`/oauth/logout?client_id=${key}&logout_redirect_uri=${encodeURIComponent(uri)}`);
      assert.equal((await logout('http://localhost:3000/bye')).status, 302);
      assert.match((await logout(CALLBACK)).text, /KOE007/);
    },
    'the client secret is switched per key': async () => {
      const { key, secret } = await world.key(APPS.demo);
      const fields = { grant_type: 'refresh_token', client_id: key, refresh_token: 'x', client_secret: 'wrong' };
      assert.equal(((await token(world, fields)).body as { error_code: string }).error_code, 'KOE010');
      await world.changeKey(APPS.demo, { secret: { ...secret, on: false } });
      assert.equal(((await token(world, fields)).body as { error_code: string }).error_code, 'KOE322');
    },
    'OpenID Connect ON: an ID token with every token response': async () => {
      const first = await signUp(world, { app: APPS.openidConnect, as: 'han' });
      const { key, secret } = await world.key(APPS.openidConnect);
      const fields = { grant_type: 'refresh_token', client_id: key, client_secret: secret.value, refresh_token: first.refresh_token };
      assert.ok(first.id_token);
      assert.ok(((await token(world, fields)).body as { id_token?: string }).id_token);
    },
    'OpenID Connect OFF: no ID token from that moment': async () => {
      const { query } = await goThrough(world, { app: APPS.openidConnect, as: 'han' });
      await world.change('apps', APPS.openidConnect, { openidConnectOn: false });
      assert.equal((await redeem(world, APPS.openidConnect, query.code!)).id_token, undefined);
    },
    'an additional consent brings an ID token only where scope has openid': async () => {
      const visitor = world.visitor();
      await signUp(world, { app: APPS.openidConnect, as: 'han', agree: 'required', visitor });
      const more = (scope: string) => signUp(world, { app: APPS.openidConnect, as: 'han', params: { scope }, visitor });
      assert.equal((await more('gender')).id_token, undefined);
      assert.ok((await more('openid birthday')).id_token);
    },
    'simple signup ON: the consent screen becomes the Sync screen': async () => {
      const service = (rows: string[]) => rows.filter((row) => row.startsWith('term=') || row === AGE);
      await world.change('apps', APPS.demo, { simpleSignupOn: false });
      assert.deepEqual(service(rowsOf(await loggedIn(world, APPS.demo, 'han'))), []);
      await world.change('apps', APPS.demo, { simpleSignupOn: true });
      assert.deepEqual(service(rowsOf(await loggedIn(world, APPS.demo, 'han'))), [...TERMS, AGE]);
    },
    'user properties are a list of registered keys': async () => {
      await world.change('apps', APPS.demo, { userProperties: ['tier'] });
      const { access_token } = await signUp(world, { app: APPS.demo, as: 'han' });
      const update = (properties: object) =>
        supertest(world.url)
          .post('/v1/user/update_profile')
          .set('Authorization', `Bearer ${access_token}`)
          .type('form')
          .send({ properties: JSON.stringify(properties) });
      assert.equal((await update({ tier: 'gold' })).status, 200);
      assert.equal(((await update({ age: '20' })).body as { code: number }).code, -201);
    },
    'automatic link OFF: users are registered by the signup API': async () => {
      await world.change('apps', APPS.demo, { autoLink: false });
      const { access_token } = await signUp(world, { app: APPS.demo, as: 'han' });
      const register = () => supertest(world.url).post('/v1/user/signup').set('Authorization', `Bearer ${access_token}`);
      assert.equal((await register()).status, 200);
      assert.equal(((await register()).body as { code: number }).code, -102);
    },
    'calls from other than the allowed IP addresses are -401': async () => {
      await world.change('apps', APPS.demo, { allowedIps: ['203.0.113.7'] });
      const { access_token } = await signUp(world, { app: APPS.demo, as: 'han' });
      const { body } = await api(world, '/v2/user/me', access_token);
      assert.match((body as { msg: string }).msg, /^ip mismatched! callerIp=.* check out registered ips\.$/);
    },
    'a test app is for its members only: KOE005': async () => {
      const member = (await world.house.accounts.persona('new'))!.id;
      await world.change('apps', APPS.demo, { testOf: APPS.current, members: [{ accountId: member, role: 'member' }] });
      assert.equal(shown(await loggedIn(world, APPS.demo, 'han'), 'error-code'), 'KOE005');
      assert.ok(rowsOf(await loggedIn(world, APPS.demo, 'new')).length > 0);
    },
  };
});

describeTable('keys', (world) => ({
  'a REST API key is the client_id of the REST flow': async () =>
    assert.ok((await signUp(world, { app: APPS.demo, as: 'han' })).access_token),
  'a JavaScript key needs its registered domain': async () => {
    const { keys } = await world.app(APPS.demo);
    const script = { ...keys.find(({ type }) => type === 'javascript')!, domains: ['http://localhost:3000'] };
    await world.change('apps', APPS.demo, { keys: keys.map((key) => (key.type === 'javascript' ? script : key)) });
    const fields = { grant_type: 'authorization_code', client_id: script.key, code: 'x', client_secret: script.secret.value };
    const code = async (client_origin: string) =>
      ((await token(world, { ...fields, client_origin })).body as { error_code: string }).error_code;
    assert.equal(await code('https://evil.example'), 'KOE009');
    assert.equal(await code('http://localhost:3000'), 'KOE320');
  },
  'a native key redirects to kakao{native_key}://oauth': async () => {
    const native = (await world.app(APPS.demo)).keys.find(({ type }) => type === 'native')!;
    const visitor = world.visitor();
    const uri = `kakao${native.key}://oauth`;
    const page = await loggedIn(world, APPS.demo, 'han', { client_id: native.key, redirect_uri: uri }, visitor);
    const back = await visitor.submit(page, agreement(page, 'all'));
    assert.ok(back.url.href.startsWith(`${uri}?code=`), back.url.href);
  },
  'the primary admin key is carried by webhooks': async () => {
    const { adminKeys } = await world.app(APPS.demo);
    await world.change('apps', APPS.demo, { adminKeys: [...adminKeys, 'f'.repeat(32)] });
    await signUp(world, { app: APPS.demo, as: 'han' });
    const deliveries = await world.house.store.find('deliveries', 'app', APPS.demo);
    assert.equal(deliveries.find(({ event }) => event === 'channel.added')?.headers.Authorization, `KakaoAK ${adminKeys[0]}`);
  },
  'a suspended app opens nothing': async () => {
    const { access_token } = await signUp(world, { app: APPS.demo, as: 'han' });
    await world.change('apps', APPS.demo, { suspended: true });
    assert.equal(shown(await begin(world, APPS.demo), 'error-code'), 'KOE125');
    assert.equal(((await api(world, '/v2/user/me', access_token)).body as { code: number }).code, -12);
  },
}));

/** What each setting of the developers console does to the wire. Reference 6. */
import assert from 'node:assert/strict';
import supertest from 'supertest';
import { APPS, CALLBACK, describeHouse } from '../helpers/house.ts';
import { api, goThrough, redeem, signUp, token } from '../helpers/login.ts';
import { rowsOf } from '../helpers/visitor.ts';
import { begin, loggedIn, shown } from '../oauth/helpers.ts';
import { BACK, open } from '../oauth/logging-out.ts';
import { eachFact, tableOf } from './helpers.ts';
import { type Fields, grantOf, refresh, refusalIn } from './kauth-walk.ts';

const OFF = '400 앱 관리자 설정 오류 (KOE004)';
const UNREGISTERED = '400 앱 관리자 설정 오류 (KOE006)';

describeHouse('contract · 6 · settings', (world) => {
  const ask = async (params: Fields = {}) => refusalIn(await begin(world, APPS.demo, params));
  const change = (patch: Parameters<typeof world.change<'apps'>>[2]) => world.change('apps', APPS.demo, patch);
  const han = (params: Fields = {}, app: string = APPS.openidConnect) => signUp(world, { app, as: 'han', params });

  eachFact(tableOf('settings'), {
    'Kakao Login OFF: every authorize is the KOE004 page': async () => {
      await change({ loginOn: false });
      for (const params of [{}, { prompt: 'none' }, { prompt: 'create' }, { redirect_uri: 'https://other.example.com' }]) {
        assert.equal(await ask(params), OFF);
      }
    },

    'redirect URIs are compared as text': async () => {
      assert.equal((await begin(world, APPS.demo)).status, 200);
      for (const redirect_uri of [`${CALLBACK}/`, `${CALLBACK}?a=1`, CALLBACK.toUpperCase(), CALLBACK.replace('localhost', '127.0.0.1')]) {
        assert.equal(await ask({ redirect_uri }), UNREGISTERED);
      }
    },

    'redirect URIs belong to a key': async () => {
      const { keys } = await world.app(APPS.demo);
      const [rest, native] = ['rest', 'native'].map((type) => keys.find((key) => key.type === type)!);
      assert.equal(await ask({ client_id: rest!.key, redirect_uri: native!.redirectUris[0]! }), UNREGISTERED);
      assert.equal(await ask({ client_id: native!.key, redirect_uri: rest!.redirectUris[0]! }), UNREGISTERED);
    },

    'logout redirect URIs are a list of their own': async () => {
      assert.equal(await ask({ redirect_uri: BACK }), UNREGISTERED);
      const page = await open(world, world.visitor(), { logout_redirect_uri: CALLBACK });
      assert.equal(refusalIn(page), '400 앱 관리자 설정 오류 (KOE007)');
    },

    'the client secret is switched per key': async () => {
      const { client_secret: secret, ...bare } = await grantOf(world);
      assert.match(refusalIn(await token(world, bare)), /KOE010/);
      await world.changeKey(APPS.demo, { secret: { value: secret!, on: false } });
      assert.equal((await token(world, bare)).status, 200);
      const sdk = (await world.app(APPS.demo)).keys.find(({ type }) => type === 'javascript')!;
      await change({ keys: [await world.key(APPS.demo), { ...sdk, secret: { value: 'of its own', on: true } }] });
      const fields = { grant_type: 'authorization_code', client_id: sdk.key, redirect_uri: CALLBACK };
      const { query } = await goThrough(world, { app: APPS.demo, as: 'returning', params: { client_id: sdk.key } });
      assert.match(refusalIn(await token(world, { ...fields, code: query['code'] })), /KOE010/);
      assert.equal((await token(world, { ...fields, code: query['code'], client_secret: 'of its own' })).status, 200);
    },

    'OpenID Connect ON: an ID token with every token response': async () => {
      const first = await han();
      const answers = [first, await han(), (await refresh(world, first, APPS.openidConnect)).body];
      for (const { id_token: idToken } of answers) assert.equal(typeof idToken, 'string');
    },

    'OpenID Connect OFF: no ID token from that moment': async () => {
      const first = await han();
      const { code } = (await goThrough(world, { app: APPS.openidConnect, as: 'han' })).query;
      await world.change('apps', APPS.openidConnect, { openidConnectOn: false });
      const answers = [await redeem(world, APPS.openidConnect, code!), (await refresh(world, first, APPS.openidConnect)).body];
      for (const answer of answers) assert.ok(!('id_token' in answer));
    },

    'an additional consent brings an ID token only where scope has openid': async () => {
      await signUp(world, { app: APPS.openidConnect, as: 'han', agree: 'required' });
      const [without, with_] = [await han({ scope: 'birthday' }), await han({ scope: 'profile_image,openid' })];
      assert.deepEqual([typeof without.id_token, typeof with_.id_token], ['undefined', 'string']);
    },

    'simple signup ON: the consent screen becomes the Sync screen': async () => {
      const kinds = async () => new Set(rowsOf(await loggedIn(world, APPS.demo, 'han')).map((row) => row.split('=')[0]));
      assert.deepEqual(await kinds(), new Set(['items', 'item', 'term', 'age', 'channel']));
      await change({ simpleSignupOn: false });
      assert.deepEqual(await kinds(), new Set(['items', 'item', 'channel']));
    },

    '사용자 관리 ON is required to log in at all': async () => {
      await world.change('apps', APPS.ellaBongBong, { loginOn: false });
      const page = await begin(world, APPS.ellaBongBong);
      assert.equal(refusalIn(page), OFF);
      assert.match(shown(page, 'error-message')!, /카카오 로그인|사용자 관리/);
      await world.change('apps', APPS.ellaBongBong, { loginOn: true });
      assert.equal((await begin(world, APPS.ellaBongBong)).status, 200);
    },

    'user properties are a list of registered keys': async () => {
      await change({ userProperties: ['tier'] });
      const { access_token } = await han({}, APPS.demo);
      const update = (properties: object) =>
        supertest(world.url)
          .post('/v1/user/update_profile')
          .set('Authorization', `Bearer ${access_token}`)
          .type('form')
          .send({ properties: JSON.stringify(properties) });
      await update({ tier: 'gold' }).expect(200);
      assert.equal((await update({ shoe_size: '265' }).expect(400)).body.code, -201);
      const { tier, shoe_size: size } = (await api(world, '/v2/user/me', access_token)).body.properties;
      assert.deepEqual([tier, size], ['gold', undefined]);
    },

    'automatic link OFF: users are registered by the signup API': async () => {
      await change({ autoLink: false });
      const { access_token } = await han({}, APPS.demo);
      assert.equal((await api(world, '/v2/user/me', access_token)).body.has_signed_up, false);
      await supertest(world.url).post('/v1/user/signup').set('Authorization', `Bearer ${access_token}`).expect(200);
      assert.equal((await api(world, '/v2/user/me', access_token)).body.has_signed_up, true);
    },

    'calls from other than the allowed IP addresses are -401': async () => {
      const { access_token } = await han({}, APPS.demo);
      const [adminKey] = (await world.app(APPS.demo)).adminKeys;
      await change({ allowedIps: ['192.0.2.1'] });
      const byKey = await supertest(world.url).get('/v1/user/ids').set('Authorization', `KakaoAK ${adminKey}`);
      for (const { status, body } of [await api(world, '/v2/user/me', access_token), byKey]) {
        assert.deepEqual([status, body.code], [401, -401]);
        assert.match(body.msg, /^ip mismatched! callerIp=127\.0\.0\.1/);
      }
      assert.equal((await token(world, await grantOf(world))).status, 200);
    },

    'a test app is for its members only: KOE005': async () => {
      await change({ testOf: APPS.current, members: [{ accountId: '02-new', role: 'member' }] });
      assert.equal(refusalIn(await loggedIn(world, APPS.demo, 'han')), '400 앱 관리자 설정 오류 (KOE005)');
      assert.ok((await goThrough(world, { app: APPS.demo, as: 'new' })).query['code']);
    },

    'the webhooks page has unlink, account status and channel webhooks': async () => {
      const { text } = await supertest(world.url).get(`/developers/apps/${APPS.demo}`);
      for (const words of ['연결 해제 웹훅', '계정 상태 변경 웹훅', '채널 콜백']) assert.ok(text.includes(words), words);
    },
  });
});

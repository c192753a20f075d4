/** The parameters of an authorize request, one by one: what each of them changes. Reference 1.1. */
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { decodeJwt } from 'jose';
import supertest from 'supertest';
import { APPS, CALLBACK, describeHouse } from '../helpers/house.ts';
import { goThrough, signUp, token } from '../helpers/login.ts';
import { rowsOf } from '../helpers/visitor.ts';
import { begin, loggedIn, placeOf, shown, valueOf } from '../oauth/helpers.ts';
import { endpointOf, eachRow } from './helpers.ts';
import { clientOf, type Fields, grantOf, refusalIn, signedIn } from './kauth-walk.ts';

const VERIFIER = 'dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk';
const S256 = { code_challenge: createHash('sha256').update(VERIFIER).digest('base64url'), code_challenge_method: 'S256' };

const { methods, takes } = endpointOf('/oauth/authorize');

describeHouse('contract · 1.1 · /oauth/authorize', (world) => {
  const ask = (params: Fields, visitor = world.visitor(), app: string = APPS.demo) => begin(world, app, params, visitor);
  const back = (params: Fields) => goThrough(world, { app: APPS.demo, as: 'returning', params });
  /** Rows of the first consent screen of an app whose names begin so. */
  const offered = async (app: string, params: Fields, kind: string) =>
    rowsOf(await loggedIn(world, app, 'han', params)).filter((row) => row.startsWith(`${kind}=`));

  const tests: Record<string, () => Promise<void>> = {
    GET: async () => assert.equal((await ask({})).status, 200),

    client_id: async () => {
      const { client_id: key } = await clientOf(world, APPS.secretOff);
      assert.equal(shown(await ask({ client_id: key! }), 'app-name'), '시크릿 OFF 테스트앱');
    },

    redirect_uri: async () => {
      const { url } = await back({ redirect_uri: 'http://localhost:3000/api/auth/callback/kakao' });
      assert.equal(url.href.split('?')[0], 'http://localhost:3000/api/auth/callback/kakao');
    },

    response_type: async () => assert.deepEqual(Object.keys((await back({ response_type: 'code' })).query), ['code']),

    scope: async () =>
      assert.deepEqual(rowsOf(await loggedIn(world, APPS.demo, 'declined-optional', { scope: 'birthday' })), ['item=birthday']),

    state: async () => assert.equal((await back({ state: 'a b&한' })).query['state'], 'a b&한'),

    nonce: async () => {
      const { id_token: idToken } = await signUp(world, { app: APPS.openidConnect, as: 'han', params: { nonce: 'n-1' } });
      assert.equal(decodeJwt(idToken!)['nonce'], 'n-1');
    },

    prompt: async () => assert.equal(placeOf(await ask({ prompt: 'login' }, await signedIn(world))), 'login'),

    login_hint: async () => assert.equal(valueOf(await ask({ login_hint: 'han@example.com' }), 'loginId'), 'han@example.com'),

    service_terms: async () =>
      assert.deepEqual(await offered(APPS.demo, { service_terms: 'privacy_20260105' }, 'term'), ['term=privacy_20260105']),

    'extra.service_terms': async () =>
      assert.deepEqual(await offered(APPS.demo, { 'extra.service_terms': 'service_20260105' }, 'term'), ['term=service_20260105']),

    channel_public_id: async () =>
      assert.deepEqual(await offered(APPS.current, { channel_public_id: '_xpEvt' }, 'channel'), ['channel=_xpEvt']),

    'extra.plus_friend_public_id': async () =>
      assert.deepEqual(await offered(APPS.current, { 'extra.plus_friend_public_id': '_xpEvt' }, 'channel'), ['channel=_xpEvt']),

    code_challenge: async () => {
      const grant = await grantOf(world, { params: S256 });
      assert.match(refusalIn(await token(world, grant)), /^400 invalid_grant KOE320/);
      assert.equal((await token(world, { ...grant, code_verifier: VERIFIER })).status, 200);
    },

    code_challenge_method: async () => {
      const { url, query } = await ask({ ...S256, code_challenge_method: 'plain', state: 's' });
      assert.deepEqual([url.href.split('?')[0], query['error'], query['state']], [CALLBACK, 'invalid_request', 's']);
    },

    auth_type: async () => assert.equal(placeOf(await ask({ auth_type: 'reauthenticate' }, await signedIn(world))), 'login'),

    agt: async () => {
      const { access_token } = await signUp(world, { app: APPS.demo, as: 'han', agree: 'required' });
      const { client_id: key } = await clientOf(world);
      const { body } = await supertest(world.url).post('/api/agt').type('form').send({ client_id: key, access_token });
      assert.deepEqual(rowsOf(await ask({ scope: 'birthday', agt: body.agt as string })), ['item=birthday']);
    },

    auth_tran_id: async () => {
      const { query } = await back({ auth_tran_id: 'sim-1' });
      const { client_id: key } = await clientOf(world);
      const { body } = await supertest(world.url).get('/apiweb/code.json').query({ client_id: key, auth_tran_id: 'sim-1' });
      assert.equal(body.code, query['code']);
    },
  };

  eachRow([...methods, ...takes], tests, (test) => test());
});

/** The token endpoint: each field that it reads and each that it gives, how a client proves itself, how a refresh answers. Reference 1.7 to 1.9. */
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { decodeJwt } from 'jose';
import supertest from 'supertest';
import type { AppKey } from '../../src/apps/index.ts';
import { APPS, CALLBACK, describeHouse } from '../helpers/house.ts';
import { api, goThrough, signUp, token, type Tokens } from '../helpers/login.ts';
import { eachFact, eachRow, endpointOf, tableOf } from './helpers.ts';
import { clientOf, type Fields, grantOf, refresh, refusalIn } from './kauth-walk.ts';

const VERIFIER = 'dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk';
const S256 = { code_challenge: createHash('sha256').update(VERIFIER).digest('base64url'), code_challenge_method: 'S256' };

const { methods, takes, gives } = endpointOf('/oauth/token');

describeHouse('contract · 1.7 · /oauth/token takes', (world) => {
  const getToken = (fields: Fields) => supertest(world.url).get('/oauth/token').query(fields);
  /** The right value brings tokens, another one this code. */
  const counts = async (fields: Fields, wrong: Fields, code: string) => {
    assert.equal((await token(world, { ...fields, ...wrong })).body.error_code, code);
    assert.equal((await token(world, fields)).status, 200);
  };
  /** The same of a proof of the platform, under a key of an SDK. */
  const proves = async (type: AppKey['type'], registered: Partial<AppKey>, name: string, value: string) => {
    const { keys } = await world.app(APPS.demo);
    await world.change('apps', APPS.demo, { keys: keys.map((key) => ({ ...key, ...registered })) });
    const client = await clientOf(world, APPS.demo, type);
    const uri = keys.find((key) => key.type === type)!.redirectUris[0]!;
    const params = { client_id: client['client_id']!, redirect_uri: uri };
    const { query } = await goThrough(world, { app: APPS.demo, as: 'returning', params });
    const fields = { grant_type: 'authorization_code', ...client, redirect_uri: uri, code: query['code']!, [name]: value };
    await counts(fields, { [name]: `${value}x` }, 'KOE009');
  };

  const tests: Record<string, () => Promise<void>> = {
    POST: async () => assert.equal((await token(world, await grantOf(world))).status, 200),
    GET: async () => void (await getToken(await grantOf(world)).expect(200)),
    grant_type: async () => counts(await grantOf(world), { grant_type: 'implicit' }, 'KOE310'),
    client_id: async () => counts(await grantOf(world), { client_id: 'x' }, 'KOE101'),
    redirect_uri: async () => counts(await grantOf(world), { redirect_uri: `${CALLBACK}/` }, 'KOE303'),
    code: async () => counts(await grantOf(world), { code: 'x' }, 'KOE320'),
    refresh_token: async () => {
      const { refresh_token } = await signUp(world, { app: APPS.demo, as: 'han' });
      const fields = { grant_type: 'refresh_token', ...(await clientOf(world)), refresh_token };
      await counts(fields, { refresh_token: 'x' }, 'KOE322');
    },
    client_secret: async () => counts(await grantOf(world), { client_secret: 'x' }, 'KOE010'),
    code_verifier: async () => {
      const fields = { ...(await grantOf(world, { params: S256 })), code_verifier: VERIFIER };
      await counts(fields, { code_verifier: VERIFIER.replace('d', 'e') }, 'KOE320');
    },
    client_origin: () => proves('javascript', { domains: ['http://localhost:3000'] }, 'client_origin', 'http://localhost:3000'),
    android_key_hash: () => proves('native', { androidKeyHashes: ['a+b/c='] }, 'android_key_hash', 'a+b/c='),
    ios_bundle_id: () => proves('native', { iosBundleIds: ['com.example.shop'] }, 'ios_bundle_id', 'com.example.shop'),
  };
  eachRow([...methods, ...takes], tests, (test) => test());
});

describeHouse('contract · 1.7 · /oauth/token gives', (world) => {
  const tokens = () => signUp(world, { app: APPS.openidConnect, as: 'han', agree: 'required' });

  const tests: Record<string, (given: Tokens) => Promise<void> | void> = {
    token_type: (given) => assert.equal(given.token_type, 'bearer'),
    access_token: async (given) => void (await api(world, '/v2/user/me', given.access_token).expect(200)),
    id_token: (given) => assert.equal(typeof decodeJwt(given.id_token!).sub, 'string'),
    expires_in: (given) => assert.equal(given.expires_in, 21_599),
    refresh_token: async (given) => assert.equal((await refresh(world, given, APPS.openidConnect)).status, 200),
    refresh_token_expires_in: (given) => assert.equal(given.refresh_token_expires_in, 5_183_999),
    scope: (given) => assert.equal(given.scope, 'profile_nickname account_email openid'),
  };
  eachRow(gives, tests, async (test) => test(await tokens()));
});

describeHouse('contract · 1.8 · how a client proves itself', (world) => {
  eachFact(tableOf('client-authentication'), {
    'HTTP Basic is ignored: client_id is missing, KOE101 [null]': async () => {
      const { client_id: key, client_secret: secret, ...fields } = await grantOf(world);
      const answer = await supertest(world.url).post('/oauth/token').auth(key!, secret!).type('form').send(fields);
      assert.equal(refusalIn(answer), '401 invalid_client KOE101 Not exist client_id [null]');
      assert.equal((await token(world, { ...fields, client_id: key, client_secret: secret })).status, 200);
    },

    'with the client secret OFF any client_secret or none is accepted': async () => {
      for (const client_secret of ['kakao', undefined]) {
        assert.equal((await token(world, { ...(await grantOf(world, { app: APPS.secretOff })), client_secret })).status, 200);
      }
    },

    'with the client secret ON a missing or wrong client_secret is KOE010': async () => {
      const grant = await grantOf(world);
      for (const client_secret of ['kakao', undefined])
        assert.equal(refusalIn(await token(world, { ...grant, client_secret })), '401 invalid_client KOE010 Bad client credentials');
    },

    'a new REST API key begins with the client secret ON': async () => {
      const { key } = await world.house.apps.addKey('93-partner', APPS.demo, 'rest');
      const fields = { grant_type: 'refresh_token', client_id: key, refresh_token: 'any' };
      assert.equal(refusalIn(await token(world, fields)), '401 invalid_client KOE010 Bad client credentials');
    },
  });
});

/** How requests to kapi prove themselves, and how their parameters are written. Reference 2.0. */
import assert from 'node:assert/strict';
import supertest from 'supertest';
import { APPS, describeHouse } from '../helpers/house.ts';
import { signUp } from '../helpers/login.ts';
import { rowsOf } from '../helpers/visitor.ts';
import { loggedIn } from '../oauth/helpers.ts';
import { eachFact, tableOf } from './helpers.ts';

const ME = '/v2/user/me';
const target = { target_id_type: 'user_id', target_id: '3900000001' };
const emailAlone = { property_keys: '["kakao_account.email"]' };

describeHouse('contract · 2.0 · forms of requests', (world) => {
  const bearer = async () => {
    const { access_token: token } = await signUp(world, { app: APPS.demo, as: 'returning' });
    return { authorization: `Bearer ${token}` };
  };
  const admin = async () => ({ authorization: `KakaoAK ${(await world.app(APPS.demo)).adminKeys[0]}` });
  const get = (path: string, query: object, headers: Record<string, string>) => supertest(world.url).get(path).query(query).set(headers);
  const post = (path: string, form: object, headers: Record<string, string>) =>
    supertest(world.url).post(path).type('form').send(form).set(headers);

  eachFact(tableOf('kapi-forms'), {
    'a user is named by an access token, or by the admin key with target_id_type and target_id': async () => {
      const byToken = await get(ME, {}, await bearer()).expect(200);
      const byKey = await get(ME, target, await admin()).expect(200);
      assert.equal(byToken.body.id, 3900000001);
      assert.deepEqual(byKey.body, byToken.body);
    },
    'a POST sends its parameters as a form, a GET in the query': async () => {
      const headers = await bearer();
      const byGet = await get(ME, emailAlone, headers).expect(200);
      const byPost = await post(ME, emailAlone, headers).expect(200);
      assert.deepEqual(Object.keys(byGet.body.kakao_account), ['email_needs_agreement', 'is_email_valid', 'is_email_verified', 'email']);
      assert.deepEqual(byPost.body, byGet.body);
    },
    'arrays and objects are JSON text in one field': async () => {
      const headers = await bearer();
      await world.change('apps', APPS.demo, { userProperties: ['tier'] });
      await post('/v1/user/update_profile', { properties: '{"tier":"gold"}' }, headers).expect(200);
      const { body } = await get(ME, { property_keys: '["properties.tier","kakao_account.email"]' }, headers).expect(200);
      assert.deepEqual([body.properties, body.kakao_account.email], [{ tier: 'gold' }, 'returning@example.com']);
      assert.equal((await get(ME, { property_keys: 'properties.tier,kakao_account.email' }, headers).expect(400)).body.code, -2);
    },
    'tags, channel_ids and service_terms are comma text': async () => {
      const headers = await bearer();
      const tags = ['service_20260105', 'marketing_20260105'];
      const terms = await get('/v2/user/service_terms', { tags: tags.join() }, headers).expect(200);
      assert.deepEqual(
        terms.body.service_terms.map(({ tag }: { tag: string }) => tag),
        tags,
      );
      const channels = await get('/v2/api/talk/channels', { channel_ids: '_unknown,_xqDemo' }, headers).expect(200);
      assert.deepEqual(
        channels.body.channels.map(({ channel_public_id: id }: { channel_public_id: string }) => id),
        ['_xqDemo'],
      );
      const page = await loggedIn(world, APPS.demo, 'new', { service_terms: tags.join() });
      assert.deepEqual(
        rowsOf(page).filter((row) => row.startsWith('term=')),
        tags.map((tag) => `term=${tag}`),
      );
    },
    'the KA header is ignored': async () => {
      const headers = await bearer();
      const { body } = await get(ME, {}, headers).expect(200);
      for (const KA of ['sdk/1.43.1 os/javascript lang/ko origin/https%3A%2F%2Felsewhere.example', 'nonsense', '\u00e9'])
        await get(ME, {}, { ...headers, KA }).expect(200, body);
    },
    'an admin key calls only the APIs of its list, others are 403 -3': async () => {
      const { adminKeys } = await world.app(APPS.demo);
      await world.change('apps', APPS.demo, { adminKeyApis: { [adminKeys[0]!]: [ME] } });
      await get(ME, target, await admin()).expect(200);
      const { body } = await get('/v2/user/scopes', target, await admin()).expect(403);
      assert.equal(body.code, -3);
    },
  });
});

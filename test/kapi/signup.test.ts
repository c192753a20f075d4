/** Manual linking (수동 연결): reference 2.9 and 5.9. */
import assert from 'node:assert/strict';
import { admin, AT_TEXT, bearer, NUMBER, openKapi, target } from './helpers.ts';
import { openPreregistered } from './preregistered.ts';

const PATH = '/v1/user/signup';
const ALREADY = { msg: 'already registered', code: -102 };
const unregistered = { msg: 'user property not found ([gender, age] for appId=123456)', code: -201 };
const kept = (properties: Record<string, string>) => ({ app: { userProperties: ['tier', 'size'] }, link: { properties } });

describe('kapi · POST /v1/user/signup', () => {
  it('registers a preregistered user: everything is told from then on', async () => {
    const { http, store } = await openPreregistered({ items: ['gender'], agreed: ['gender'] });
    const { text } = await http.post(PATH).set(bearer).expect(200);
    assert.equal(text, `{"id":${NUMBER}}`);
    const { text: me } = await http.get('/v2/user/me').set(bearer).expect(200);
    const account = '"kakao_account":{"gender_needs_agreement":false,"gender":"female"}';
    assert.equal(me, `{"id":${NUMBER},"has_signed_up":true,"connected_at":"${AT_TEXT}","synched_at":"${AT_TEXT}",${account}}`);
    await http.get('/v2/user/scopes').set(bearer).expect(200);
    const { state, registerBy } = (await store.get('links', '123456:person'))!;
    assert.deepEqual([state, registerBy], ['linked', null]);
  });

  it('keeps the user properties that come along', async () => {
    const { http } = await openPreregistered(kept({}));
    await http.post(PATH).set(bearer).type('form').send({ properties: '{"tier":"gold","size":"L"}' }).expect(200);
    const { body } = await http.get('/v2/user/me').set(bearer).expect(200);
    assert.deepEqual(body.properties, { tier: 'gold', size: 'L' });
  });

  it('signup of a registered user is -102 after a first one, and keeps nothing', async () => {
    const { http } = await openPreregistered(kept({}));
    await http.post(PATH).set(bearer).type('form').send({ properties: '{"tier":"gold"}' }).expect(200);
    await http.post(PATH).set(bearer).type('form').send({ properties: '{"tier":"basic"}' }).expect(400, ALREADY);
    const { body } = await http.get('/v2/user/me').set(bearer).expect(200);
    assert.deepEqual(body.properties, { tier: 'gold' });
  });

  it('signup of a registered user is -102, in an app that links its users by itself', async () => {
    const { http } = await openKapi();
    await http.post(PATH).set(bearer).expect(400, ALREADY);
  });

  it('lets one of two at the same time register', async () => {
    const { http } = await openPreregistered();
    const both = await Promise.all([http.post(PATH).set(bearer), http.post(PATH).set(bearer)]);
    assert.deepEqual(new Set(both.map(({ status }) => status)), new Set([200, 400]));
  });

  it('answers -201 to user properties that are not registered, and registers nobody', async () => {
    const { http } = await openPreregistered(kept({}));
    const properties = '{"gender":"f","tier":"gold","age":"9"}';
    await http.post(PATH).set(bearer).type('form').send({ properties }).expect(400, unregistered);
    const { body } = await http.get('/v2/user/me').set(bearer).expect(200);
    assert.equal(body.has_signed_up, false);
  });

  for (const properties of ['null', '[]', '{"tier":1}', 'tier=gold', '{"tier"']) {
    it(`answers -2 to properties=${properties}`, async () => {
      const { http } = await openPreregistered(kept({}));
      const { body } = await http.post(PATH).set(bearer).type('form').send({ properties }).expect(400);
      assert.deepEqual(body, { msg: 'properties: expected a JSON object of strings', code: -2 });
    });
  }

  it('answers -401 with the challenge to a token that does not exist', async () => {
    const { http } = await openPreregistered();
    const { body, headers } = await http.post(PATH).set('authorization', 'Bearer other').expect(401);
    assert.deepEqual(body, { msg: 'this access token does not exist', code: -401 });
    assert.equal(headers['www-authenticate'], 'Bearer error=invalid_token');
  });

  it('takes no admin key: a user is registered in their own login', async () => {
    const { http } = await openPreregistered();
    const { body } = await http.post(PATH).set(admin).type('form').send(target).expect(401);
    assert.equal(body.code, -401);
  });
});

describe('kapi · has_signed_up', () => {
  const openings = {
    'a registered user of manual linking': { open: () => openKapi({ app: { autoLink: false } }), told: true },
    'a preregistered user': { open: () => openPreregistered(), told: false },
    'a user who was preregistered when automatic linking came': { open: () => openPreregistered({ app: { autoLink: true } }), told: false },
    'a user of automatic linking': { open: () => openKapi(), told: undefined },
  };
  for (const [who, { open, told }] of Object.entries(openings)) {
    it(`is ${told} of ${who}, with and without its property key`, async () => {
      const { http } = await open();
      for (const query of [{}, { property_keys: '["has_signed_up"]' }, { property_keys: '["id","has_signed_up"]' }]) {
        const { body } = await http.get('/v2/user/me').query(query).set(bearer).expect(200);
        assert.equal(body.has_signed_up, told);
        assert.ok(body.id);
      }
      const { body } = await http.get('/v2/user/me').query({ property_keys: '["kakao_account."]' }).set(bearer).expect(200);
      assert.equal(body.has_signed_up, undefined);
    });
  }
});

import assert from 'node:assert/strict';
import { admin, bearer, NUMBER, openKapi, PICTURES, target } from './helpers.ts';

const PATH = '/v1/user/update_profile';
const app = { userProperties: ['tier', 'size'] };
const kept = { tier: 'basic' };

const answers = [
  { properties: '{"tier":"gold"}', told: { tier: 'gold' } },
  { properties: '{"size":"L"}', told: { tier: 'basic', size: 'L' } },
  { properties: '{"tier":"금","size":"\\u0000 \\"<&"}', told: { tier: '금', size: '\0 "<&' } },
  { properties: '{"tier":""}', told: { tier: '' } },
  { properties: '{}', told: kept },
];

const unknown = (keys: string) => ({ msg: `user property not found ([${keys}] for appId=123456)`, code: -201 });
const noObject = { msg: 'properties: expected a JSON object of strings', code: -2 };
const refused = [
  { properties: '{"gender":"f","tier":"gold","age":"9"}', answer: unknown('gender, age') },
  { properties: '{"nickname":"새 이름"}', answer: unknown('nickname') },
  { properties: '{"__proto__":"x"}', answer: unknown('__proto__') },
  { properties: '', answer: noObject },
  { properties: 'null', answer: noObject },
  { properties: '[]', answer: noObject },
  { properties: '["tier"]', answer: noObject },
  { properties: '"tier"', answer: noObject },
  { properties: '{"tier":1}', answer: noObject },
  { properties: '{"tier":null}', answer: noObject },
  { properties: '{"tier":{"a":"b"}}', answer: noObject },
  { properties: '{"tier":"gold"', answer: noObject },
  { properties: 'tier=gold', answer: noObject },
];

describe('kapi · POST /v1/user/update_profile', () => {
  for (const { properties, told } of answers) {
    it(`keeps ${properties}, and user/me tells it`, async () => {
      const { http } = await openKapi({ app, link: { properties: kept } });
      const { text } = await http.post(PATH).set(bearer).type('form').send({ properties }).expect(200);
      assert.equal(text, `{"id":${NUMBER}}`);
      const { body } = await http.get('/v2/user/me').set(bearer).expect(200);
      assert.deepEqual(body.properties, told);
    });
  }

  for (const { properties, answer } of refused) {
    it(`answers ${answer.code} to ${properties} and keeps nothing of it`, async () => {
      const { http } = await openKapi({ app, link: { properties: kept } });
      await http.post(PATH).set(bearer).type('form').send({ properties }).expect(400, answer);
      const { body } = await http.get('/v2/user/me').set(bearer).expect(200);
      assert.deepEqual(body.properties, kept);
    });
  }

  it('is told one by one through property_keys', async () => {
    const { http } = await openKapi({ app });
    await http.post(PATH).set(bearer).type('form').send({ properties: '{"tier":"gold","size":"L"}' }).expect(200);
    const { body } = await http.get('/v2/user/me').query({ property_keys: '["properties.size"]' }).set(bearer).expect(200);
    assert.deepEqual(body.properties, { size: 'L' });
  });

  it('wins over the copies of the profile in an older app that has registered them', async () => {
    const { http } = await openKapi({
      items: ['profile'],
      agreed: ['profile'],
      app: { era: '2019', userProperties: ['nickname'] },
      switches: { legacyProperties: true },
    });
    await http.post(PATH).set(bearer).type('form').send({ properties: '{"nickname":"가게의 이름"}' }).expect(200);
    const { body } = await http.get('/v2/user/me').set(bearer).expect(200);
    assert.deepEqual(body.properties, {
      nickname: '가게의 이름',
      profile_image: `${PICTURES}/pictures/demo-640.png`,
      thumbnail_image: `${PICTURES}/pictures/demo-110.png`,
    });
    assert.equal(body.kakao_account.profile.nickname, '데모회원');
  });

  it('takes no admin key', async () => {
    const { http } = await openKapi({ app });
    const { body } = await http
      .post(PATH)
      .set(admin)
      .type('form')
      .send({ properties: '{"tier":"gold"}', ...target })
      .expect(401);
    assert.deepEqual(body, { msg: 'no authentication key!', code: -401 });
  });

  it('is forgotten when the person unlinks', async () => {
    const { http, store } = await openKapi({ app });
    await http.post(PATH).set(bearer).type('form').send({ properties: '{"tier":"gold"}' }).expect(200);
    await http.post('/v1/user/unlink').set(bearer).expect(200);
    assert.deepEqual((await store.get('links', '123456:person'))?.properties, {});
  });
});

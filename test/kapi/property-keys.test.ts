import assert from 'node:assert/strict';
import { bearer, openKapi } from './helpers.ts';

const everything = {
  items: ['profile_nickname', 'account_email', 'gender'],
  agreed: ['profile_nickname', 'account_email', 'gender'],
  link: { properties: { tier: 'basic', size: 'L' } },
  app: { userProperties: ['tier', 'size'] },
};
const email = ['email', 'email_needs_agreement', 'is_email_valid', 'is_email_verified'];
const nickname = ['profile', 'profile_nickname_needs_agreement'];
const gender = ['gender', 'gender_needs_agreement'];

const keys = [
  { keys: ['kakao_account.email'], account: email, properties: [] },
  { keys: ['kakao_account.email', 'kakao_account.gender'], account: [...email, ...gender], properties: [] },
  { keys: ['kakao_account.profile'], account: nickname, properties: [] },
  { keys: ['kakao_account.profile.nickname'], account: nickname, properties: [] },
  { keys: ['kakao_account.'], account: [...email, ...gender, ...nickname], properties: [] },
  { keys: ['properties.'], account: [], properties: ['tier', 'size'] },
  { keys: ['properties.tier'], account: [], properties: ['tier'] },
  { keys: ['properties.nickname'], account: [], properties: [] },
  { keys: ['id'], account: [], properties: [] },
  { keys: ['has_signed_up'], account: [], properties: [] },
  { keys: ['kakao_account.ci'], account: [], properties: [] },
  { keys: ['__proto__', 'kakao_account.__proto__', 'kakao_account.constructor'], account: [], properties: [] },
  { keys: [], account: [...email, ...gender, ...nickname], properties: ['tier', 'size'] },
];

describe('kapi · property_keys of user/me', () => {
  for (const { keys: asked, account, properties } of keys) {
    it(`brings whole groups for ${JSON.stringify(asked)}, by query and by form`, async () => {
      const { http } = await openKapi(everything);
      const property_keys = JSON.stringify(asked);
      const byQuery = await http.get('/v2/user/me').query({ property_keys }).set(bearer).expect(200);
      const byForm = await http.post('/v2/user/me').type('form').send({ property_keys }).set(bearer).expect(200);
      for (const { body } of [byQuery, byForm]) {
        assert.deepEqual(new Set(Object.keys(body.kakao_account ?? {})), new Set(account));
        assert.deepEqual(new Set(Object.keys(body.properties ?? {})), new Set(properties));
        assert.ok(body.id && body.connected_at);
      }
    });
  }

  for (const property_keys of ['kakao_account.email', '["kakao_account.email"', '{"a":1}', '[1]', '[["id"]]', '"id"', '[null]']) {
    it(`that are not a list of strings, like ${property_keys}, answer -2`, async () => {
      const { http } = await openKapi();
      const { body } = await http.get('/v2/user/me').query({ property_keys }).set(bearer).expect(400);
      assert.deepEqual(body, { msg: 'property_keys: expected a JSON array of strings', code: -2 });
    });
  }
});

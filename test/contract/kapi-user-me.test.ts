/** How user/me is narrowed, how its values are written, and what Kakao's examples show. Reference 2.2, 2.4. */
import assert from 'node:assert/strict';
import type { Account } from '../../src/store/index.ts';
import { admin, AT_TEXT, bearer, type Differences, NUMBER, openKapi, PICTURES, target } from '../kapi/helpers.ts';
import { eachFact, tableOf } from './helpers.ts';

/** What user/me answers in this house. */
async function me(world: Differences, keys?: readonly string[], status = 200) {
  const { http } = await openKapi(world);
  const query = keys ? { property_keys: JSON.stringify(keys) } : {};
  return http.get('/v2/user/me').query(query).set(bearer).expect(status);
}

const items = ['account_email', 'gender'];
const known: Differences = {
  items,
  agreed: items,
  app: { userProperties: ['tier', 'size'], autoLink: false },
  link: { properties: { tier: 'basic', size: 'L' } },
};
const email = { email_needs_agreement: false, is_email_valid: true, is_email_verified: true, email: 'demo@example.test' };
const gender = { gender_needs_agreement: false, gender: 'female' };

describe('contract · 2.2 · property_keys', () => {
  eachFact(tableOf('property-keys'), {
    'a key of kakao_account brings the whole set of its group': async () => {
      const { body } = await me(known, ['kakao_account.email']);
      assert.deepEqual([body.kakao_account, body.properties], [email, undefined]);
    },
    'a key that ends with a dot brings the whole subtree': async () => {
      assert.deepEqual((await me(known, ['kakao_account.'])).body.kakao_account, { ...email, ...gender });
      assert.deepEqual((await me(known, ['properties.'])).body.properties, { tier: 'basic', size: 'L' });
    },
    'a key of properties that is not registered is -201': async () => {
      const { body } = await me(known, ['properties.gender', 'properties.tier', 'properties.age'], 400);
      assert.deepEqual(body, { msg: 'user property not found ([gender, age] for appId=123456)', code: -201 });
    },
    'properties.nickname, properties.profile_image and properties.thumbnail_image are taken from every app': async () => {
      const keys = ['properties.nickname', 'properties.profile_image', 'properties.thumbnail_image'];
      const profile = { items: ['profile'], agreed: ['profile'] };
      assert.equal((await me(profile, keys)).body.properties, undefined);
      assert.deepEqual(Object.keys((await me({ ...profile, app: { era: '2019' } }, keys)).body.properties), [
        'nickname',
        'profile_image',
        'thumbnail_image',
      ]);
    },
    'has_signed_up comes where it is asked for': async () => {
      assert.equal((await me(known, ['has_signed_up'])).body.has_signed_up, true);
      assert.equal((await me(known, ['kakao_account.'])).body.has_signed_up, undefined);
    },
    'id and the dates come whatever is asked for': async () => {
      const { text } = await me(known, ['properties.tier']);
      const dates = `"connected_at":"${AT_TEXT}","synched_at":"${AT_TEXT}"`;
      assert.equal(text, `{"id":${NUMBER},${dates},"properties":{"tier":"basic"}}`);
    },
  });
});

/** `kakao_account` of a person of whom this is known, in an app that may know it. */
async function accountOf(item: string, account: Partial<Account>, switches: Differences['switches'] = {}) {
  return (await me({ items: [item], agreed: [item], account, switches })).body.kakao_account;
}

describe('contract · 2.2 · values of user/me', () => {
  const address = 'demo@example.test';

  eachFact(tableOf('user-values'), {
    'the age band of children under ten is 1~9': async () => {
      const child = { birthyear: '2021' };
      assert.equal((await accountOf('age_range', child)).age_range, '1~9');
      assert.equal((await accountOf('age_range', child, { youngestAgeRange: '0~9' })).age_range, '0~9');
    },
    'a phone number reads +82 10-1234-5678': async () => {
      const phone = { phone: '+82 10-1234-5678' };
      assert.equal((await accountOf('phone_number', phone)).phone_number, '+82 10-1234-5678');
      assert.equal((await accountOf('phone_number', phone, { phoneFormat: '+82 010' })).phone_number, '+82 010-1234-5678');
    },
    'is_email_valid is false for an address that another account took over': async () => {
      const told = await accountOf('account_email', { email: { address, valid: false, verified: true } });
      assert.deepEqual(told, { ...email, is_email_valid: false });
    },
    'is_email_verified is false for an address that was never verified': async () => {
      const told = await accountOf('account_email', { email: { address, valid: true, verified: false } });
      assert.deepEqual(told, { ...email, is_email_verified: false });
    },
    'is_default_nickname is true for a nickname that Kakao replaced': async () => {
      const { profile } = await accountOf('profile_nickname', { nickname: '닉네임을 등록해주세요', isDefaultNickname: true });
      assert.deepEqual(profile, { nickname: '닉네임을 등록해주세요', is_default_nickname: true });
    },
    'a user number may have 19 digits, told digit for digit': async () => {
      const { text } = await me({});
      assert.equal(NUMBER.length, 19);
      assert.ok(text.startsWith(`{"id":${NUMBER},`), text);
      const { http } = await openKapi();
      const asked = await http.get('/v2/user/me').query(target).set(admin).expect(200);
      assert.equal(asked.text, text);
    },
  });
});

describe('contract · 2.4 · examples of user/me', () => {
  const copies = {
    nickname: '데모회원',
    profile_image: `${PICTURES}/pictures/demo-640.png`,
    thumbnail_image: `${PICTURES}/pictures/demo-110.png`,
  };
  const older: Differences = { items: ['profile'], agreed: ['profile'], app: { era: '2019' } };

  eachFact(tableOf('user-examples'), {
    'with the nickname alone configured there are id, connected_at and the profile with its flag': async () => {
      const { text } = await me({ items: ['profile_nickname'], agreed: ['profile_nickname'], link: { synchedAt: null } });
      const account = '{"profile_nickname_needs_agreement":false,"profile":{"nickname":"데모회원","is_default_nickname":false}}';
      assert.equal(text, `{"id":${NUMBER},"connected_at":"${AT_TEXT}","kakao_account":${account}}`);
    },
    'with nothing configured there are id and connected_at alone': async () => {
      const { text } = await me({ link: { synchedAt: null } });
      assert.equal(text, `{"id":${NUMBER},"connected_at":"${AT_TEXT}"}`);
    },
    'an older app gets copies of nickname and pictures in properties': async () => {
      assert.deepEqual((await me(older)).body.properties, copies);
      assert.deepEqual((await me({ ...older, app: {}, switches: { legacyProperties: true } })).body.properties, copies);
    },
    'an older app with the combined item gets profile_needs_agreement': async () => {
      const { kakao_account: account } = (await me(older)).body;
      assert.deepEqual(Object.keys(account), ['profile_needs_agreement', 'profile']);
      assert.equal(account.profile_needs_agreement, false);
    },
  });
});

import assert from 'node:assert/strict';
import { AT_TEXT, bearer, openKapi, PICTURES } from './helpers.ts';

const nickname = { nickname: '데모회원', is_default_nickname: false };
const picture = {
  thumbnail_image_url: `${PICTURES}/pictures/demo-110.png`,
  profile_image_url: `${PICTURES}/pictures/demo-640.png`,
  is_default_image: false,
};

/** Each group of kakao_account: agreed to, and not. */
const groups = [
  {
    item: 'profile',
    told: { profile_needs_agreement: false, profile: { ...nickname, ...picture } },
    kept: { profile_needs_agreement: true },
  },
  {
    item: 'profile_nickname',
    told: { profile_nickname_needs_agreement: false, profile: nickname },
    kept: { profile_nickname_needs_agreement: true },
  },
  {
    item: 'profile_image',
    told: { profile_image_needs_agreement: false, profile: picture },
    kept: { profile_image_needs_agreement: true },
  },
  { item: 'name', told: { name_needs_agreement: false, name: '홍데모' }, kept: { name_needs_agreement: true } },
  {
    item: 'account_email',
    told: { email_needs_agreement: false, is_email_valid: true, is_email_verified: true, email: 'demo@example.test' },
    kept: { email_needs_agreement: true },
  },
  { item: 'age_range', told: { age_range_needs_agreement: false, age_range: '40~49' }, kept: { age_range_needs_agreement: true } },
  { item: 'birthyear', told: { birthyear_needs_agreement: false, birthyear: '1980' }, kept: { birthyear_needs_agreement: true } },
  {
    item: 'birthday',
    told: { birthday_needs_agreement: false, birthday: '0314', birthday_type: 'SOLAR', is_leap_month: false },
    kept: { birthday_needs_agreement: true },
  },
  { item: 'gender', told: { gender_needs_agreement: false, gender: 'female' }, kept: { gender_needs_agreement: true } },
  {
    item: 'phone_number',
    told: { phone_number_needs_agreement: false, phone_number: '+82 10-0000-0001' },
    kept: { phone_number_needs_agreement: true },
  },
  {
    item: 'account_ci',
    told: { ci_needs_agreement: false, ci: 'U0lNX0NJ', ci_authenticated_at: AT_TEXT },
    kept: { ci_needs_agreement: true },
  },
  { item: 'shipping_address', told: undefined, kept: undefined },
  { item: 'plusfriends', told: undefined, kept: undefined },
];

describe('kapi · GET and POST /v2/user/me', () => {
  for (const { item, told, kept } of groups) {
    it(`tells ${item} field by field once it was agreed to, and before only that it could`, async () => {
      const agreed = await openKapi({ items: [item], agreed: [item] });
      assert.deepEqual((await agreed.http.get('/v2/user/me').set(bearer).expect(200)).body.kakao_account, told);
      const declined = await openKapi({ items: [item] });
      assert.deepEqual((await declined.http.post('/v2/user/me').set(bearer).expect(200)).body.kakao_account, kept);
    });
  }

  it('tells when a user signed up by simple signup', async () => {
    const { http } = await openKapi();
    const { body } = await http.get('/v2/user/me').set(bearer).expect(200);
    assert.equal(body.synched_at, AT_TEXT);
  });

  it('puts nickname and picture into one profile, each with its own flag', async () => {
    const items = ['profile_nickname', 'profile_image'];
    const { http } = await openKapi({ items, agreed: ['profile_nickname'] });
    const { body } = await http.get('/v2/user/me').set(bearer).expect(200);
    assert.deepEqual(body.kakao_account, {
      profile_nickname_needs_agreement: false,
      profile_image_needs_agreement: true,
      profile: nickname,
    });
  });

  it('takes secure_resource and refuses what is neither true nor false', async () => {
    const { http } = await openKapi();
    for (const secure_resource of ['true', 'false', 'True', ''])
      await http.get('/v2/user/me').query({ secure_resource }).set(bearer).expect(200);
    const { body } = await http.get('/v2/user/me').query({ secure_resource: 'perhaps' }).set(bearer).expect(400);
    assert.equal(body.code, -2);
  });
});

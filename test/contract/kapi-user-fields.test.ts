/** What kapi tells of a user, field by field. Reference 2.2, 2.12. */
import { admin, AT_TEXT, bearer, NUMBER, openKapi, PICTURES } from '../kapi/helpers.ts';
import { endpointOf } from './helpers.ts';
import { eachField } from './kapi-fields.ts';
import { everything } from './kapi-worlds.ts';

const account = {
  profile_needs_agreement: false,
  profile_nickname_needs_agreement: false,
  profile_image_needs_agreement: false,
  profile: {
    nickname: '데모회원',
    thumbnail_image_url: `${PICTURES}/pictures/demo-110.png`,
    profile_image_url: `${PICTURES}/pictures/demo-640.png`,
    is_default_image: false,
    is_default_nickname: false,
  },
  name_needs_agreement: false,
  name: '홍데모',
  has_email: true,
  email_needs_agreement: false,
  is_email_valid: true,
  is_email_verified: true,
  email: 'demo@example.test',
  has_age_range: true,
  age_range_needs_agreement: false,
  age_range: '40~49',
  has_birthyear: true,
  birthyear_needs_agreement: false,
  birthyear: '1980',
  has_birthday: true,
  birthday_needs_agreement: false,
  birthday: '0314',
  birthday_type: 'SOLAR',
  is_leap_month: false,
  has_gender: true,
  gender_needs_agreement: false,
  gender: 'female',
  has_phone_number: true,
  phone_number_needs_agreement: false,
  phone_number: '+82 10-0000-0001',
  has_ci: true,
  ci_needs_agreement: false,
  ci: 'U0lNX0NJ',
  ci_authenticated_at: AT_TEXT,
};
const user = {
  id: Number(NUMBER),
  has_signed_up: true,
  connected_at: AT_TEXT,
  synched_at: AT_TEXT,
  properties: { tier: 'basic' },
  kakao_account: account,
};

describe('contract · 2.2 · the fields of /v2/user/me', () => {
  eachField(endpointOf('/v2/user/me').gives, user, async () => {
    const { http } = await openKapi(everything);
    return (await http.get('/v2/user/me').set(bearer).expect(200)).body;
  });
});

describe('contract · 2.12 · the fields of /v2/app/users', () => {
  const property_keys = '["has_signed_up","properties.","kakao_account."]';
  eachField(endpointOf('/v2/app/users').gives, [user], async () => {
    const { http } = await openKapi(everything);
    const query = { target_id_type: 'user_id', target_ids: `[${NUMBER}]`, property_keys };
    return (await http.get('/v2/app/users').query(query).set(admin).expect(200)).body;
  });
});

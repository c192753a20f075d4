/** 관련 API: which APIs carry what a consent item permits. Source: guide, 4단계 (검수 기준으로 설정을 다시 해야 함); kakao-api 2. */

const ME = '/v2/user/me';
const USER_INFO = '/v1/oidc/userinfo';
const USERS = '/v2/app/users';
const CHANNELS = '/v2/api/talk/channels';
const ADDRESSES = '/v1/user/shipping_address';

const apis: Readonly<Record<string, readonly string[]>> = {
  profile: [ME, USER_INFO, USERS],
  profile_nickname: [ME, USER_INFO, USERS],
  profile_image: [ME, USER_INFO, USERS],
  account_email: [ME, USER_INFO, USERS],
  name: [ME, USER_INFO, USERS],
  gender: [ME, USER_INFO, USERS],
  age_range: [ME, USERS],
  birthday: [ME, USER_INFO, USERS],
  birthyear: [ME, USER_INFO, USERS],
  phone_number: [ME, USER_INFO, USERS],
  account_ci: [ME, USERS],
  shipping_address: [ADDRESSES],
  plusfriends: [CHANNELS],
};

/** Paths of the APIs; none for an item that no API of the simulator carries. */
export function apisOf(itemId: string): readonly string[] {
  return apis[itemId] ?? [];
}

/** Other APIs about one user: OpenID Connect, token, logout, unlink, signup, properties, addresses. Source: kakao-api 2.5 to 2.10, 2.13. */
import { but, differs, doc, docSdk, fact, inside, sdk } from '../row.ts';
import type { Endpoint, Table } from '../table.ts';
import { ofToken, ofUser } from './errors.ts';
import { byEither, byToken } from './forms.ts';

const id = doc('id');
const user = (name: string, section: string, rest: Partial<Endpoint>): Endpoint => ({
  name,
  section,
  sources: ['doc'],
  methods: doc('GET'),
  forms: byEither,
  takes: [],
  gives: id,
  errors: ofUser(),
  ...rest,
});

// prettier-ignore
export const userInfo = user('/v1/oidc/userinfo', '2.5', {
  forms: byToken,
  gives: doc(
    'sub', 'name', 'nickname', 'picture', 'email', 'email_verified', 'gender', 'birthdate',
    'phone_number', 'phone_number_verified',
  ),
  errors: ofUser(),
});

export const accessTokenInfo = user('/v1/user/access_token_info', '2.6', {
  forms: byToken,
  gives: [
    ...doc('id', 'expires_in', 'app_id'),
    ...but(docSdk('expiresInMillis', 'appId'), differs('2019년 앱에만 있습니다.', 'In apps of 2019 only.')),
  ],
  errors: ofToken(),
});

export const checkAccessToken = user('/v1/user/check_access_token', '2.6', {
  sources: ['sdk'],
  methods: sdk('GET'),
  forms: byToken,
  gives: [],
  errors: ofToken(),
  ...differs('본문은 알려지지 않아 비어 있습니다.', 'Its body is not established; empty here.'),
});

export const logout = user('/v1/user/logout', '2.7', { methods: doc('POST') });
export const unlink = user('/v1/user/unlink', '2.8', { methods: doc('POST') });

export const signup = user('/v1/user/signup', '2.9', {
  methods: doc('POST'),
  forms: byToken,
  takes: doc('properties'),
  errors: ofToken('-102', '-201'),
});

export const updateProfile = user('/v1/user/update_profile', '2.10', {
  methods: doc('POST'),
  forms: byToken,
  takes: but(
    doc('properties'),
    differs(
      '보낸 것만 바꾸고 나머지는 그대로 둡니다. 값은 문자열이어야 합니다.',
      'Changes the named ones and keeps the others. Values must be strings.',
    ),
  ),
  errors: ofToken('-101', '-201'),
});

// prettier-ignore
export const shippingAddress = user('/v1/user/shipping_address', '2.13', {
  takes: [
    ...doc('address_id', 'page_size'),
    ...but(doc('from_updated_at'), differs('이 시각보다 오래된 것을 뜻합니다.', 'Means older than.')),
  ],
  gives: [
    ...doc('user_id'),
    ...but(doc('shipping_addresses'), differs('기본 배송지가 먼저, 그다음은 최근에 바뀐 순서입니다.', 'The default one first, then the newest.')),
    ...inside('shipping_addresses[].', [
      ...doc('id', 'name', 'is_default', 'updated_at', 'type', 'base_address', 'detail_address', 'receiver_name'),
      ...doc('receiver_phone_number1', 'receiver_phone_number2', 'zone_number', 'zip_code'),
      ...but(sdk('default'), differs('2019년 앱에만 있습니다.', 'In apps of 2019 only.')),
    ]),
    ...doc('shipping_addresses_needs_agreement'),
    ...but(doc('has_shipping_addresses'), differs('2019년과 2021년 시기의 앱에만 있습니다.', 'In apps of the eras 2019 and 2021 only.')),
  ],
});

// prettier-ignore
export const ends: Table = {
  id: 'logout-and-unlink',
  section: '2.8',
  title: { ko: '로그아웃과 연결 끊기가 하는 일', en: 'What logout and unlink do' },
  kind: 'declared',
  rows: [
    fact('doc', 'a logout by token ends that token with its refresh token', '토큰으로 하는 로그아웃은 그 토큰과 리프레시 토큰을 끝냅니다.'),
    fact('doc', 'a logout by admin key ends every token of the user in the app', '어드민 키로 하는 로그아웃은 그 앱의 사용자 토큰을 모두 끝냅니다.'),
    fact('doc', 'a logout leaves the Kakao account session alone', '로그아웃해도 카카오계정 세션은 그대로입니다.'),
    fact('doc', 'an unlink ends consents, term agreements, user properties and all tokens', '연결을 끊으면 동의, 약관 동의, 사용자 프로퍼티, 토큰이 모두 사라집니다.'),
    fact('doc', 'after an unlink the next login shows the full consent screen', '연결을 끊은 뒤 로그인하면 동의 화면이 처음처럼 나옵니다.'),
    fact('doc', 'an unlink by the service sends no unlink webhook', '서비스가 끊으면 연결 해제 웹훅을 보내지 않습니다.'),
    fact('recall', 'an unlink leaves the channel friendship alone', '연결을 끊어도 채널 친구는 그대로입니다.'),
  ],
};

// prettier-ignore
export const manualLink: Table = {
  id: 'manual-link',
  section: '2.9',
  title: { ko: '연결대기 사용자', en: 'Preregistered users' },
  kind: 'declared',
  rows: [
    fact('doc', 'user/me tells a preregistered user’s id, connected_at, has_signed_up, profile and e-mail alone',
      '연결대기 사용자는 user/me로 id, connected_at, has_signed_up, 프로필, 이메일만 알 수 있습니다.'),
    fact('doc sdk', 'other APIs answer -101 about a preregistered user', '다른 API는 연결대기 사용자에 -101로 답합니다.'),
    fact('doc', 'a preregistered user who is not registered within 24 hours is unlinked', '24시간 안에 연결하지 않은 사용자는 연결이 끊깁니다.'),
    fact('doc', 'signup of a registered user is -102', '이미 연결한 사용자의 signup은 -102입니다.'),
  ],
};

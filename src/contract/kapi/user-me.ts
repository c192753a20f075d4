/** The user: parameters, fields, and how `property_keys` narrows them. Source: kakao-api 2.2, 2.4. */
import { added, but, differs, doc, docSdk, fact, inside, leftOut, type Row, sdk } from '../row.ts';
import type { Endpoint, Table } from '../table.ts';
import { ofUser } from './errors.ts';
import { byEither, QUERY } from './forms.ts';

const NOT_PUBLIC = leftOut('공개 문서에 없는 제휴 항목입니다.', 'Partner items that are not in the public table.');
const NEEDS_FRIENDS = leftOut(
  '친구 API와 앱 그룹은 로그인과 카카오싱크 밖입니다.',
  'Friends API and app groups are outside of login and Kakao Sync.',
);

const OLDER_ERAS = differs('2019년과 2021년 시기의 앱에만 있습니다.', 'In apps of the eras 2019 and 2021 only.');

const needed = (...groups: string[]): string[] => groups.map((group) => `${group}_needs_agreement`);

// prettier-ignore
const account: readonly Row[] = [
  ...sdk('profile_needs_agreement'),
  ...doc(...needed('profile_nickname', 'profile_image')),
  ...doc('profile'),
  ...inside('profile.', doc('nickname', 'thumbnail_image_url', 'profile_image_url', 'is_default_image', 'is_default_nickname')),
  ...doc('name_needs_agreement', 'name'),
  ...doc('email_needs_agreement', 'is_email_valid', 'is_email_verified', 'email'),
  ...doc('age_range_needs_agreement', 'age_range'),
  ...doc('birthyear_needs_agreement', 'birthyear'),
  ...doc('birthday_needs_agreement', 'birthday', 'birthday_type', 'is_leap_month'),
  ...doc('gender_needs_agreement', 'gender'),
  ...doc('phone_number_needs_agreement', 'phone_number'),
  ...doc('ci_needs_agreement', 'ci', 'ci_authenticated_at'),
  ...but(sdk(...needed('legal_name', 'legal_birth_date', 'legal_gender', 'is_korean')), NOT_PUBLIC),
  ...but(sdk('legal_name', 'legal_birth_date', 'legal_gender', 'is_korean'), NOT_PUBLIC),
  ...but(docSdk('has_email', 'has_age_range', 'has_birthyear', 'has_birthday', 'has_gender', 'has_phone_number', 'has_ci'), OLDER_ERAS),
  ...but(sdk('is_kakaotalk_user'), leftOut('예전 응답에만 있던 필드입니다.', 'Seen in old answers only.')),
];

// prettier-ignore
export const userFields: readonly Row[] = [
  ...doc('id', 'has_signed_up', 'connected_at', 'synched_at'),
  ...but(docSdk('properties'), differs(
    '닉네임과 사진의 사본은 2019년 앱과 스위치(legacyProperties)를 켠 앱에만, 동의한 뒤에, 지금 값으로 들어갑니다.',
    'Copies of nickname and pictures only in apps of 2019 and by the switch legacyProperties, after consent, and live.',
  )),
  ...doc('kakao_account'),
  ...inside('kakao_account.', account),
  ...but(docSdk('for_partner', 'for_partner.uuid'), NEEDS_FRIENDS),
  ...but(doc('group_user_token'), NEEDS_FRIENDS),
];

// prettier-ignore
export const userMe: Endpoint = {
  name: '/v2/user/me',
  section: '2.2',
  sources: ['doc'],
  methods: doc('GET', 'POST'),
  forms: [
    ...byEither,
    ...added([QUERY], '다른 방법을 모르는 passport-kakao를 위해 받습니다.', 'passport-kakao has no other way.'),
  ],
  takes: [
    ...but(docSdk('secure_resource'), differs(
      '값만 검사합니다. 사진 주소는 시뮬레이터의 주소 하나뿐입니다.', 'Checked only: the simulator has one base URL.',
    )),
    ...doc('property_keys'),
  ],
  gives: userFields,
  errors: ofUser('-201'),
};

// prettier-ignore
export const propertyKeys: Table = {
  id: 'property-keys',
  section: '2.2',
  title: { ko: 'property_keys', en: 'property_keys' },
  kind: 'declared',
  rows: [
    fact('doc', 'a key of kakao_account brings the whole set of its group', 'kakao_account의 키 하나는 그 묶음의 모든 필드를 가져옵니다.'),
    fact('doc sdk', 'a key that ends with a dot brings the whole subtree', '점으로 끝나는 키는 그 아래를 모두 가져옵니다.'),
    fact('doc', 'a key of properties that is not registered is -201', '등록되지 않은 properties 키는 -201입니다.'),
    fact('doc', 'properties.nickname, properties.profile_image and properties.thumbnail_image are taken from every app',
      'properties.nickname, properties.profile_image, properties.thumbnail_image는 어느 앱이든 쓸 수 있습니다.'),
    fact('sdk', 'has_signed_up comes where it is asked for', 'has_signed_up은 요청하면 옵니다.'),
    fact('doc', 'id and the dates come whatever is asked for', 'id와 날짜는 무엇을 요청하든 옵니다.'),
  ],
};

// prettier-ignore
export const values: Table = {
  id: 'user-values',
  section: '2.2',
  title: { ko: '값', en: 'Values' },
  kind: 'declared',
  rows: [
    fact('doc sdk', 'the age band of children under ten is 1~9', '열 살 미만의 연령대는 1~9입니다.', differs(
      'SDK의 0~9는 스위치(youngestAgeRange)로 고릅니다.', 'The SDKs’ 0~9 by the switch youngestAgeRange.')),
    fact('doc sdk', 'a phone number reads +82 10-1234-5678', '전화번호는 +82 10-1234-5678 꼴입니다.', differs(
      '문서 예시의 +82 010은 스위치(phoneFormat)로 고릅니다.', 'The +82 010 of one documented sample by the switch phoneFormat.')),
    fact('doc', 'is_email_valid is false for an address that another account took over', '다른 계정이 가져간 이메일은 is_email_valid가 false입니다.'),
    fact('doc', 'is_email_verified is false for an address that was never verified', '인증하지 않은 이메일은 is_email_verified가 false입니다.'),
    fact('doc', 'is_default_nickname is true for a nickname that Kakao replaced', '카카오가 바꾼 닉네임은 is_default_nickname이 true입니다.'),
    fact('doc sdk', 'a user number may have 19 digits, told digit for digit', '회원번호는 19자리까지 있고, 한 자리도 빠짐없이 적습니다.'),
  ],
};

// prettier-ignore
export const examples: Table = {
  id: 'user-examples',
  section: '2.4',
  title: { ko: '예시', en: 'Examples' },
  kind: 'declared',
  rows: [
    fact('doc', 'with the nickname alone configured there are id, connected_at and the profile with its flag',
      '닉네임만 설정하면 id, connected_at, 프로필과 그 동의 여부만 있습니다.'),
    fact('recall', 'with nothing configured there are id and connected_at alone', '아무것도 설정하지 않으면 id와 connected_at만 있습니다.'),
    fact('sdk', 'an older app gets copies of nickname and pictures in properties', '예전 앱은 properties에 닉네임과 사진의 사본을 받습니다.', differs(
      '2019년 앱과 스위치(legacyProperties)를 켠 앱만 받습니다.', 'Apps of 2019, and others by the switch legacyProperties.')),
    fact('sdk', 'an older app with the combined item gets profile_needs_agreement', '합쳐진 프로필 항목을 쓰는 예전 앱은 profile_needs_agreement를 받습니다.'),
  ],
};

const RETIRED = { ko: '제공이 끝난 API라 400 -9로 답합니다.', en: 'Discontinued: 400 -9.' };

export const retiredMe: Endpoint = {
  name: '/v1/user/me',
  section: '2.4',
  sources: ['doc', 'sdk'],
  why: RETIRED,
  methods: but(doc('GET'), { why: RETIRED }),
  forms: [],
  takes: [],
  gives: but(sdk('id', 'kaccount_email', 'kaccount_email_verified', 'properties'), { why: RETIRED }),
  errors: ['-9'],
};

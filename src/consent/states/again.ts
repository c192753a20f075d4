/** What a user of the app is asked when they log in again. Source: kakao-api 5.6. */
import { statesOf } from './state.ts';

const bare = { agreed: {} };
const full = { agreed: { items: ['nick', 'mail', 'pic'], terms: ['use', 'news', 'data', 'gift'] } };
const least = { agreed: { items: ['nick', 'mail'], terms: ['use', 'data'] } };
const agreedTo = (...terms: string[]) => ({ agreed: { items: ['nick', 'mail'], terms } });
const switched = (...terms: string[]) => ({ ...agreedTo(...terms), askOptionalTermBesideAgreedRequired: true });
const preregistered = { ...bare, state: 'preregistered' } as const;
const picture = 'additional: - | pic | - | - | -';
const termsAsked = (terms: string) => `additional: - | - | ${terms} | - | -`;

// prettier-ignore
export const again = statesOf('again', [
  ['agreed-to-all', '모두 동의한 사람이 다시 로그인', 'the person agreed to everything', 'nothing', { of: full }],
  ['added-since', '동의한 뒤에 항목과 약관이 늘어남', 'the app added items and terms since', 'nothing', { of: bare }],
  ['scope-open', 'scope에 동의하지 않은 항목', 'scope names an open item', picture, { of: least, scope: ['pic'] }],
  ['scope-mixed', 'scope에 동의한 항목과 하지 않은 항목', 'scope names agreed items beside an open one', picture, { of: least, scope: ['nick', 'pic', 'mail'] }],
  ['scope-added-required', 'scope에 새로 생긴 필수 항목', 'scope names a required item that the app added', 'additional: nick | - | - | - | -', { of: bare, scope: ['nick'] }],
  ['scope-in-use-again', 'scope에 이용 중 동의 항목 (추가 동의)', 'scope names an in-use item', 'additional: - | pals | - | - | -', { of: full, scope: ['pals'] }],
  ['scope-any-order', 'scope에 다른 순서로', 'scope names items in an order of its own', 'additional: nick | pic | - | - | -', { of: bare, scope: ['pic', 'nick'] }],
  ['preregistered', '연결대기 사용자가 다시 로그인', 'the person is preregistered', 'nothing', { of: preregistered }],
  ['preregistered-asked', '연결대기 사용자에게 추가 동의', 'the person is preregistered and the request names something open', 'additional: - | pic | use | - | -', { of: preregistered, scope: ['pic'], tags: ['use'] }],
  ['scope-agreed', 'scope에 동의한 항목만', 'scope names agreed items only', 'nothing', { of: full, scope: ['nick', 'pic'] }],
  ['scope-typo', 'scope에 앱에 없는 항목', 'scope names an item that the app does not have', 'nothing', { of: full, scope: ['typo'] }],
  ['both-open', 'scope와 service_terms를 함께', 'both parameters name something open', 'additional: - | pic | use | - | -', { of: bare, scope: ['pic'], tags: ['use'] }],
  ['scope-and-optional-term', 'scope에 항목, service_terms에 선택 약관', 'scope names an open item, the other an optional term', picture, { of: least, scope: ['pic'], tags: ['news'] }],
]);

/** When `service_terms` brings a user back to the screen: an open required term must be among the named. */
// prettier-ignore
export const terms = statesOf('terms', [
  ['term-required', '필수 약관', 'a required term is named', termsAsked('use'), { of: agreedTo(), tags: ['use'] }],
  ['term-with-optional', '필수 약관과 선택 약관', 'a required term and an optional one are named', termsAsked('use news'), { of: agreedTo(), tags: ['use', 'news'] }],
  ['terms-all', '모든 약관, 다른 순서로', 'all terms are named in another order', termsAsked('use news data gift'), { of: agreedTo(), tags: ['gift', 'data', 'news', 'use'] }],
  ['term-one-open', '필수 약관 하나에만 동의함', 'of the named required terms one is open', termsAsked('news data'), { of: agreedTo('use'), tags: ['use', 'data', 'news'] }],
  ['term-optional-agreed', '필수 약관 하나와 선택 약관에 동의함', 'the optional term is agreed to, a required one is open', termsAsked('data'), { of: agreedTo('use', 'news'), tags: ['use', 'data', 'news'] }],
  ['term-beside-agreed', '동의한 필수 약관과 동의하지 않은 선택 약관', 'an agreed required term and an open optional one', 'nothing', { of: agreedTo('use'), tags: ['use', 'news'] }],
  ['term-beside-agreed-switched', '동의한 필수 약관과 동의하지 않은 선택 약관, 스위치 ON', 'an agreed required term and an open optional one, with the switch ON', termsAsked('news'), { of: switched('use'), tags: ['use', 'news'] }],
  ['terms-one-declined', '선택 약관 하나만 남음', 'an optional term alone is open among all', 'nothing', { of: agreedTo('use', 'data', 'gift'), tags: ['use', 'data', 'news', 'gift'] }],
  ['terms-one-declined-switched', '선택 약관 하나만 남음, 스위치 ON', 'an optional term alone is open among all, with the switch ON', termsAsked('news'), { of: switched('use', 'data', 'gift'), tags: ['use', 'data', 'news', 'gift'] }],
  ['terms-agreed-required', '동의한 필수 약관만', 'only agreed required terms', 'nothing', { of: agreedTo('use', 'data'), tags: ['use', 'data'] }],
  ['terms-agreed', '동의한 약관만', 'only agreed terms', 'nothing', { of: agreedTo('use', 'news'), tags: ['use', 'news'] }],
  ['term-optional-only', '선택 약관만', 'only an optional term', 'nothing', { of: agreedTo(), tags: ['news'] }],
  ['terms-optional-only', '선택 약관 여럿', 'only optional terms, a required one agreed to', 'nothing', { of: agreedTo('use'), tags: ['news', 'gift'] }],
  ['terms-typo-again', '없는 태그', 'an unknown tag', 'nothing', { of: agreedTo(), tags: ['typo'] }],
  ['terms-typo-and-optional', '없는 태그와 선택 약관', 'an unknown tag and an optional term', 'nothing', { of: agreedTo(), tags: ['typo', 'news'] }],
  ['terms-typo-and-required', '없는 태그와 필수 약관', 'an unknown tag and a required term', termsAsked('use'), { of: agreedTo(), tags: ['typo', 'use'] }],
  ['terms-age-tag', 'user_age_check 태그', 'the tag of the age check', 'nothing', { of: agreedTo(), tags: ['user_age_check'] }],
  ['terms-empty-again', '빈 service_terms', 'an empty service_terms', 'nothing', { of: agreedTo(), tags: [] }],
  ['terms-signup-off', '간편가입 OFF, 약관 지정', 'simple signup is OFF and a term is named', 'nothing', { of: { ...agreedTo(), simpleSignup: null }, tags: ['use'] }],
]);

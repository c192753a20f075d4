/** What a person who is no user of the app is asked. Source: kakao-api 5.5, 5.6. */
import { statesOf } from './state.ts';

export const EVERYTHING = 'first: nick mail | pic | use news data gift | age | _shop';
const off = { simpleSignup: null };
const unlinked = { agreed: {}, state: 'unlinked' } as const;
const withoutTerms = 'first: nick mail | pic | - | - | _shop';

// prettier-ignore
export const first = statesOf('first', [
  ['first-link', '처음 로그인', 'a person logs in for the first time', EVERYTHING],
  ['signup-off', '간편가입 OFF', 'simple signup is OFF', withoutTerms, { of: off }],
  ['signup-off-named', '간편가입 OFF, 약관 지정', 'simple signup is OFF and terms are named', withoutTerms, { of: off, tags: ['use'] }],
  ['no-items', '동의항목 없는 앱', 'the app has no item', 'first: - | - | use news data gift | age | _shop', { of: { items: [] } }],
  ['no-age-row', '만 14세 이상 확인 OFF', 'the 14+ row is OFF', 'first: nick mail | pic | use news data gift | - | _shop', { of: { ageCheck: false } }],
  ['no-talk', '카카오톡을 쓰지 않는 사람', 'the person has no KakaoTalk', 'first: nick mail | pic | use news data gift | age | -', { of: { hasTalk: false } }],
  ['no-channel', '채널을 보여 주지 않는 앱', 'the app offers no channel', 'first: nick mail | pic | use news data gift | age | -', { of: { channels: [] } }],
  ['two-channels', 'channel_public_id에 채널 둘', 'channel_public_id names two channels', 'first: nick mail | pic | use news data gift | age | _shop _cafe', { of: { twoChannels: true } }],
  ['scope-in-use', 'scope에 이용 중 동의 항목', 'scope names an in-use item', 'first: nick mail | pic pals | use news data gift | age | _shop', { scope: ['pals'] }],
  ['scope-optional', 'scope에 선택 항목만', 'scope names one optional item only', EVERYTHING, { scope: ['pic'] }],
  ['terms-one', 'service_terms에 필수 약관 하나', 'service_terms names one term', 'first: nick mail | pic | use | age | _shop', { tags: ['use'] }],
  ['terms-reordered', 'service_terms에 다른 순서로', 'service_terms names terms in another order', 'first: nick mail | pic | use news | age | _shop', { tags: ['news', 'use'] }],
  ['terms-optional', 'service_terms에 선택 약관만', 'service_terms names only an optional term', 'first: nick mail | pic | news | age | _shop', { tags: ['news'] }],
  ['terms-typo', 'service_terms에 없는 태그', 'service_terms names an unknown tag', 'first: nick mail | pic | - | age | _shop', { tags: ['typo'] }],
  ['terms-half-typo', 'service_terms에 있는 태그와 없는 태그', 'service_terms names a tag and an unknown one', 'first: nick mail | pic | use | age | _shop', { tags: ['typo', 'use'] }],
  ['terms-empty', '빈 service_terms', 'service_terms is empty', 'first: nick mail | pic | - | age | _shop', { tags: [] }],
  ['returns', '연결을 끊었다가 돌아온 사람', 'an unlinked person returns', EVERYTHING, { of: unlinked }],
  ['returns-for-one', '연결을 끊었다가 약관 하나로 돌아온 사람', 'an unlinked person returns for one term', 'first: nick mail | pic | use | age | _shop', { of: unlinked, tags: ['use'] }],
]);

// prettier-ignore
export const ages = statesOf('ages', [
  ['under-14', '만 13세, 연령 확인 ON', 'a person of 13 meets the 14+ row', 'under_age', { of: { age: 13, ageCheck: true } }],
  ['exactly-14', '만 14세', 'a person of 14 meets the 14+ row', EVERYTHING, { of: { age: 14, ageCheck: true } }],
  ['age-unknown', '나이를 모르는 사람', 'a person of unknown age meets the 14+ row', EVERYTHING, { of: { age: null, ageCheck: true } }],
  ['under-14-unchecked', '만 13세, 연령 확인 OFF', 'a person of 13 meets no 14+ row', 'first: nick mail | pic | use news data gift | - | _shop', { of: { age: 13, ageCheck: false } }],
  ['under-14-signup-off', '만 13세, 간편가입 OFF', 'a person of 13 meets no simple signup', withoutTerms, { of: { age: 13, ...off } }],
  ['under-14-linked', '만 13세, 이미 연결됨', 'a linked person of 13 comes again', 'nothing', { of: { age: 13, ageCheck: true, agreed: {} } }],
  ['under-14-returns', '만 13세, 연결을 끊었다가 돌아옴', 'an unlinked person of 13 returns', 'under_age', { of: { age: 13, ageCheck: true, ...unlinked } }],
]);

// prettier-ignore
export const contents = statesOf('contents', [
  ['ten-terms', '약관 열 개', 'the app has as many terms as there may be', 'first: nick mail | pic | use news data gift t5 t6 t7 t8 t9 t10 | age | _shop', { of: { contents: 'ten-terms' } }],
  ['long-titles', '아주 긴 약관 제목', 'the titles of the terms are very long', EVERYTHING, { of: { contents: 'long-titles' } }],
  ['required-only', '선택 항목이 없는 앱', 'the app has no optional item', 'first: nick mail | - | use news data gift | age | _shop', { of: { contents: 'required-only' } }],
  ['optional-only', '필수 항목이 없는 앱', 'the app has no required item', 'first: - | pic | use news data gift | age | _shop', { of: { contents: 'optional-only' } }],
]);

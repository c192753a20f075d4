/** When the consent screen is shown, and with what. Source: kakao-api 5.6, 5.7. */
import { differs, fact } from '../row.ts';
import type { Table } from '../table.ts';

// prettier-ignore
export const whenAsked: Table = {
  id: 'when-asked',
  section: '5.6',
  title: { ko: '누가 무엇을 볼 때', en: 'Who is asked what' },
  kind: 'declared',
  rows: [
    fact('doc', 'first login to a Sync app: all items, all terms, the age row and the channel row', '싱크 앱에 처음 로그인: 항목, 약관, 연령, 채널 모두'),
    fact('doc', 'first login to a Sync app with service_terms: only the named terms', '싱크 앱에 service_terms로 처음 로그인: 지정한 약관만'),
    fact('doc', 'first login while simple signup is OFF: items and channel, no terms', '간편가입이 꺼진 앱에 처음 로그인: 항목과 채널, 약관 없이'),
    fact('doc', 'a linked user logs in again: no screen', '연결된 사용자가 다시 로그인: 화면 없음'),
    fact('doc', 'the app adds a required item or term later: no screen for a linked user', '앱이 나중에 필수 항목이나 약관을 추가: 연결된 사용자에게는 화면 없음'),
    fact('doc sdk', 'scope with configured items that are not agreed to: those items only', 'scope에 동의하지 않은 항목: 그 항목만', differs(
      '추가 동의 화면의 선택 항목은 체크하지 않아도 로그인이 이어집니다.', 'Optional items may be left unticked; the login goes on without them.')),
    fact('doc', 'scope with agreed items only: a code at once', 'scope에 동의한 항목뿐: 바로 code'),
    fact('doc recall', 'service_terms with a required term that is not agreed to: the named terms not yet agreed to', 'service_terms에 동의하지 않은 필수 약관: 지정한 약관 가운데 동의하지 않은 것'),
    fact('recall', 'service_terms with an agreed required term and an open optional one: no screen', 'service_terms에 동의한 필수 약관과 동의하지 않은 선택 약관: 화면 없음', differs(
      '확인되지 않은 동작이라 스위치(askOptionalTermBesideAgreedRequired)로 고릅니다.', 'Not settled; the switch askOptionalTermBesideAgreedRequired.')),
    fact('doc', 'service_terms with agreed terms only: no screen', 'service_terms에 동의한 약관뿐: 화면 없음'),
    fact('doc', 'service_terms with optional terms only: no screen', 'service_terms에 선택 약관뿐: 화면 없음'),
    fact('doc', 'wrong or empty tags at the first login: no terms on the screen', '첫 로그인에 태그가 틀리거나 비어 있음: 약관 없는 화면'),
    fact('doc', 'a user unlinked and returns: the full screen, agreements dated anew', '연결을 끊고 돌아옴: 전체 화면, 동의 시각이 새로움'),
    fact('doc', 'simple signup is turned on later: no new consent for users from before', '간편가입을 나중에 켬: 이전 사용자에게는 다시 묻지 않음'),
    fact('doc', 'a linked user is never asked for the channel again', '연결된 사용자에게 채널을 다시 묻지 않음'),
    fact('doc recall', 'a form without its required rows is refused', '필수 줄이 빠진 폼은 거절합니다.', differs(
      '422와 함께 빠진 줄을 알려 주고, 오류 페이지로 가지 않습니다.', 'It comes back with 422 and names what is missing, never as an error page.')),
  ],
};

// prettier-ignore
export const channelChoice: Table = {
  id: 'channel-choice',
  section: '5.7',
  title: { ko: 'channel_public_id', en: 'channel_public_id' },
  kind: 'declared',
  rows: [
    fact('doc', 'the named channels are shown instead of the representative one', '대표 채널 대신 지정한 채널을 보여 줍니다.'),
    fact('doc', 'of more than two channels the first two are shown', '둘을 넘으면 앞의 둘만 보여 줍니다.', differs(
      '문서의 글이 잘려 확인되지 않았습니다.', 'The documented text is cut off here: not established.')),
    fact('doc', 'a named channel that is not linked to the app is KOE102', '앱에 연결되지 않은 채널을 지정하면 KOE102입니다.', differs(
      '따로 받는 권한은 없습니다.', 'There is no permission of its own.')),
  ],
};

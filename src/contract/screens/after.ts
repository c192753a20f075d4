/** What a consent changes, and the states of the manual link. Source: kakao-api 5.8, 5.9. */
import { differs, fact } from '../row.ts';
import type { Table } from '../table.ts';

// prettier-ignore
export const afterConsent: Table = {
  id: 'after-consent',
  section: '5.8',
  title: { ko: '동의한 뒤', en: 'After the consent' },
  kind: 'declared',
  rows: [
    fact('doc', 'before the link an admin-key call for an unknown id is -101', '연결 전에 어드민 키로 모르는 회원번호를 조회하면 -101입니다.'),
    fact('doc', 'user/me has connected_at, and synched_at for users of the simple signup only', 'user/me에 connected_at이, 간편가입으로 온 사용자는 synched_at도 있습니다.'),
    fact('doc', 'user/me has the values of agreed items, and needs_agreement true of declined ones', 'user/me에 동의한 값이, 거절한 항목은 needs_agreement true가 있습니다.'),
    fact('doc', 'service_terms has the agreed terms by KAUTH, all with the same agreed_at', 'service_terms에 KAUTH로 동의한 약관이 같은 agreed_at으로 있습니다.'),
    fact('doc', 'app_service_terms has the declined terms with agreed false', 'app_service_terms에 거절한 약관이 agreed false로 있습니다.'),
    fact('doc', 'scopes has every item in use with its agreed flag', 'scopes에 사용하는 모든 항목의 동의 여부가 있습니다.'),
    fact('doc', 'channels goes from NONE to ADDED where the channel row was ticked', '채널을 체크했으면 channels가 NONE에서 ADDED가 됩니다.'),
    fact('doc recall', 'the channel webhook added is sent where the channel row was ticked', '채널을 체크했으면 채널 추가 웹훅을 보냅니다.'),
    fact('doc sdk', 'the account webhook sends user-linked and user-scope-consent', '계정 상태 변경 웹훅이 user-linked와 user-scope-consent를 보냅니다.'),
    fact('doc', 'the link is complete at the token, not at the code', '연결은 코드가 아니라 토큰을 받을 때 끝납니다.', differs(
      '동의 화면에서 끝납니다. 코드를 쓰지 않아도 다음에는 화면이 나오지 않습니다.', 'At the consent screen: a code that is never redeemed leaves the user linked.')),
    fact('doc', 'synched_at equals connected_at for users who joined by Sync', '싱크로 가입한 사용자는 synched_at과 connected_at이 같습니다.'),
    fact('doc', 'synched_at is absent or later for users from before Sync', '싱크 전에 연결한 사용자는 synched_at이 없거나 더 늦습니다.', differs(
      '간편가입 화면에서 약관에 처음 동의한 때입니다.', 'It is when they first agree to terms on the screen of simple signup.')),
  ],
};

// prettier-ignore
export const linkStates: Table = {
  id: 'link-states',
  section: '5.9',
  title: { ko: '상태가 바뀌는 때', en: 'From state to state' },
  kind: 'declared',
  rows: [
    fact('doc', 'manual link: consent and token make a preregistered user', '수동 연결: 동의하고 토큰을 받으면 연결대기가 됩니다.', differs(
      '동의 화면에서 바로 됩니다.', 'At the consent screen.')),
    fact('doc', 'manual link: the signup API makes a registered user', '수동 연결: signup API를 부르면 연결됩니다.'),
    fact('doc', 'manual link: after 24 hours a preregistered user is unlinked', '수동 연결: 24시간이 지나면 연결대기가 풀립니다.'),
    fact('doc', 'manual link: that unlink sends the unlink webhook with INCOMPLETE_SIGN_UP', '수동 연결: 그때 INCOMPLETE_SIGN_UP으로 연결 해제 웹훅을 보냅니다.'),
    fact('doc', 'automatic link: the login makes a registered user', '자동 연결: 로그인하면 연결됩니다.', differs(
      '동의 화면에서 바로 됩니다.', 'At the consent screen.')),
  ],
};

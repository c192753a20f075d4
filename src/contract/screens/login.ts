/** The login screen, minors, and the login inside KakaoTalk. Source: kakao-api 5.1, 5.5, 5.10. */
import { differs, fact, leftOut } from '../row.ts';
import type { Table } from '../table.ts';

// prettier-ignore
export const loginScreen: Table = {
  id: 'login-screen',
  section: '5.1',
  title: { ko: '위에서 아래로', en: 'Top to bottom' },
  kind: 'declared',
  rows: [
    fact('sdk', 'the wordmark', '워드마크', differs('카카오의 로고는 쓰지 않고, 시뮬레이터임을 밝힙니다.', 'No logo of Kakao’s; it says that it is a simulator.')),
    fact('sdk', 'the id box with its placeholder', '아이디 입력란과 안내 문구'),
    fact('sdk', 'the password box', '비밀번호 입력란'),
    fact('doc sdk', 'the box that keeps the person signed in', '간편로그인 정보 저장', differs(
      '로그인 상태 유지와 계정 저장을 함께 뜻합니다.', 'It means both: stay signed in, and keep the account.')),
    fact('sdk', 'the button 로그인', '로그인 버튼'),
    fact('sdk recall', 'the login by QR code or KakaoTalk', 'QR코드 로그인, 카카오톡으로 로그인', differs(
      '그 자리에 사용자(페르소나)를 한 번 눌러 로그인하는 버튼이 있습니다.', 'In its place the personas, who log in by one click.')),
    fact('sdk', 'the links to sign up and to find an account or password', '회원가입, 계정 찾기, 비밀번호 찾기', differs(
      '회원가입만 있습니다. 계정과 비밀번호는 시뮬레이터의 첫 화면에 모두 있습니다.', 'The sign-up alone: accounts and passwords all stand on the simulator’s first page.')),
    fact('recall', 'the language selector', '언어 선택'),
    fact('sdk recall', 'the field names loginId and password', '필드 이름 loginId, password'),
    fact('sdk', 'the field name saveSignedIn', '필드 이름 saveSignedIn'),
    fact('doc', 'the account chooser lists saved accounts and another one', '계정 선택 화면은 저장된 계정과 다른 계정을 보여 줍니다.'),
    fact('doc', 'on a phone the JavaScript SDK tries KakaoTalk first', '휴대전화에서는 JavaScript SDK가 카카오톡을 먼저 엽니다.', leftOut(
      '앱을 여는 것은 브라우저와 SDK의 일입니다.', 'Opening an app is up to the browser and the SDK.')),
  ],
};

// prettier-ignore
export const minors: Table = {
  id: 'minors',
  section: '5.5',
  title: { ko: '연령과 본인확인', en: 'Age and identity' },
  kind: 'declared',
  rows: [
    fact('doc', 'the age check is a row of its own, not one of the ten terms', '만 14세 이상은 약관 열 개와 별개인 한 줄입니다.'),
    fact('doc', 'with the age check ON an account under 14 gets a notice instead of the consent screen', '연령 확인을 켜면 만 14세 미만 계정은 동의 화면 대신 안내를 봅니다.'),
    fact('doc', 'with the age check OFF an account under 14 gets the consent screen', '연령 확인을 끄면 만 14세 미만 계정도 동의 화면을 봅니다.'),
    fact('doc', 'with the age check OFF a guardian consents after the consent screen', '그 뒤에 보호자 동의를 받습니다.', leftOut('보호자 동의 단계가 없습니다.', 'There is no guardian step.')),
    fact('doc', 'an account of unknown age follows the normal flow', '나이를 모르는 계정은 보통 흐름을 따릅니다.'),
    fact('sdk', 'the age check is the tag user_age_check in the terms APIs', '약관 API에는 user_age_check 태그로 나옵니다.'),
    fact('doc', 'a required CI of an unverified account brings identity verification first', '필수 CI가 없는 계정은 먼저 본인확인을 합니다.', leftOut('본인확인이 없습니다.', 'There is no identity verification.')),
    fact('doc', 'adult channels are not added for people under age', '성인 채널은 미성년자에게 추가되지 않습니다.', leftOut('성인 채널이 없습니다.', 'There are no adult channels.')),
    fact('doc', 'API calls by a user under 14 are 401 -406 where the app forbids', '만 14세 미만을 막은 앱에서 그 사용자의 API 호출은 401 -406입니다.', differs(
      '어드민 키의 호출은 막지 않습니다.', 'Calls by the admin key go on.')),
  ],
};

// prettier-ignore
export const inTalk: Table = {
  id: 'in-talk',
  section: '5.10',
  title: { ko: '카카오톡 안에서', en: 'Inside KakaoTalk' },
  kind: 'declared',
  rows: [
    fact('doc', 'prompt=none in KakaoTalk brings a code to a member', '카카오톡 안에서 prompt=none은 회원에게 code를 줍니다.'),
    fact('doc', 'prompt=none in KakaoTalk brings consent_required to a non-member', '회원이 아니면 consent_required입니다.'),
    fact('doc', 'prompt=none in KakaoTalk can be combined with login_hint', 'login_hint와 함께 쓸 수 있습니다.'),
  ],
};

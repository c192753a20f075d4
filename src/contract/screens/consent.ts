/** The consent screen: its layouts and what was different in 2019. Source: kakao-api 5.2 to 5.4. */
import { OUR_WORDS } from '../reasons.ts';
import { differs, fact } from '../row.ts';
import type { Table } from '../table.ts';

// prettier-ignore
export const classic: Table = {
  id: 'consent-classic',
  section: '5.2',
  title: { ko: '위에서 아래로', en: 'Top to bottom' },
  kind: 'declared',
  rows: [
    fact('seed doc sdk', 'the app’s icon, name and company', '앱 아이콘, 이름, 회사 이름'),
    fact('sdk', 'the master box 전체 동의하기 with its note', '전체 동의하기와 그 안내', OUR_WORDS),
    fact('sdk', 'the account that is logged in, and what is handed over', '로그인한 계정과, 무엇이 제공되는지', differs(
      '문구는 시뮬레이터가 정했고, 옆에 변경이 있습니다.', 'The wording is ours, and 변경 stands beside it.')),
    fact('sdk', 'one required row for all required items, with 보기 and their labels', '[필수] 한 줄에 필수 항목 이름과 보기'),
    fact('sdk', 'one optional row with a box for each optional item', '[선택] 한 줄 아래 선택 항목마다 체크박스'),
    fact('recall', 'items of the type SERVICE as permission rows', 'SERVICE 항목은 권한 줄로 보입니다.', differs('개인정보 항목과 같은 자리에 보입니다.', 'They stand among the others.')),
    fact('seed', 'one row for each service term in registration order, with 보기', '서비스 약관은 등록한 순서대로 한 줄씩, 보기와 함께'),
    fact('seed', 'titles of terms in Korean and English', '약관 제목은 한국어와 영어'),
    fact('doc', 'the age row after the terms', '약관 뒤에 만 14세 이상'),
    fact('doc sdk', 'the channel row at the very bottom', '맨 아래에 채널'),
    fact('sdk', 'the channel row only for a person with KakaoTalk', '채널 줄은 카카오톡을 쓰는 사람에게만'),
    fact('sdk', 'the button waits until every required row is ticked', '필수 줄을 모두 체크해야 버튼이 켜집니다.', differs(
      'JavaScript가 없으면 버튼은 켜져 있고, 서버가 빠진 줄을 알려 줍니다.', 'Without JavaScript it is enabled, and the server names what is missing.')),
    fact('doc', '취소 goes back with access_denied', '취소하면 access_denied로 돌아갑니다.'),
    fact('sdk recall', 'nothing is ticked at first', '처음에는 아무것도 체크되어 있지 않습니다.'),
    fact('sdk', 'the master box and the optional row tick what is below them', '전체 동의와 [선택] 줄은 아래를 함께 체크합니다.'),
  ],
};

// prettier-ignore
export const newer: Table = {
  id: 'consent-newer',
  section: '5.3',
  title: { ko: '기존 배치와 다른 점', en: 'Unlike the classic layout' },
  kind: 'declared',
  rows: [
    fact('sdk', 'an account box with the e-mail address and 변경', '이메일과 변경이 있는 계정 상자', differs(
      '변경은 prompt=select_account로 같은 요청을 다시 합니다.', '변경 asks the same request once more with prompt=select_account.')),
    fact('sdk', 'titles 카카오 로그인 동의 and {서비스} 서비스 동의', '제목 카카오 로그인 동의, {서비스} 서비스 동의'),
    fact('sdk', 'rows with round brackets and a chevron', '둥근 괄호와 꺾쇠가 있는 줄'),
    fact('sdk', 'the title 안내사항 with small print', '안내사항과 작은 글씨', OUR_WORDS),
    fact('sdk', 'the button 전체 선택하기 that becomes 동의하고 계속하기', '동의하고 계속하기로 바뀌는 전체 선택하기'),
  ],
};

// prettier-ignore
export const in2019: Table = {
  id: 'consent-2019',
  section: '5.4',
  title: { ko: '2019년에는', en: 'In 2019' },
  kind: 'declared',
  rows: [
    fact('seed', 'the product is called 플러스친구', '플러스친구라고 부릅니다.'),
    fact('seed', 'the channel stands on the login screen, too', '로그인 화면에도 채널이 나옵니다.', OUR_WORDS),
    fact('doc', 'one channel on the screen, even where several are named', '여럿을 지정해도 화면에 채널 하나'),
    fact('seed', 'the channel row speaks of 플러스친구', '채널 줄이 플러스친구를 말합니다.', OUR_WORDS),
    fact('seed', 'ten channels can be linked to an app', '앱 하나에 채널 열 개까지 연결합니다.'),
    fact('seed', 'ten terms at most, their tags unique', '약관은 열 개까지, 태그는 겹치지 않습니다.'),
    fact('seed', 'labels of items in the words of 2019', '동의항목 이름이 2019년의 것입니다.'),
  ],
};

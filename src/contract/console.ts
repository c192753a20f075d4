/** What the settings of the developers console do, and the way to Kakao Sync. Source: kakao-api 6. */
import { differs, fact } from './row.ts';
import type { Table } from './table.ts';

// prettier-ignore
export const settings: Table = {
  id: 'settings',
  section: '6',
  title: { ko: '설정', en: 'Settings' },
  kind: 'declared',
  rows: [
    fact('doc', 'Kakao Login OFF: every authorize is the KOE004 page', '카카오 로그인 OFF: 모든 인가 요청이 KOE004 페이지입니다.'),
    fact('doc', 'redirect URIs are compared as text', 'Redirect URI는 글자 하나까지 같아야 합니다.'),
    fact('doc', 'redirect URIs belong to a key', 'Redirect URI는 키마다 등록합니다.'),
    fact('doc', 'logout redirect URIs are a list of their own', '로그아웃 Redirect URI는 따로 등록합니다.'),
    fact('doc', 'the client secret is switched per key', '클라이언트 시크릿은 키마다 켜고 끕니다.'),
    fact('doc', 'OpenID Connect ON: an ID token with every token response', 'OpenID Connect ON: 토큰을 받을 때마다 ID 토큰이 옵니다.'),
    fact('doc', 'OpenID Connect OFF: no ID token from that moment', 'OpenID Connect OFF: 그때부터 ID 토큰이 오지 않습니다.'),
    fact('doc', 'an additional consent brings an ID token only where scope has openid', '추가 동의에서는 scope에 openid가 있을 때만 ID 토큰이 옵니다.'),
    fact('seed doc', 'simple signup ON: the consent screen becomes the Sync screen', '간편가입 ON: 동의 화면이 싱크 화면이 됩니다.'),
    fact('seed', '사용자 관리 ON is required to log in at all', '사용자 관리가 ON이어야 로그인할 수 있습니다.', differs(
      '카카오 로그인 사용 설정과 같은 스위치입니다.', 'The same switch as Kakao Login.')),
    fact('doc', 'user properties are a list of registered keys', '사용자 프로퍼티는 등록한 키만 씁니다.'),
    fact('doc', 'automatic link OFF: users are registered by the signup API', '자동 연결 OFF: signup API로 연결합니다.'),
    fact('doc', 'calls from other than the allowed IP addresses are -401', '허용한 IP 주소가 아니면 -401입니다.', differs(
      'kapi에서, 어드민 키와 REST API 키의 토큰만 봅니다.', 'On kapi, for admin keys and tokens of REST API keys.')),
    fact('doc', 'a test app is for its members only: KOE005', '테스트 앱은 팀원만 씁니다: KOE005.'),
    fact('doc', 'the webhooks page has unlink, account status and channel webhooks', '웹훅 페이지에 연결 해제, 계정 상태, 채널 웹훅이 있습니다.'),
  ],
};

// prettier-ignore
export const keys: Table = {
  id: 'keys',
  section: '6',
  title: { ko: '키와 앱의 종류', en: 'Keys and kinds of app' },
  kind: 'declared',
  rows: [
    fact('doc', 'a REST API key is the client_id of the REST flow', 'REST API 키는 REST 흐름의 client_id입니다.'),
    fact('doc', 'a REST API key in KakaoAK opens some APIs that are no user’s', 'REST API 키를 KakaoAK로 쓰는, 사용자와 무관한 API가 있습니다.', {
      why: { ko: '그런 API는 로그인과 카카오싱크 밖입니다.', en: 'Those APIs are outside of login and Kakao Sync.' } }),
    fact('doc', 'a JavaScript key needs its registered domain', 'JavaScript 키는 등록한 도메인에서 씁니다.', differs(
      '도메인을 등록한 키만, 토큰 요청에서 검사합니다.', 'Checked where a domain is registered, at the token request.')),
    fact('doc sdk', 'a native key redirects to kakao{native_key}://oauth', '네이티브 앱 키는 kakao{native_key}://oauth로 돌아갑니다.'),
    fact('doc', 'the primary admin key is carried by webhooks', '웹훅은 대표 어드민 키를 담습니다.'),
    fact('doc', 'an app has up to five keys of a kind', '앱은 종류마다 키를 다섯 개까지 가집니다.'),
    fact('doc', 'a suspended app opens nothing', '차단 앱은 아무것도 할 수 없습니다.'),
  ],
};

// prettier-ignore
export const application: Table = {
  id: 'application',
  section: '6.1',
  title: { ko: '신청 절차', en: 'Step by step' },
  kind: 'declared',
  rows: [
    fact('seed', 'a certified profile and a biz app are linked in Kakao for Business', '카카오 for 비즈니스에서 인증 프로필과 비즈 앱을 연결합니다.'),
    fact('seed', 'both need the same business registration number', '둘의 사업자등록번호가 같아야 합니다.'),
    fact('seed', 'the terms review takes ten terms at most with title, URL, tag and evidence', '약관 검수는 제목, URL, 태그, 증빙이 있는 약관을 열 개까지 받습니다.'),
    fact('seed', 'the items review takes items with a reason of up to 400 characters', '개인정보 항목 검수는 항목과 400자까지의 사유를 받습니다.'),
    fact('seed', 'a review takes three to five working days', '검수는 3–5영업일이 걸립니다.'),
    fact('seed', 'what is approved is not editable', '승인된 내용은 고칠 수 없습니다.'),
    fact('seed', 'simple signup works only with an approved terms review', '약관 검수가 승인되어야 간편가입이 적용됩니다.'),
    fact('seed', 'applying needs the role of an editor or higher', '편집자 이상이 신청합니다.'),
  ],
};

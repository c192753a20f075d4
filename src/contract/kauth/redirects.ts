/** What comes back to the partner, and what is shown in its place. Source: kakao-api 1.3 to 1.5. */
import { OUR_WORDS } from '../reasons.ts';
import { code, differs, fact, leftOut } from '../row.ts';
import type { Table } from '../table.ts';

// prettier-ignore
export const success: Table = {
  id: 'redirect',
  section: '1.3',
  title: { ko: '리다이렉트', en: 'The redirect' },
  kind: 'declared',
  rows: [
    fact('doc', 'the redirect is a 302 without a body, its parameters in the query', '본문 없는 302이며, 파라미터는 쿼리에 있습니다.'),
    fact('doc', 'state comes back unchanged, and only where it was sent', 'state는 보냈을 때만, 보낸 그대로 돌아옵니다.'),
    fact('doc', 'an authorization code is good once', '인가 코드는 한 번만 쓸 수 있습니다.', differs(
      '두 번 쓰면 그 코드로 받은 토큰까지 끝납니다.', 'One that is used twice ends the tokens that it brought.')),
  ],
};

const SEEN_ELSEWHERE = leftOut(
  '카카오에서도 보통 페이지나 토큰 오류로 나오며, 여기서는 늘 그렇습니다.',
  'Usually a page or a token error at Kakao, too; always so here.',
);

// prettier-ignore
export const redirectErrors: Table = {
  id: 'redirect-errors',
  section: '1.4',
  title: { ko: '오류', en: 'Errors' },
  kind: 'declared',
  rows: [
    code('doc', 'access_denied', '동의 화면에서 취소했습니다.', 'The person cancelled on the consent screen.'),
    code('doc', 'consent_required', 'prompt=none인데 동의할 것이 남아 있습니다.', 'prompt=none, and something is left to agree to.'),
    code('sdk recall', 'login_required', 'prompt=none인데 카카오계정 세션이 없습니다.', 'prompt=none, and no Kakao account session.', OUR_WORDS),
    code('sdk', 'interaction_required', 'prompt=none인데 그 밖의 단계가 필요합니다.', 'prompt=none, and another step is needed.',
      leftOut('로그인과 동의 밖의 단계가 없습니다.', 'There is no step beside login and consent.')),
    code('sdk', 'invalid_request', '요청이 잘못되었습니다.', 'The request is malformed.', differs(
      'PKCE가 잘못되었을 때만 나옵니다.', 'For PKCE faults only.')),
    code('sdk', 'auto_login', '카카오싱크에만 있는 SDK 값입니다.', 'A value of the SDKs for Kakao Sync.',
      leftOut('언제 나오는지 알려지지 않았습니다.', 'When it comes is not established.')),
    code('sdk', 'server_error', '일시적인 오류입니다.', 'A temporary fault.',
      leftOut('오류 페이지(KOE003)로만 보여 줍니다.', 'Shown as the error page (KOE003) only.')),
    code('sdk', 'invalid_scope', '잘못된 scope입니다.', 'A wrong scope.', SEEN_ELSEWHERE),
    code('sdk', 'invalid_client', '잘못된 앱 키입니다.', 'A wrong key.', SEEN_ELSEWHERE),
    code('sdk', 'misconfigured', '앱 설정이 잘못되었습니다.', 'A setting of the app is wrong.', SEEN_ELSEWHERE),
    code('sdk', 'unauthorized', '권한이 없습니다.', 'Not allowed.', SEEN_ELSEWHERE),
    code('sdk', 'unauthorized_client', '허용되지 않은 앱입니다.', 'The app is not allowed to.', SEEN_ELSEWHERE),
    fact('doc', 'error, error_description and state are in the query, blanks as %20',
      'error, error_description, state가 쿼리에 있고, 빈칸은 %20입니다.'),
  ],
};

// prettier-ignore
export const errorPages: Table = {
  id: 'error-pages',
  section: '1.5',
  title: { ko: '오류 페이지', en: 'The error page' },
  kind: 'declared',
  rows: [
    fact('sdk', 'the page names the KOE code below a heading, and the redirect URI is not called',
      '제목 아래에 KOE 코드를 보여 주고, Redirect URI는 부르지 않습니다.'),
    fact('recall', 'the status of the page is 400 or 401 by code', '페이지의 HTTP 상태는 코드에 따라 400이나 401입니다.', differs(
      '400이며, KOE101은 401, KOE203은 422, KOE003은 500입니다.', '400; 401 for KOE101, 422 for KOE203, 500 for KOE003.')),
  ],
};

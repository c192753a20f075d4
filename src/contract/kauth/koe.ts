/** Error codes of kauth. Source: kakao-api 1.6. */
import { BUSINESS_AUTH, IN_HOUSE, MEANING_UNKNOWN } from '../reasons.ts';
import { code, differs, leftOut } from '../row.ts';
import type { Table } from '../table.ts';

const OUR_STATUS = differs('HTTP 상태는 시뮬레이터가 정했습니다.', 'The HTTP status is ours.');
const OUR_CHOICE = differs(
  '카카오의 문구는 알려지지 않아 시뮬레이터가 정했습니다.',
  'Kakao’s own words are not established; these are ours.',
);

// prettier-ignore
export const koe: Table = {
  id: 'koe',
  section: '1.6',
  title: { ko: 'KOE 코드', en: 'KOE codes' },
  kind: 'listed',
  rows: [
    code('doc', 'KOE001', '잘못된 요청이거나 파라미터가 잘못되었습니다.', 'A malformed request or wrong parameters.', differs(
      '같은 파라미터가 두 번 오면 이 코드입니다.', 'Also for a parameter that comes twice.')),
    code('doc', 'KOE002', '주소가 잘못되었습니다.', 'A wrong URL.', differs(
      '문구와 상태는 시뮬레이터가 정했습니다.', 'Words and status are ours.')),
    code('doc recall', 'KOE003', '서버의 일시적인 오류입니다.', 'A temporary fault of the server.', OUR_STATUS),
    code('doc', 'KOE004', '앱의 카카오 로그인이 꺼져 있습니다.', 'Kakao Login is OFF for the app.'),
    code('doc', 'KOE005', '테스트 앱인데 팀원이 아닌 사용자입니다.', 'A test app, and the person is no member of it.'),
    code('doc', 'KOE006', '등록되지 않은 Redirect URI입니다.', 'The redirect URI is not registered.'),
    code('doc', 'KOE007', '등록되지 않은 로그아웃 Redirect URI입니다.', 'The logout redirect URI is not registered.'),
    code('doc', 'KOE008', '이 요청에 쓸 수 없는 종류의 앱 키입니다.', 'The wrong type of app key.', differs(
      '어드민 키에만 씁니다.', 'For admin keys only.')),
    code('doc sdk', 'KOE009', '등록되지 않은 플랫폼에서 보낸 토큰 요청입니다.', 'A token request from a platform that is not registered.', differs(
      '토큰 요청에서, 플랫폼을 등록한 키만 검사합니다.', 'Checked at the token request, for keys that have a platform registered.')),
    code('doc sdk', 'KOE010', '클라이언트 시크릿이 없거나 틀립니다.', 'The client secret is missing or wrong.'),
    code('doc', 'KOE023', '자바스크립트 키와 관련된 오류입니다.', 'Something about JavaScript keys.', MEANING_UNKNOWN),
    code('doc', 'KOE025–KOE028', '비즈니스 인증 오류입니다.', 'Business authentication.', BUSINESS_AUTH),
    code('doc sdk', 'KOE101', '앱 키를 찾을 수 없습니다.', 'No app has this key.'),
    code('doc', 'KOE102', '앱에 연결되지 않은 채널을 지정했습니다.', 'A channel is named that is not linked to the app.'),
    code('doc', 'KOE103–KOE110', '플러그인과 사내 서비스의 오류입니다.', 'Plug-ins and in-house services.', IN_HOUSE),
    code('sdk', 'KOE114', '다른 앱에 발급된 코드입니다.', 'The code was issued to another app.'),
    code('doc', 'KOE123', '비즈 앱이 아닙니다.', 'Not a biz app.', BUSINESS_AUTH),
    code('doc', 'KOE124', '권한이 없습니다.', 'No permission.', BUSINESS_AUTH),
    code('doc', 'KOE125', '앱이나 개발자가 정지되었습니다.', 'The app or its developer is suspended.', differs(
      '비즈니스 인증 문서의 코드이며, 차단 앱에 씁니다.', 'Read on the business authentication page; used for suspended apps.')),
    code('sdk', 'KOE126', '키가 여러 개인 앱의 설정 오류입니다.', 'A setting of an app with several keys.', MEANING_UNKNOWN),
    code('sdk', 'KOE127', '키가 여러 개인 앱의 설정 오류입니다.', 'A setting of an app with several keys.', MEANING_UNKNOWN),
    code('doc', 'KOE201', '지원하지 않는 response_type입니다.', 'An unsupported response_type.'),
    code('doc', 'KOE202', 'response_type=token은 쓸 수 없습니다.', 'response_type=token is not allowed.'),
    code('doc', 'KOE203', '필수 항목에 동의하지 않았습니다.', 'A required item was not agreed to.', OUR_CHOICE),
    code('doc', 'KOE204', '잘못된 파라미터가 있습니다.', 'A parameter is invalid.', leftOut(
      'KOE001과 KOE207로 알립니다.', 'KOE001 and KOE207 say so.')),
    code('sdk', 'KOE205', '앱에 설정되지 않은 동의항목입니다.', 'scope names an item that the app has not configured.', OUR_CHOICE),
    code('doc', 'KOE207', '필수 파라미터가 없습니다.', 'A required parameter is missing.', OUR_CHOICE),
    code('doc', 'KOE232', '비즈니스 인증 오류입니다.', 'Business authentication.', BUSINESS_AUTH),
    code('doc', 'KOE233', '비즈니스 인증 오류입니다.', 'Business authentication.', BUSINESS_AUTH),
    code('doc sdk', 'KOE237', '토큰 요청이 너무 많습니다.', 'Too many token requests.', differs(
      '횟수는 알려지지 않아 앱마다 정합니다(tokenRequestsPerMinute).', 'The number is not established; the app’s own switch (tokenRequestsPerMinute).')),
    code('doc sdk', 'KOE303', 'redirect_uri가 인가 요청과 다릅니다.', 'redirect_uri differs from the one of authorize.'),
    code('sdk', 'KOE310', 'grant_type이 없거나 지원하지 않는 값입니다.', 'grant_type is missing or unsupported.', OUR_STATUS),
    code('doc', 'KOE319', '갱신 요청에 refresh_token이 없습니다.', 'A refresh without refresh_token.', OUR_STATUS),
    code('doc sdk', 'KOE320', '인가 코드를 이미 썼거나, 만료되었거나, 모르는 코드입니다.', 'The code is used, expired or unknown.', differs(
      'PKCE 검증 실패도 이 코드이며, 코드는 아직 쓸 수 있습니다.', 'Also for a wrong PKCE verifier, which does not spend the code.')),
    code('doc sdk', 'KOE322', '리프레시 토큰을 모르거나 만료되었습니다.', 'The refresh token is unknown or expired.'),
    code('doc', 'KOE400', 'ID 토큰이 올바르지 않습니다.', 'The ID token is invalid.', differs(
      '설명은 시뮬레이터가 정했습니다.', 'The descriptions are ours.')),
  ],
};

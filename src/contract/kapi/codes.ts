/** Error codes of kapi, and the texts of -401. Source: kakao-api 2.17. */
import { IN_HOUSE, MEANING_UNKNOWN, NOT_LOGIN } from '../reasons.ts';
import { but, code, differs, docSdk, leftOut } from '../row.ts';
import type { Table } from '../table.ts';

const NO_OUTAGE = leftOut('점검과 장애는 흉내 내지 않습니다.', 'Maintenance and outages are not simulated.');
const OUR_MSG = differs('msg는 시뮬레이터가 정했습니다.', 'Its msg is ours.');

// prettier-ignore
export const kapiCodes: Table = {
  id: 'kapi-codes',
  section: '2.17',
  title: { ko: '코드', en: 'Codes' },
  kind: 'listed',
  rows: [
    code('doc', '-1', '내부 오류이니 다시 시도합니다.', 'Internal failure: try again.', OUR_MSG),
    code('doc sdk', '-2', '파라미터가 없거나 잘못되었거나, 토큰의 형식이 잘못되었습니다.', 'A missing or invalid parameter, or a malformed token.', differs(
      'msg는 시뮬레이터가 정했고, 토큰은 256자를 넘으면 너무 깁니다.', 'Its msg is ours; a token is too long above 256 characters.')),
    code('doc', '-3', '켜지 않은 기능이거나 허용되지 않은 API, 철회할 수 없는 항목입니다.', 'A feature that is off, an API that is not allowed, an item that is not revocable.', differs(
      '없는 경로(404)와 메서드(405)에도 씁니다.', 'Also for unknown paths (404) and methods (405).')),
    code('doc', '-4', '이용이 제한된 계정입니다.', 'The account is restricted.', leftOut('제한된 계정이 없습니다.', 'There are no restricted accounts.')),
    code('doc sdk', '-5', '이 API를 쓸 권한이 없습니다.', 'The app has no permission for this API.', leftOut(
      '따로 받는 앱 권한이 없습니다. 끈 기능은 -3입니다.', 'No app permissions of their own; what is off is -3.')),
    code('doc', '-6', '카카오 서비스가 허용하지 않는 동작입니다.', 'Not allowed by Kakao’s services.', NOT_LOGIN),
    code('doc', '-7', '점검 중이거나 내부 문제가 있습니다.', 'Maintenance or an internal problem.', NO_OUTAGE),
    code('doc', '-8', '헤더가 잘못되었습니다.', 'An invalid header.', leftOut('헤더가 잘못되면 -401이나 -2입니다.', 'Wrong headers are -401 or -2.')),
    code('doc', '-9', '제공이 끝난 API입니다.', 'The API is discontinued.', OUR_MSG),
    code('doc', '-10', '사용량을 넘었습니다.', 'The quota is exceeded.', differs(
      '오늘날의 앱만 셉니다. 상태 429는 스위치(quotaStatus)로 400이 됩니다.', 'In apps of today only. Its status 429 becomes 400 by the switch quotaStatus.')),
    code('doc', '-11', '유료 API의 한도를 넘었습니다.', 'The limit of a paid API.', NOT_LOGIN),
    code('doc', '-12', '앱이나 개발자가 정지되었습니다.', 'The app or its developer is suspended.', OUR_MSG),
    code('doc sdk', '-101', '앱에 연결되지 않은 사용자입니다.', 'The user is not linked to the app.'),
    code('doc', '-102', '이미 연결한 사용자입니다.', 'The user is registered already.'),
    code('doc sdk', '-103', '휴면이거나 없는 카카오계정입니다.', 'The Kakao account is dormant or gone.'),
    code('doc', '-201', '등록되지 않은 사용자 프로퍼티입니다.', 'A user property that is not registered.'),
    code('sdk', '-301', '앱 키가 없거나 앱이 없습니다.', 'No such app key or app.', leftOut('-401로 알립니다.', 'Told as -401.')),
    code('doc', '-401', '앱 키나 토큰이 잘못되었거나 플랫폼이 다릅니다.', 'A wrong app key or token, or another platform.'),
    code('doc', '-402', '동의가 필요합니다.', 'A consent is missing.', differs('api_type의 값은 시뮬레이터가 정했습니다.', 'The value of api_type is ours.')),
    code('recall', '-403', '지금의 문서에 없습니다.', 'Not in the current tables.', MEANING_UNKNOWN),
    code('sdk', '-405', '연령 인증이 필요합니다.', 'An age verification is required.', leftOut('연령 인증이 없습니다.', 'There is no age verification.')),
    code('doc', '-406', '만 14세 미만 사용자입니다.', 'The user is under 14.', OUR_MSG),
    code('sdk', '-421…-423, -451…-453, -480, -481', '인증서와 연령 인증의 오류입니다.', 'Certificates and age verification.', NOT_LOGIN),
    code('doc sdk', '-501', '카카오톡을 쓰지 않는 사용자입니다.', 'The user has no KakaoTalk.'),
    code('sdk', '-502', '받는 사람이 친구가 아닙니다.', 'The receiver is no friend.', NOT_LOGIN),
    code('recall', '-503', '어느 출처에도 없습니다.', 'In no source that was read.', MEANING_UNKNOWN),
    code('sdk', '-504, -530…-532', '메시지 오류입니다.', 'Messages.', NOT_LOGIN),
    code('doc', '-602, -603, -606, -911', '업로드 오류입니다.', 'Uploads.', NOT_LOGIN),
    code('doc', '-903', '등록되지 않은 개발자의 키입니다.', 'The key of an unregistered developer.', IN_HOUSE),
    code('doc', '-9798', '점검 중입니다.', 'Maintenance.', NO_OUTAGE),
  ],
};

const NO_PLATFORM = leftOut('API 호출의 플랫폼은 검사하지 않습니다.', 'The platform of API calls is not checked.');

// prettier-ignore
export const messages: Table = {
  id: 'kapi-401',
  section: '2.17',
  title: { ko: '-401의 문구', en: 'Texts of -401' },
  kind: 'listed',
  rows: [
    ...docSdk(
      'this access token does not exist', 'this access token is already expired', 'no authentication key!', 'invalid app key.',
      'appKey({key}) is already deactivated', 'ip mismatched! callerIp={callerIp}. check out registered ips.',
    ),
    ...but(docSdk('domain mismatched! caller={origin}. check out registered web domains.'), NO_PLATFORM),
    ...but(docSdk('android keyhash mismatched! …', 'ios bundle id mismatched! …'), NO_PLATFORM),
    ...but(docSdk('InvalidTokenException'), leftOut('어느 토큰에 나오는지 알려지지 않았습니다.', 'For which tokens is not established.')),
  ],
};

export const failureFields: Table = {
  id: 'kapi-failure',
  section: '2.17',
  title: { ko: '오류 본문의 필드', en: 'Fields of an error' },
  kind: 'listed',
  rows: docSdk('msg', 'code', 'api_type', 'required_scopes', 'allowed_scopes'),
};

/** Webhooks (2019: 콜백): how they are sent, and what each one says. Source: kakao-api 3. */
import { IN_HOUSE } from './reasons.ts';
import { code, differs, fact, leftOut } from './row.ts';
import type { Table } from './table.ts';

// prettier-ignore
export const delivering: Table = {
  id: 'delivering',
  section: '3.1',
  title: { ko: '보내는 규칙', en: 'How they are sent' },
  kind: 'declared',
  rows: [
    fact('doc', 'a webhook goes to HTTPS with a valid certificate', '웹훅은 인증서가 유효한 HTTPS 주소로 갑니다.', differs(
      '내 컴퓨터의 http 주소로도 보냅니다.', 'To http addresses, too: partners under test have no certificate.')),
    fact('doc', 'a webhook that is not answered within three seconds has failed', '3초 안에 응답하지 않으면 실패입니다.'),
    fact('doc', 'the status decides, the body is ignored, a redirect has failed', '상태만 보고, 본문은 읽지 않으며, 리다이렉트는 실패입니다.'),
    fact('doc sdk', 'a webhook that failed is not sent again', '실패한 웹훅은 다시 보내지 않습니다.', differs(
      '재시도 정책은 문서에 없습니다. 기록이 남고, 주소마다 재시도(retry)를 켤 수 있습니다.', 'No policy is documented. The failure is kept; an address may ask for the policy retry.')),
    fact('doc', 'a webhook that fails for a month is switched off', '한 달 동안 실패하면 꺼집니다.', differs(
      '높은 오류율의 기준은 알려지지 않아 보지 않습니다. 그 뒤의 이벤트는 보관해 두고, 직접 다시 켭니다.', 'What a high error rate is, is not established. What comes then is kept; switched on again by hand.')),
    fact('doc', 'a list of source addresses is published', '보내는 IP 주소를 공개합니다.', leftOut('내 컴퓨터에서 보냅니다.', 'They come from your own machine.')),
    fact('doc', 'the console has a webhook test', '콘솔에 웹훅 테스트가 있습니다.'),
  ],
};

// prettier-ignore
export const channelPayload: Table = {
  id: 'channel-webhook',
  section: '3.2',
  title: { ko: '본문', en: 'The body' },
  kind: 'declared',
  rows: [
    fact('doc sdk', 'event is added or blocked', 'event는 added나 blocked입니다.'),
    fact('doc', 'id_type is app_user_id where the user agreed to plusfriends', 'plusfriends에 동의한 사용자는 id_type이 app_user_id입니다.'),
    fact('doc', 'id_type is open_id for everybody else, another one per app and channel', '그 밖에는 id_type이 앱과 채널마다 다른 open_id입니다.'),
    fact('doc', 'generation A has plus_friend_public_id and timestamp', '2019년: plus_friend_public_id, timestamp'),
    fact('doc sdk', 'generation B has plus_friend_uuid and updated_at, too', '2021년: plus_friend_uuid, updated_at도'),
    fact('doc', 'generation C has channel_public_id, channel_uuid and updated_at', '지금: channel_public_id, channel_uuid, updated_at', differs(
      '예전 이름을 함께 보내는지 알려지지 않아 스위치(channelPayload)로 고릅니다.', 'Whether old names are still sent is not established; the switch channelPayload.')),
    fact('sdk', 'timestamp has milliseconds whose last three digits are zero', 'timestamp는 끝 세 자리가 0인 밀리초입니다.'),
    fact('doc recall', 'ticking the channel on the consent screen sends added', '동의 화면에서 채널을 체크하면 added를 보냅니다.'),
  ],
};

// prettier-ignore
export const channelRequest: Table = {
  id: 'channel-webhook-http',
  section: '3.3',
  title: { ko: 'HTTP 요청', en: 'The request' },
  kind: 'declared',
  rows: [
    fact('doc', 'a POST with Authorization: KakaoAK and the primary admin key', '대표 어드민 키를 Authorization: KakaoAK에 담은 POST입니다.'),
    fact('doc', 'the headers X-Kakao-Resource-ID and User-Agent: KakaoOpenAPI/1.0', 'X-Kakao-Resource-ID와 User-Agent: KakaoOpenAPI/1.0 헤더가 있습니다.', differs(
      '어느 시기에나 보냅니다.', 'In every era.')),
    fact('doc', 'the header Content-Type: application/json', 'Content-Type: application/json 헤더가 있습니다.', differs('어느 시기에나 보냅니다.', 'In every era.')),
    fact('doc', 'any 2xx acknowledges the channel webhook', '2xx면 성공입니다.', differs(
      '2019년에는 200이었지만 2xx를 모두 받습니다.', '2019 asked for 200; any 2xx is taken there, too.')),
  ],
};

const referrers = ['ACCOUNT_DELETE', 'FORCED_ACCOUNT_DELETE', 'UNLINK_FROM_ADMIN', 'UNLINK_FROM_APPS', 'INCOMPLETE_SIGN_UP'];

// prettier-ignore
export const unlinkWebhook: Table = {
  id: 'unlink-webhook',
  section: '3.4',
  title: { ko: '연결 해제 웹훅', en: 'The unlink webhook' },
  kind: 'declared',
  rows: [
    fact('doc', 'the unlink webhook is a GET or POST with app_id, user_id and referrer_type', 'GET이나 POST로 app_id, user_id, referrer_type을 보냅니다.'),
    fact('doc', 'only 200 acknowledges the unlink webhook', '200만 성공입니다.'),
    fact('doc', 'the unlink webhook is not sent when the service itself unlinks', '서비스가 직접 연결을 끊으면 보내지 않습니다.'),
    ...referrers.map((name) => code('doc', name, 'referrer_type의 값입니다.', 'A value of referrer_type.')),
    fact('doc', 'group_user_token comes for apps of a group', '앱 그룹에는 group_user_token이 있습니다.', leftOut('앱 그룹이 없습니다.', 'There are no app groups.')),
  ],
};

// prettier-ignore
export const accountWebhook: Table = {
  id: 'account-webhook',
  section: '3.5',
  title: { ko: '계정 상태 변경 웹훅', en: 'The account webhook' },
  kind: 'declared',
  rows: [
    fact('doc sdk', 'the account webhook is a signed SET as application/secevent+jwt', 'application/secevent+jwt로 서명한 SET을 보냅니다.'),
    fact('sdk', 'its claims are iss, aud, sub, iat, jti, toe, txn and events', '클레임은 iss, aud, sub, iat, jti, toe, txn, events입니다.', differs(
      'aud는 REST API 키이며 스위치(eventAudience)로 앱 ID가 됩니다. txn은 RFC 8417의 이름입니다.',
      'aud is the REST API key, or the app’s id by the switch eventAudience; txn is the name of RFC 8417.')),
    fact('sdk', 'events of the OAuth category', 'OAuth 이벤트'),
    fact('doc sdk', 'events of the RISC and CAEP categories', 'RISC와 CAEP 이벤트', differs(
      '동의항목 대신 앱의 스위치(securityEvents)가 ON이면 보냅니다.', 'Sent while the app’s switch securityEvents is ON, which stands for the consent item.')),
    fact('sdk', 'the event user-profile-changed', 'user-profile-changed 이벤트'),
    fact('sdk', '202 acknowledges the account webhook', '202가 성공입니다.'),
  ],
};

// prettier-ignore
export const logoutWebhook: Table = {
  id: 'logout-webhook',
  section: '3.6',
  title: { ko: '로그아웃 웹훅', en: 'The logout webhook' },
  kind: 'declared',
  rows: [fact('doc', 'the logout webhook', '로그아웃 웹훅', IN_HOUSE)],
};

/** The settings of an app: what each is called, what it is for, and what is refused by it. */
export const settings = {
  'setting.kind': '앱의 종류와 상태',
  'setting.keys': '앱 키',
  'setting.members': '멤버',
  'setting.login': '카카오 로그인 사용 설정',
  'setting.client-secret': '클라이언트 시크릿',
  'setting.redirect-uris': '리다이렉트 URI',
  'setting.logout-redirect-uris': '로그아웃 리다이렉트 URI',
  'setting.openid-connect': 'OpenID Connect',
  'setting.auto-link': '로그인 시 앱 자동 연결',
  'setting.items': '동의항목',
  'setting.simple-signup': '카카오 간편가입',
  'setting.user-properties': '사용자 프로퍼티',
  'setting.channel': '카카오톡 채널',
  'setting.callbacks': '웹훅 (콜백)',
  'setting.platforms': '플랫폼',
  'setting.allowed-ips': '호출 허용 IP 주소',
  'setting.admin-keys': '어드민 키의 호출 허용 API',
  'setting.quotas': '쿼터',
  'setting.switches': '시뮬레이터 스위치',

  'developers.kind.says': '테스트 앱에는 멤버만 로그인할 수 있고(KOE005), 차단 앱은 아무것도 할 수 없습니다(KOE125).',
  'developers.keys.says':
    'REST API 키, JavaScript 키, 네이티브 앱 키는 인가 요청과 토큰 요청의 client_id입니다. 어드민 키는 서버에서만 Authorization: KakaoAK 헤더로 보냅니다.',
  'developers.members.says': '앱을 관리하는 사람과 역할입니다. 테스트 앱에는 이 사람들만 로그인할 수 있습니다.',
  'developers.login.says': 'OFF이면 아무도 로그인할 수 없고, 인가 요청은 KOE004 오류 화면으로 끝납니다.',
  'developers.client-secret.says': 'ON인 키로 토큰을 요청할 때는 이 값을 client_secret으로 보내야 합니다. 없거나 다르면 KOE010입니다.',
  'developers.redirect-uris.says':
    '인가 요청의 redirect_uri는 그 요청에 쓴 키에 등록된 값과 글자 하나까지 같아야 합니다. 다르면 KOE006입니다.',
  'developers.logout-redirect-uris.says':
    '로그아웃 요청의 logout_redirect_uri는 그 요청에 쓴 키에 등록된 값과 글자 하나까지 같아야 합니다. 다르면 KOE007입니다.',
  'developers.openid-connect.says': 'ON이면 토큰 응답에 ID 토큰이 함께 옵니다. OFF이면 오지 않고, scope에 openid를 넣을 수 없습니다.',
  'developers.auto-link.says':
    'ON이면 로그인하면서 동의한 사용자가 바로 앱에 연결됩니다. OFF이면 앱이 /v1/user/signup을 호출해야 연결이 끝납니다.',
  'developers.items.says':
    '동의 화면에서 사용자에게 묻는 개인정보와 권한입니다. 설정하지 않은 항목을 scope에 넣으면 KOE205이고, 권한 없음인 항목도 검수가 승인될 때까지 같습니다.',
  'developers.simple-signup.says':
    '동의 화면에 서비스 약관을 함께 보여 줍니다. ON이고 약관 검수가 승인되어야 적용되며, 약관은 아래 순서대로 나옵니다.',
  'developers.user-properties.says': '앱이 사용자마다 저장하는 값의 이름입니다. 등록하지 않은 이름으로는 저장할 수 없습니다.',
  'developers.channel.says':
    '로그인 화면과 동의 화면에서 추가할 수 있는 채널입니다. 연결되지 않은 채널을 channel_public_id로 보내면 KOE102입니다.',
  'developers.callbacks.says':
    '연결 해제, 계정 상태 변경, 채널 추가와 차단, 가입을 서비스 서버에 알립니다. 연결 해제는 200, 계정 상태 변경은 202로 응답해야 합니다. 가입 콜백은 실제 카카오에는 없으며 시크릿으로 서명합니다.',
  'developers.platforms.says':
    'SDK가 보낸 도메인, 키 해시, 번들 ID를 키에 등록된 값과 비교합니다. 다르면 KOE009이고, 등록된 값이 없으면 비교하지 않습니다.',
  'developers.allowed-ips.says':
    '서버는 여기에 적힌 주소에서만 API를 호출할 수 있습니다. 다른 주소에서 어드민 키나 REST API 키의 토큰으로 호출하면 -401입니다.',
  'developers.admin-keys.says':
    '어드민 키마다 호출할 수 있는 API를 제한합니다. 제한된 키로 다른 API를 호출하면 -3입니다. 콜백의 Authorization 헤더에는 대표 키를 보냅니다.',
  'developers.quotas.says': '1분 동안 보낼 수 있는 요청의 수입니다. 첫 요청부터 1분을 셉니다. API는 넘으면 -10, 토큰 요청은 KOE237입니다.',
  'developers.switches.says': '카카오의 동작이 문서마다 다르거나 알려지지 않은 곳에서, 앱마다 어느 쪽을 따를지 고릅니다.',

  'switch.legacyProperties': '예전 앱처럼 사용자 정보의 properties에 닉네임과 사진의 사본을 함께 줍니다. 2019년의 앱은 늘 줍니다.',
  'switch.youngestAgeRange': '열 살이 안 된 사람의 연령대입니다. 문서는 1~9, SDK는 0~9입니다.',
  'switch.channelPayload': '채널 콜백의 본문입니다. era는 앱이 따르는 시기의 것이고, both는 예전 필드와 지금 필드를 함께 보냅니다.',
  'switch.askOptionalTermBesideAgreedRequired':
    'service_terms에 이미 동의한 필수 약관과 아직 동의하지 않은 선택 약관이 함께 있으면 동의 화면을 보여 줍니다.',
  'switch.consentLayout': '동의 화면의 모양입니다. 실제 서비스에서 두 가지가 동시에 쓰인 적이 있습니다.',
  'switch.phoneFormat': '전화번호의 표기입니다. 파트너가 기대하는 값은 +82 10, 문서의 예시 하나는 +82 010입니다.',
  'switch.quotaStatus': '쿼터를 넘었을 때(-10)의 HTTP 상태입니다. 공지는 429, 오류 표는 400입니다.',
  'switch.securityEvents':
    '보안 이벤트 정보 제공: RISC·CAEP 보안 이벤트를 계정 상태 변경 웹훅으로 보낼지 정합니다. 실제로는 권한을 받은 앱이 사용자의 동의를 받은 뒤에 받습니다.',
  'switch.eventAudience': '보안 이벤트 토큰(SET)의 aud입니다. 대부분 REST API 키로 구현하지만 앱 ID로 보는 곳도 있습니다.',
  'switch.loginHint':
    '브라우저 없는 프로그램을 위한 login_hint 동작입니다. fills-in은 카카오처럼 로그인 칸만 채우고, signs-in은 로그인 화면 없이 로그인하고, signs-up은 동의 화면에도 모두 동의합니다.',
  'switch.tokenRequestsPerMinute':
    '한 키로 1분 동안 보낼 수 있는 토큰 요청의 수입니다. 넘으면 KOE237입니다. 실제 값은 알려져 있지 않습니다.',
} as const;

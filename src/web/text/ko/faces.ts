/** The faces of the simulator as the first page names them, and how an app stands. */
export const faces = {
  'face.talk': '카카오톡',
  'face.talk.says': '사용자의 카카오톡입니다. 채널을 추가하고 차단합니다.',
  'face.operator': '시뮬레이터 관리',
  'face.operator.says': '실제 카카오에는 없는 기능이 모여 있습니다.',
  'face.deliveries': '콜백 기록',
  'face.deliveries.says': '보낸 콜백을 시도마다 확인합니다.',
  'face.discovery': 'OpenID 설정',
  'face.discovery.says': 'OpenID Connect 메타데이터 문서입니다.',
  'face.authorize': '인가 요청',
  'face.authorize.says': '파트너가 사용자를 보내는 주소입니다. 앱 키 없이 열면 오류 화면을 볼 수 있습니다.',
  'face.me': '사용자 정보 API',
  'face.me.says': '액세스 토큰으로 부르는 API입니다. 토큰 없이 열면 오류 응답을 볼 수 있습니다.',
  'home.state.sync': '간편가입 ON',
  'home.state.login': '로그인 ON',
  'home.state.off': '로그인 OFF',
} as const;

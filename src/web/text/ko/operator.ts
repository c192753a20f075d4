/** Words of `/_sim` itself. */
export const operator = {
  'operator.title': '시뮬레이터 운영 도구',
  'operator.lead': '실제 카카오에는 없는, 시뮬레이터에만 있는 화면입니다.',
  'operator.coverage': '카카오 규격 가운데 무엇이 같고, 다르고, 없는지 확인합니다.',
  'operator.journeys': '모든 로그인을 요청 하나하나까지 순서대로 확인합니다.',
  'operator.deliveries': '앱으로 보낸 콜백과 앱의 응답을 모두 확인합니다.',
  'operator.endpoints': '콜백을 어디로 어떻게 보낼지 정하고, 일부러 문제를 일으킵니다.',
  'operator.triggers': '채널 추가, 연결 해제 같은 이벤트를 원하는 때에 보냅니다.',
} as const;

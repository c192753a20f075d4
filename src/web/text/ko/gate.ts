/** Words of signing in as an operator of a shared simulator. */
export const gate = {
  'gate.title': '운영자 로그인',
  'gate.lead': '여럿이 함께 쓰는 시뮬레이터입니다. 콘솔과 /_sim은 운영자 비밀값을 아는 사람만 볼 수 있습니다.',
  'gate.notKakao': '이곳은 카카오가 아닌 시뮬레이터입니다. 카카오계정 비밀번호를 입력하지 마세요.',
  'gate.secret': '운영자 비밀값',
  'gate.secretHint': '시뮬레이터를 시작할 때 KAKAO_SYNC_OPERATOR_SECRET 변수나 파일로 정한 값입니다. 모르면 운영하는 분에게 물어보세요.',
  'gate.enter': '들어가기',
  'gate.operator': '운영자로 로그인함',
  'gate.signOut': '운영자 로그아웃',
  'gate.first': '로그인이 필요합니다. 보낸 내용은 적용되지 않았습니다.',
  'gate.wrong': '운영자 비밀값이 맞지 않습니다. 다시 확인해 주세요.',
  'gate.tooMany': '틀린 값을 너무 많이 입력했습니다. {minutes}분 뒤에 다시 시도해 주세요.',
} as const;

/** Words that every face shares: the mark, the frame around a page, what went wrong. */
export const shell = {
  'shell.mark': 'SIMULATOR · 테스트 전용',
  'shell.markHint': '카카오가 아닌 로컬 시뮬레이터입니다. 실제 계정 정보를 입력하지 마세요.',
  'shell.skip': '본문으로 건너뛰기',
  'shell.language': '언어',
  'shell.newWindow': '새 창',
  'shell.home': '처음으로',
  'problem.title': '요청을 처리할 수 없습니다',
  'problem.notFound': '주소에 해당하는 화면이 없습니다.',
  'problem.notFoundMend': '주소를 확인하거나 처음 화면에서 다시 시작해 주세요.',
  'problem.unexpected': '시뮬레이터 내부에서 문제가 생겼습니다.',
  'problem.unexpectedMend': '자세한 내용은 터미널의 기록에서 확인할 수 있습니다.',
  'problem.foreignOrigin': '다른 사이트에서 보낸 요청은 받지 않습니다.',
  'problem.foreignOriginMend': '이 시뮬레이터의 화면에서 다시 시도해 주세요.',
  'problem.unreadable': '보낸 내용을 읽을 수 없습니다.',
  'problem.input': '{field}: {expected}',
  'problem.inputMend': '이전 화면으로 돌아가 값을 고친 뒤 다시 보내 주세요.',
} as const;

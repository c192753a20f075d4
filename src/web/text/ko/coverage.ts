/** Words of the coverage page and of COVERAGE.md. */
export const coverage = {
  'coverage.title': '카카오 규격 구현 범위',
  'coverage.lead':
    '카카오 규격의 항목마다 시뮬레이터가 카카오와 같은지, 조금 다른지, 없는지 보여 줍니다. 규격 자료와 실제 코드를 맞대어 만든 화면입니다.',
  'coverage.summary': '항목 수',
  'coverage.all': '모두',
  'coverage.contents': '차례',
  'coverage.nothing': '이 상태인 항목이 없습니다.',

  'coverage.simulated': '같음',
  'coverage.simulated.says': '카카오와 같습니다.',
  'coverage.approximated': '조금 다름',
  'coverage.approximated.says': '메모에 적은 점이 다릅니다.',
  'coverage.left-out': '없음',
  'coverage.left-out.says': '메모에 적은 이유로 없습니다.',
  'coverage.addition': '추가',
  'coverage.addition.says': '시뮬레이터에만 있습니다.',

  'coverage.sources': '근거',
  'coverage.doc': '카카오 문서에서 읽었습니다.',
  'coverage.seed': '2019년 카카오싱크 신청 가이드에서 읽었습니다.',
  'coverage.sdk': 'SDK와 실제 연동 코드에서 읽었습니다.',
  'coverage.recall': '기억에만 있습니다. 다를 수 있습니다.',

  'coverage.name': '항목',
  'coverage.standing': '상태',
  'coverage.note': '메모',
  'coverage.call': '호출',
  'coverage.parameters': '파라미터',
  'coverage.fields': '응답 필드',
  'coverage.errors': '오류',
  'coverage.rows': '항목',
} as const;

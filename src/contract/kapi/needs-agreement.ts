/** What `*_needs_agreement` means: whether a value can be provided once it is agreed to. Source: kakao-api 2.3. */
import { fact } from '../row.ts';
import type { Table } from '../table.ts';

// prettier-ignore
export const needsAgreement: Table = {
  id: 'needs-agreement',
  section: '2.3',
  title: { ko: '동의항목마다', en: 'Of each item' },
  kind: 'declared',
  rows: [
    fact('doc', 'not configured', '설정하지 않은 항목: 묶음이 없습니다.'),
    fact('doc', 'configured, agreed to and known', '설정, 동의, 값이 모두 있음: false와 값.'),
    fact('doc', 'configured and known, not agreed to', '설정했고 값이 있지만 동의하지 않음: true.'),
    fact('doc', 'configured and agreed to, not known', '설정했고 동의했지만 값이 없음: false뿐.'),
    fact('doc', 'configured, neither agreed to nor known', '설정했지만 동의도 값도 없음: false뿐.'),
  ],
};

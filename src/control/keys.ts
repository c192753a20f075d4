/** Signing keys: what ID tokens and account callbacks are signed with. */
import { keysShape, rotateKeys } from '../kit/keys.ts';
import { call, type Subject } from './call.ts';

export const keys: Subject = {
  name: 'keys',
  title: { en: 'Signing keys', ko: '서명 키' },
  says: {
    en: 'ID tokens and account callbacks are signed with them. Kakao changes its keys now and then; a partner who keeps them too long finds out here.',
    ko: 'ID 토큰과 계정 상태 변경 웹훅의 서명에 쓰는 키입니다. 카카오는 키를 가끔 교체하므로, 키를 너무 오래 캐시하는 서비스는 여기에서 알 수 있습니다.',
  },
  calls: [
    call({
      method: 'POST',
      path: '/key-rotations',
      summary: {
        en: 'Has a new key sign from now on. The one before it stays published, so that what it signed still verifies; older ones go.',
        ko: '지금부터 새 키로 서명합니다. 바로 앞의 키는 계속 공개되어 그 서명을 검증할 수 있고, 더 오래된 키는 없어집니다.',
      },
      answer: keysShape,
      do: rotateKeys,
    }),
  ],
};

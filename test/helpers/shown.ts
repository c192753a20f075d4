/** What a consent screen says besides its question, for tests that answer one without a door. */
import type { Shown } from '../../src/consent/index.ts';

export const SHOWN: Shown = {
  language: 'ko',
  age: { ko: '만 14세 이상입니다.', en: 'I am 14 or older.' },
  channel: (name) => ({ ko: `${name} 채널 추가`, en: `Add ${name}` }),
};

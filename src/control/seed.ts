/** The seed: the present world written down, so that it can begin again elsewhere. */
import { z } from 'zod';
import { says } from '../kit/says.ts';
import { written, writtenWorld } from '../seeds/export.ts';
import { call, type Subject } from './call.ts';

export const seed: Subject = {
  name: 'seed',
  title: { en: 'Seed', ko: '시드' },
  says: {
    en: 'The present world as a file that `--seed` takes.',
    ko: '지금 상태를 `--seed`로 다시 시작할 수 있는 파일로 내보냅니다.',
  },
  calls: [
    call({
      method: 'GET',
      path: '/seed',
      summary: {
        en: 'All that there is: a start with it has the same people, apps, tokens, callbacks, uploaded files and time.',
        ko: '모든 상태를 내보냅니다. 이 시드로 시작하면 사용자, 앱, 토큰, 콜백, 올린 파일, 시각까지 같습니다.',
      },
      query: z.strictObject({
        only: says(
          z.enum(['world']).optional(),
          '`world`: people, businesses, channels, apps and how they stand, without tokens, history and files.',
          '`world`: 사용자, 사업자, 채널, 앱과 그 관계만. 토큰, 기록, 파일은 뺍니다.',
        ),
      }),
      answer: z.record(says(z.string(), 'A noun of the seed.', '시드의 항목'), says(z.unknown(), 'Its entries.', '그 내용')),
      async do({ world }, { query }) {
        const { rows, files } = await world.snapshot();
        return query.only ? writtenWorld(rows) : written(rows, files);
      },
    }),
  ],
};

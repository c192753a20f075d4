/** The clock: what time it is in the house, and moving it. */
import { z } from 'zod';
import { clockFacts } from '../kit/clock.ts';
import { duration, moment } from '../time-text.ts';
import { call, type Subject } from './call.ts';
import { named, says } from '../kit/says.ts';

const clockShape = named(
  'Clock',
  z.strictObject({
    now: says(z.string(), 'House time, RFC 3339 in UTC.', '시뮬레이터 시각 (UTC, RFC 3339)'),
    aheadMs: says(
      z.number().int(),
      'How far it is ahead of the machine; less than 0 is behind.',
      '컴퓨터 시각보다 앞선 시간(밀리초). 0보다 작으면 뒤처진 시간',
    ),
    frozen: says(z.boolean(), 'Whether it stands still.', '멈춰 있는지'),
    nextReviewAt: says(
      z.string().nullable(),
      'When the next review is decided by itself, or null.',
      '다음 심사가 자동으로 결정되는 시각. 없으면 null',
    ),
  }),
);

export const clock: Subject = {
  name: 'clock',
  title: { en: 'Clock', ko: '시계' },
  says: {
    en: 'House time: codes, tokens, sessions, reviews and retries go by it. It is kept over a restart, and goes forward only.',
    ko: '인가 코드, 토큰, 로그인, 심사, 재발송이 따르는 시계입니다. 다시 시작해도 이어지며 뒤로는 가지 않습니다.',
  },
  calls: [
    call({
      method: 'GET',
      path: '/clock',
      summary: { en: 'What time it is.', ko: '지금 시각을 조회합니다.' },
      answer: clockShape,
      do: clockFacts,
    }),
    call({
      method: 'PATCH',
      path: '/clock',
      summary: { en: 'Sets the time, stops it, or lets it run on.', ko: '시각을 정하거나, 시계를 멈추거나 다시 가게 합니다.' },
      body: z.strictObject({
        now: says(
          moment.optional(),
          'From now on it is this moment: `2026-12-01T09:00:00+09:00`, or a day; Korean time where no zone is given.',
          '이 시각으로 옮깁니다. `2026-12-01T09:00:00+09:00` 또는 날짜. 시간대가 없으면 한국 시각',
        ),
        frozen: says(z.boolean().optional(), 'true: it stands still. false: it runs on.', 'true면 멈추고 false면 다시 갑니다.'),
      }),
      answer: clockShape,
      async do(house, { body: { now: at, frozen } }) {
        await house.world.setTime({ at, frozen });
        return clockFacts(house);
      },
    }),
    call({
      method: 'POST',
      path: '/clock/advances',
      summary: { en: 'Moves it forward, also while it stands still.', ko: '시계를 앞으로 옮깁니다. 멈춰 있어도 됩니다.' },
      body: z.strictObject({
        by: says(
          duration.optional(),
          'How far: `6h`, `1d12h`, `90s`. Left out: to the next review that is decided by itself.',
          '얼마나: `6h`, `1d12h`, `90s`. 생략하면 다음 자동 심사 시각까지',
        ),
      }),
      answer: clockShape,
      async do(house, { body: { by } }) {
        await (by === undefined ? house.world.advanceToNextReview() : house.world.advance(by));
        return clockFacts(house);
      },
    }),
  ],
};

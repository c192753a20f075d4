/** Journeys: every login, request by request. */
import { z } from 'zod';
import { journeyFields, journeyOf, journeysAsked, journeyShape, journeyWith, stepShape, stepsOf } from '../kit/journey.ts';
import { says } from '../kit/says.ts';
import { awaitJourney, wait } from '../kit/waits.ts';
import { call, type Subject } from './call.ts';

const id = z.strictObject({ id: says(z.string(), 'Id of the login.', '로그인 ID') });

export const journeys: Subject = {
  name: 'journeys',
  title: { en: 'Journeys', ko: '로그인 기록' },
  says: {
    en: 'Every login, from its authorize request to the last call of its tokens.',
    ko: '인가 요청부터 토큰의 마지막 호출까지, 모든 로그인의 기록입니다.',
  },
  calls: [
    call({
      method: 'GET',
      path: '/journeys',
      summary: {
        en: 'Logins, newest first; waits for one where it is told to.',
        ko: '로그인을 최신순으로 조회합니다. `wait`를 쓰면 생길 때까지 기다립니다.',
      },
      query: z.strictObject({
        ...journeyFields,
        limit: says(z.coerce.number().int().min(1).max(100).default(30), 'How many, 100 at most.', '한 번에 조회할 개수. 최대 100'),
        before: says(z.string().optional(), 'Older than the one with this id.', '이 ID보다 이전 것만'),
        wait,
      }),
      answer: z.strictObject({ journeys: says(z.array(journeyShape), 'A page of them.', '로그인 목록') }),
      async do(house, { query: { limit, before, wait: ms, ...filter } }) {
        if (ms !== undefined) await awaitJourney(house, filter, ms);
        return { journeys: (await house.journeys.recent({ limit, before }, await journeysAsked(house, filter))).map(journeyOf) };
      },
    }),
    call({
      method: 'GET',
      path: '/journeys/{id}',
      summary: { en: 'One login.', ko: '로그인 하나를 조회합니다.' },
      params: id,
      answer: journeyShape,
      do: async (house, { params }) => journeyOf(await journeyWith(house, params.id)),
    }),
    call({
      method: 'GET',
      path: '/journeys/{id}/steps',
      summary: { en: 'Its requests and their answers, oldest first.', ko: '로그인 하나의 요청과 응답을 오래된 순으로 조회합니다.' },
      params: id,
      answer: z.strictObject({ steps: says(z.array(stepShape), 'Every one.', '요청 목록') }),
      do: async (house, { params }) => ({ steps: await stepsOf(house, params.id) }),
    }),
  ],
};

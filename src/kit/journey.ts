/** Journeys for a test: every login, request by request, and the one that it waits for. */
import { z } from 'zod';
import type { House } from '../house.ts';
import type { Journey, JourneyStep } from '../journeys/index.ts';
import { findAccount, findApp } from './find.ts';
import { NotThere } from './refused.ts';
import { named, says } from './says.ts';
import { isoOf, time } from './shapes.ts';

const states = ['open', 'cancelled', 'refused', 'returned', 'done'] as const satisfies readonly Journey['state'][];
const headers = z.record(z.string(), z.string());

export const journeyFields = {
  app: says(z.string().optional(), 'Of one app: its id, a key of it, or its name.', '앱 하나만: 앱 ID, 키 또는 이름'),
  user: says(z.string().optional(), 'Of one person: persona, account id or login id.', '사용자 한 명만: 페르소나, 계정 ID 또는 로그인 ID'),
  state: says(
    z.enum(states).optional(),
    'In one state: `returned` has a code, `done` has tokens.',
    '상태 하나만. `returned`는 코드를, `done`은 토큰을 받은 로그인',
  ),
  error: says(z.string().optional(), 'Refused with this, like `KOE006`.', '이 오류로 거절된 것만. 예: `KOE006`'),
  knownBy: says(z.string().optional(), 'The one with this code, token or `state`.', '이 코드, 토큰 또는 `state`를 가진 것만'),
};
export const journeyFilter = z.strictObject(journeyFields);
export type JourneyFilter = z.input<typeof journeyFilter>;

export const journeyShape = named(
  'Journey',
  z.strictObject({
    id: says(z.string(), 'Id of the login.', '로그인 ID'),
    app: says(z.string().nullable(), 'Id of the app, or null.', '앱 ID, 없으면 null'),
    account: says(z.string().nullable(), 'Account id, once somebody has signed in.', '카카오계정 ID. 로그인 전이면 null'),
    state: says(z.enum(states), 'How far it came.', '상태'),
    errors: says(z.array(z.string()), 'What its requests were refused with.', '거절된 오류'),
    startedAt: says(time, 'When it began, in house time.', '시작 시각(시뮬레이터 시계)'),
    lastAt: says(time, 'Its latest request.', '마지막 요청 시각'),
    requests: says(z.number().int(), 'How many requests it had.', '요청 수'),
  }),
);
export type JourneyFacts = z.output<typeof journeyShape>;

export const stepShape = named(
  'JourneyStep',
  z.strictObject({
    at: says(time, 'When, in house time.', '시각(시뮬레이터 시계)'),
    durationMs: says(z.number(), 'How long it took, in milliseconds.', '걸린 시간(밀리초)'),
    method: says(z.string(), 'Method.', '메서드'),
    url: says(z.string(), 'Path and query.', '경로와 쿼리'),
    requestHeaders: says(headers, 'Headers of the request.', '요청 헤더'),
    requestBody: says(z.string(), 'Body of the request.', '요청 본문'),
    status: says(z.number().int(), 'Status of the answer.', '응답 상태 코드'),
    responseHeaders: says(headers, 'Headers of the answer.', '응답 헤더'),
    responseBody: says(z.string(), 'Body of the answer; pages are named, not kept.', '응답 본문. 화면은 이름만 남깁니다.'),
    screen: says(z.string().nullable(), 'The page that was shown, or null.', '보여 준 화면, 없으면 null'),
    why: says(z.string().nullable(), 'Path of the page that says why it was refused, or null.', '거절 이유를 설명하는 경로, 없으면 null'),
  }),
);
export type JourneyStepFacts = z.output<typeof stepShape>;

export function journeyOf({ id, appId, accountId, state, errors, startedAt, lastAt, steps }: Journey): JourneyFacts {
  return {
    id,
    app: appId,
    account: accountId,
    state,
    errors: [...errors],
    startedAt: isoOf(startedAt),
    lastAt: isoOf(lastAt),
    requests: steps,
  };
}

function stepOf(step: JourneyStep): JourneyStepFacts {
  const { at, durationMs, method, url, requestHeaders, requestBody, status, responseHeaders, responseBody, screen, refusalId } = step;
  const why = refusalId && `/_sim/why/${refusalId}`;
  const sent = { requestHeaders: { ...requestHeaders }, responseHeaders: { ...responseHeaders } };
  return { at: isoOf(at), durationMs, method, url, requestBody, status, responseBody, screen, why, ...sent };
}

/** Throws NotThere. */
export async function journeyWith({ journeys }: House, id: string): Promise<Journey> {
  const journey = await journeys.byId(id);
  if (journey) return journey;
  throw new NotThere(`there is no journey ${id}`, { field: 'id', mend: 'GET /_sim/api/journeys lists them.' });
}

/** Its requests, oldest first. Throws NotThere. */
export async function stepsOf(house: House, id: string): Promise<JourneyStepFacts[]> {
  return (await house.journeys.steps((await journeyWith(house, id)).id)).map(stepOf);
}

/** What is asked for, by ids. Throws InputRefused for an app or a person that there is not. */
export async function journeysAsked(house: House, { app: text, user, ...rest }: z.output<typeof journeyFilter>) {
  const app = text === undefined ? undefined : await findApp(house, text);
  return { ...rest, appId: app?.id, accountId: user === undefined ? undefined : (await findAccount(house, user, app)).id };
}

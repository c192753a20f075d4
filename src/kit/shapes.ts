/** What the control API answers about deliveries and endpoints, field by field. */
import { z } from 'zod';
import type { House } from '../house.ts';
import type { Attempt, Delivery, Endpoint } from '../webhooks/index.ts';
import { named, says } from './says.ts';

export const time = z.iso.datetime();
export const kinds = ['channel', 'sync', 'unlink', 'account'] as const satisfies readonly Endpoint['kind'][];
export const states = ['pending', 'delivered', 'parked', 'cancelled'] as const satisfies readonly Delivery['state'][];
const headers = z.record(z.string(), z.string());

export const attemptShape = named(
  'Attempt',
  z.strictObject({
    id: says(z.string(), 'Id of the attempt.', '발송 시도 ID'),
    startedAt: says(time, 'When it began, in house time.', '시작 시각(시뮬레이터 시계)'),
    durationMs: says(z.number(), 'Until the status line, in milliseconds.', '응답 상태가 올 때까지 걸린 시간(밀리초)'),
    url: says(z.string(), 'Where it was sent.', '보낸 주소'),
    status: says(z.number().int().nullable(), 'The status that came, or null.', '응답 상태 코드, 없으면 null'),
    verdict: says(z.string(), '`delivered`, or why it counts as failed.', '`delivered` 또는 실패한 이유'),
    isReplay: says(z.boolean(), 'Whether somebody had it sent anew.', '다시 보내기로 보냈는지 여부'),
    trouble: says(z.string().nullable(), 'What was done to it on purpose.', '일부러 일으킨 문제'),
    addedHeaders: says(headers, 'Headers that were made for this attempt.', '보낼 때 붙인 헤더'),
    responseHeaders: says(headers, 'Headers of the answer.', '응답 헤더'),
  }),
);

export type AttemptFacts = z.output<typeof attemptShape>;

export const deliveryShape = named(
  'Delivery',
  z.strictObject({
    id: says(z.string(), 'Resource id: the same in every attempt.', '리소스 ID. 다시 보내도 같습니다.'),
    app: says(z.string(), 'Id of the app.', '앱 ID'),
    endpoint: says(z.string(), 'The endpoint it goes to: `app:kind`.', '엔드포인트: `앱:종류`'),
    event: says(z.string(), 'What happened, like `channel.added`.', '이벤트. 예: `channel.added`'),
    account: says(z.string(), 'Account id of the person.', '사용자의 카카오계정 ID'),
    nickname: says(z.string().nullable(), 'Their nickname, or null when the account is gone.', '닉네임. 계정이 없으면 null'),
    channel: says(z.string().nullable(), 'Public id of the channel it is about, or null.', '관련 채널의 프로필 ID, 없으면 null'),
    lane: says(z.string(), 'Order is kept inside of one lane.', '순서 그룹. 같은 그룹 안에서는 순서를 지킵니다.'),
    state: says(
      z.enum(states),
      '`parked` is given up until it is replayed.',
      '상태. `parked`는 실패해서 다시 보내기를 기다리는 상태입니다.',
    ),
    createdAt: says(time, 'When it happened, in house time.', '발생 시각(시뮬레이터 시계)'),
    replays: says(z.number().int(), 'How often somebody had it sent anew.', '다시 보낸 횟수'),
    method: says(z.enum(['GET', 'POST']), 'Method of the request.', '요청 메서드'),
    url: says(z.string(), 'Where it goes.', '보내는 주소'),
    headers: says(
      headers,
      'Its headers, a signature of now among them where its endpoint signs.',
      '요청 헤더. 서명하는 엔드포인트라면 지금 만든 서명을 포함합니다.',
    ),
    body: says(z.string(), 'Its body, byte for byte; of a GET its query.', '요청 본문 그대로. GET이면 쿼리입니다.'),
    attempts: says(z.number().int(), 'How often it was tried.', '발송 시도 횟수'),
    last: says(attemptShape.nullable(), 'The latest attempt, or null.', '마지막 발송 시도, 없으면 null'),
  }),
);

export type DeliveryFacts = z.output<typeof deliveryShape>;

export const endpointShape = named(
  'Endpoint',
  z.strictObject({
    id: says(z.string(), '`app:kind`.', '`앱:종류`'),
    app: says(z.string(), 'Id of the app.', '앱 ID'),
    kind: says(z.enum(kinds), 'What is sent there.', '콜백의 종류'),
    url: says(z.string(), 'The address.', '콜백 주소'),
    method: says(z.enum(['GET', 'POST']), 'Method of the requests.', '요청 메서드'),
    secret: says(z.string().nullable(), 'Standard Webhooks secret of a kind that is signed.', '서명하는 종류의 Standard Webhooks 시크릿'),
    events: says(z.array(z.string()).nullable(), 'Event types that are subscribed; null is every one.', '구독하는 이벤트. null이면 모두'),
    policy: says(
      z.enum(['kakao', 'retry']),
      '`kakao`: one attempt. `retry`: at least once.',
      '`kakao`: 한 번만 보냅니다. `retry`: 성공할 때까지 다시 보냅니다.',
    ),
    verifyTls: says(z.boolean(), 'Whether certificates are verified.', '인증서를 검증하는지 여부'),
    state: says(
      z.enum(['on', 'paused', 'disabled']),
      '`paused` by hand, `disabled` after failing too long.',
      '`paused`: 일시 중지, `disabled`: 오래 실패해 꺼짐',
    ),
    failingSince: says(time.nullable(), 'Since when nothing was delivered, or null.', '실패가 시작된 시각, 없으면 null'),
    failures: says(z.number().int(), 'How many attempts have failed since then.', '그때부터 실패한 횟수'),
  }),
);

export function attemptOf(attempt: Attempt, delivery: Delivery): AttemptFacts {
  const { id, startedAt, durationMs, url, status, verdict, isReplay, trouble, addedHeaders, responseHeaders } = attempt;
  return {
    id,
    startedAt: isoOf(startedAt),
    durationMs,
    url: url ?? delivery.url,
    status,
    verdict,
    isReplay,
    trouble,
    // Rows are frozen.
    addedHeaders: { ...addedHeaders },
    responseHeaders: { ...responseHeaders },
  };
}

export async function deliveryOf({ webhooks, accounts }: House, delivery: Delivery): Promise<DeliveryFacts> {
  const attempts = await webhooks.attempts(delivery.id);
  const last = attempts.at(-1);
  const { id, appId, endpointId, event, lane, state, createdAt, replays, method, url, body } = delivery;
  const [, account = '', channel = null] = lane.split(':');
  return {
    id,
    app: appId,
    endpoint: endpointId,
    event,
    account,
    channel,
    lane,
    state,
    replays,
    method,
    url,
    body,
    nickname: (await accounts.byId(account))?.nickname ?? null,
    createdAt: isoOf(createdAt),
    headers: await webhooks.headersNow(delivery),
    attempts: attempts.length,
    last: last ? attemptOf(last, delivery) : null,
  };
}

export function endpointOf({ appId: app, failingSince, events, ...endpoint }: Endpoint): z.output<typeof endpointShape> {
  return { ...endpoint, app, events: events && [...events], failingSince: failingSince === null ? null : isoOf(failingSince) };
}

/** RFC 3339 with milliseconds: two of one second are told apart. */
export function isoOf(ms: number): string {
  return new Date(ms).toISOString();
}

/** Asking for faults, by names. */
import { z } from 'zod';
import type { Fault } from '../faults/index.ts';
import type { House } from '../house.ts';
import { findAccount, findApp } from './find.ts';
import { read } from './read.ts';
import { named, says } from './says.ts';
import { howLong } from '../time-text.ts';

const fields = {
  on: says(
    z.string().min(1),
    'Which endpoint: `token`, `user/me`, `/v2/user/scopes`.',
    '엔드포인트: `token`, `user/me`, `/v2/user/scopes`',
  ),
  with: says(
    z.union([z.string(), z.number().int().transform(String)]).nullable(),
    'A code of Kakao’s that belongs to the endpoint (`KOE320`, `-401`, `consent_required`), or what happens to the connection: `reset`, `hang`, `truncate`, `500`, `502`, `503`, `504` (a gateway’s page). null: it is late and nothing else.',
    '엔드포인트에 있는 카카오 오류 코드(`KOE320`, `-401`, `consent_required`) 또는 연결 문제: `reset`, `hang`, `truncate`, `500`, `502`, `503`, `504`(게이트웨이 페이지). null이면 늦기만 합니다.',
  ),
  after: says(
    z.boolean(),
    'Of the connection: the request has its effect, and the answer is lost.',
    '연결 문제에서: 요청은 처리되고 응답만 사라집니다.',
  ),
  times: says(
    z.number().int().nullable(),
    'How many requests meet it, null: all until it is taken back.',
    '적용할 요청 수. null이면 지울 때까지 모두',
  ),
  flow: says(
    z.string().max(100).nullable(),
    'Only requests of the flow with this name: see the header X-Kakao-Sync-Fault.',
    '이 이름의 흐름만: X-Kakao-Sync-Fault 헤더를 보십시오.',
  ),
};

export const newFault = z.strictObject({
  on: fields.on,
  with: fields.with.optional(),
  after: fields.after.optional(),
  ms: says(howLong.optional(), 'How late the answer is: milliseconds, or `3s`.', '응답을 늦출 시간: 밀리초 또는 `3s`'),
  times: fields.times.optional(),
  app: says(z.string().optional(), 'Only of this app: its id, a key of it, or its name.', '이 앱만: 앱 ID, 키 또는 이름'),
  user: says(
    z.string().optional(),
    'Only about this person: persona, login id, account id, or with `app` the user number.',
    '이 사용자만: 페르소나, 로그인 ID, 계정 ID, `app`이 있으면 회원번호',
  ),
  flow: fields.flow.optional(),
});
export type NewFault = z.input<typeof newFault>;

export const faultShape = named(
  'Fault',
  z.strictObject({
    id: says(z.string(), 'Id of the fault.', '오류 ID'),
    on: says(z.string(), 'Path of the endpoint.', '엔드포인트 경로'),
    with: says(z.string().nullable(), 'A code, or what happens to the connection.', '오류 코드 또는 연결 문제'),
    after: fields.after,
    ms: says(z.number().int(), 'How late the answer is.', '응답을 늦출 시간(밀리초)'),
    times: fields.times,
    app: says(z.string().nullable(), 'Id of the app, or null for any.', '앱 ID. null이면 모든 앱'),
    user: says(z.string().nullable(), 'Id of the account, or null for anybody.', '계정 ID. null이면 모든 사용자'),
    flow: fields.flow,
  }),
);
export type FaultFacts = z.output<typeof faultShape>;

/** One more fault. Throws InputRefused, and FaultRefused with what can be asked for. */
export async function askForFault(house: House, asked: NewFault): Promise<FaultFacts> {
  const { app: appName, user, ...fault } = read(newFault, asked);
  const app = appName === undefined ? undefined : await findApp(house, appName);
  const account = user === undefined ? undefined : await findAccount(house, user, app);
  return faultFacts(await house.faults.ask({ ...fault, appId: app?.id, accountId: account?.id }));
}

export function faultFacts({ appId: app, accountId: user, ...fault }: Fault): FaultFacts {
  return { ...fault, app, user };
}

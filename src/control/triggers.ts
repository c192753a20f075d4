/** Triggers: every event by hand, made of the state as it is, without its cause having happened. */
import { z } from 'zod';
import { triggers as all, unlinkReasons } from '../consent/index.ts';
import type { House } from '../house.ts';
import { findAccount, findApp, findChannel } from '../kit/find.ts';
import { named, says } from '../kit/says.ts';
import { deliveryOf, deliveryShape, kinds } from '../kit/shapes.ts';
import { InputRefused } from '../web/forms.ts';
import { translator } from '../web/text/index.ts';
import { call, type Subject } from './call.ts';

const t = translator('en');

const triggerShape = named(
  'Trigger',
  z.strictObject({
    event: says(z.string(), 'Its name.', '이벤트 이름'),
    kind: says(z.enum(kinds), 'To which endpoint it goes.', '콜백의 종류'),
    takes: says(z.array(z.enum(['user', 'channel', 'reason', 'scope'])), 'What can be said about it.', '함께 지정할 수 있는 값'),
    cause: says(z.string(), 'What causes it at Kakao.', '카카오에서 이 이벤트가 생기는 경우(영어)'),
  }),
);

export const triggers: Subject = {
  name: 'triggers',
  title: { en: 'Triggers', ko: '이벤트 직접 보내기' },
  says: {
    en: 'Every event by hand, made of the state as it is.',
    ko: '지금 상태로 이벤트를 만들어 직접 보냅니다. 상태는 바뀌지 않습니다.',
  },
  calls: [
    call({
      method: 'GET',
      path: '/triggers',
      summary: { en: 'Every event that can be sent.', ko: '보낼 수 있는 이벤트를 조회합니다.' },
      answer: z.strictObject({ triggers: says(z.array(triggerShape), 'Every one.', '이벤트 목록') }),
      do: async () => ({
        triggers: all.map(({ name, kind, needs, kakaoCause }) => ({ event: name, kind, takes: [...needs], cause: t(kakaoCause) })),
      }),
    }),
    call({
      method: 'POST',
      path: '/deliveries',
      summary: { en: 'Sends an event.', ko: '이벤트를 보냅니다.' },
      body: z.strictObject({
        event: says(z.string(), 'Which event.', '이벤트 이름'),
        app: says(z.string(), 'To which app: its id, a key of it, or its name.', '받을 앱: 앱 ID, 키 또는 이름'),
        user: says(
          z.string(),
          'About whom: persona, account id, login id, or user number.',
          '대상 사용자: 페르소나, 계정 ID, 로그인 ID 또는 회원번호',
        ),
        channel: says(
          z.string().optional(),
          'About which channel: its id, search id or name; the one on the consent screen unless told otherwise.',
          '대상 채널: 프로필 ID, 검색용 아이디 또는 이름. 생략하면 동의 화면의 채널',
        ),
        reason: says(
          z.enum(unlinkReasons).optional(),
          'Why a link ended; `UNLINK_FROM_APPS` unless told otherwise.',
          '연결이 끊어진 이유. 생략하면 `UNLINK_FROM_APPS`',
        ),
        scopes: says(
          z.array(z.string()).optional(),
          'Which consent items; those that the user agreed to unless told otherwise.',
          '동의항목. 생략하면 사용자가 동의한 항목',
        ),
      }),
      answer: deliveryShape,
      status: 201,
      async do(house, { body }) {
        mustBeKnown(body.event);
        const app = await findApp(house, body.app);
        const { id: accountId } = await findAccount(house, body.user, app);
        const channelId = body.channel && (await findChannel(house, body.channel)).id;
        const { event: name, reason, scopes } = body;
        const id = await house.store.write((tx) =>
          house.consent.trigger(tx, { name, appId: app.id, accountId, channelId, reason, scopes }),
        );
        return sentAs(house, id);
      },
    }),
  ],
};

/** Throws InputRefused, which names those that there are. */
function mustBeKnown(event: string): void {
  if (all.some(({ name }) => name === event)) return;
  throw new InputRefused('event', `there is no event "${event}"; there are: ${all.map(({ name }) => name).join(', ')}`);
}

async function sentAs(house: House, id: string) {
  return deliveryOf(house, (await house.webhooks.delivery(id))!);
}

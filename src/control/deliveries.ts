/** Deliveries: what was sent, how each attempt ended, and those to come. */
import { z } from 'zod';
import type { House } from '../house.ts';
import { filterOf, filters } from '../kit/filters.ts';
import { findApp } from '../kit/find.ts';
import { NotThere } from '../kit/refused.ts';
import { says } from '../kit/says.ts';
import { attemptOf, attemptShape, deliveryOf, deliveryShape } from '../kit/shapes.ts';
import type { Delivery } from '../webhooks/index.ts';
import { awaitDelivery, wait } from '../kit/waits.ts';
import { call, type Sent, stream, type Subject } from './call.ts';
import { follow } from './follow.ts';

const replayed = z.strictObject({
  replayed: says(
    z.number().int(),
    'How many are sent anew: not those on their way, nor those without an address.',
    '다시 보낸 개수. 보내는 중이거나 보낼 주소가 없는 콜백은 제외합니다.',
  ),
});
const id = z.strictObject({ id: says(z.string(), 'Id of the delivery.', '콜백의 리소스 ID') });

export const deliveries: Subject = {
  name: 'deliveries',
  title: { en: 'Deliveries', ko: '콜백 발송' },
  says: { en: 'Callbacks on their way, and how each attempt ended.', ko: '앱으로 보낸 콜백과 발송 시도의 결과입니다.' },
  calls: [
    call({
      method: 'GET',
      path: '/deliveries',
      summary: {
        en: 'Deliveries, newest first; waits for one where it is told to.',
        ko: '콜백 발송 내역을 최신순으로 조회합니다. `wait`를 쓰면 생길 때까지 기다립니다.',
      },
      query: z.strictObject({
        ...filters,
        limit: says(z.coerce.number().int().min(1).max(100).default(30), 'How many, 100 at most.', '한 번에 조회할 개수. 최대 100'),
        before: says(
          z.string().optional(),
          'Older than the delivery with this id: `next` of the page before.',
          '이 ID보다 이전 것만. 앞 응답의 `next`를 넣습니다.',
        ),
        after: says(
          z.string().optional(),
          'Waits for one that came after the delivery with this id.',
          '이 콜백보다 나중에 생긴 것을 기다립니다.',
        ),
        wait,
      }),
      answer: z.strictObject({
        deliveries: says(z.array(deliveryShape), 'A page of them.', '콜백 목록'),
        next: says(z.string().nullable(), '`before` of the next page, or null at the end.', '다음 페이지의 `before`. 마지막이면 null'),
      }),
      async do(house, { query: { wait: ms, after, ...query } }) {
        if (ms !== undefined) await awaitDelivery(house, { ...query, after }, ms);
        const found = await house.webhooks.recent({ limit: query.limit + 1, before: query.before }, await filterOf(house, query));
        const shown = found.slice(0, query.limit);
        return {
          deliveries: await Promise.all(shown.map((each) => deliveryOf(house, each))),
          next: found.length > shown.length ? shown.at(-1)!.id : null,
        };
      },
    }),
    stream({
      method: 'GET',
      path: '/deliveries/events',
      summary: { en: 'Deliveries as they come, as server-sent events.', ko: '콜백이 생길 때마다 server-sent events로 받습니다.' },
      query: z.strictObject({
        app: filters.app,
        event: filters.event,
        after: says(
          z.string().optional(),
          'Go on after this delivery, as `Last-Event-ID` does.',
          '이 콜백 다음부터 받습니다. `Last-Event-ID` 헤더와 같습니다.',
        ),
      }),
      answer: deliveryShape,
      async do(house, { query, gone }) {
        const appId = query.app && (await findApp(house, query.app)).id;
        return events(house, follow(house, { after: query.after, gone }), (each) => {
          return (!appId || each.appId === appId) && (!query.event || each.event === query.event);
        });
      },
    }),
    call({
      method: 'GET',
      path: '/deliveries/{id}',
      summary: { en: 'One delivery.', ko: '콜백 하나를 조회합니다.' },
      params: id,
      answer: deliveryShape,
      do: async (house, { params }) => deliveryOf(house, await deliveryWith(house, params.id)),
    }),
    call({
      method: 'POST',
      path: '/deliveries/{id}/replays',
      summary: { en: 'Sends it anew, with the same id and bytes.', ko: '콜백 하나를 같은 ID와 본문으로 다시 보냅니다.' },
      params: id,
      answer: replayed,
      status: 202,
      async do(house, { params }) {
        const delivery = await deliveryWith(house, params.id);
        return { replayed: await house.webhooks.replay([delivery.id]) };
      },
    }),
    call({
      method: 'POST',
      path: '/deliveries/replays',
      summary: { en: 'Sends all that were given up anew.', ko: '실패한 콜백을 모두 다시 보냅니다.' },
      body: z.strictObject({ app: filters.app, endpoint: filters.endpoint }),
      answer: replayed,
      status: 202,
      async do(house, { body }) {
        const appId = body.app && (await findApp(house, body.app)).id;
        return { replayed: await house.webhooks.replayParked({ appId, endpointId: body.endpoint }) };
      },
    }),
    call({
      method: 'GET',
      path: '/deliveries/{id}/attempts',
      summary: { en: 'Its attempts, oldest first.', ko: '콜백 하나의 발송 시도를 오래된 순으로 조회합니다.' },
      params: id,
      answer: z.strictObject({ attempts: says(z.array(attemptShape), 'Every one.', '발송 시도 목록') }),
      async do(house, { params }) {
        const delivery = await deliveryWith(house, params.id);
        return { attempts: (await house.webhooks.attempts(delivery.id)).map((each) => attemptOf(each, delivery)) };
      },
    }),
  ],
};

/** Throws NotThere. */
async function deliveryWith({ webhooks }: House, deliveryId: string): Promise<Delivery> {
  const delivery = await webhooks.delivery(deliveryId);
  if (delivery) return delivery;
  throw new NotThere(`there is no delivery ${deliveryId}`, { field: 'id', mend: 'GET /_sim/api/deliveries lists them.' });
}

async function* events(house: House, all: AsyncIterable<Delivery>, isAsked: (delivery: Delivery) => boolean): AsyncIterable<Sent> {
  for await (const each of all) if (isAsked(each)) yield { id: each.id, event: 'delivery', data: await deliveryOf(house, each) };
}

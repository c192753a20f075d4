/** Troubles: what goes wrong on purpose with the next deliveries of an endpoint. */
import { z } from 'zod';
import { named, says } from '../kit/says.ts';
import { type Trouble, USUAL_MS } from '../webhooks/index.ts';
import { call, type Subject } from './call.ts';

const kinds = [
  'duplicate',
  'swap',
  'delay',
  'drop',
  'wrong-key',
  'slow-body',
  'stale-timestamp',
] as const satisfies readonly Trouble['kind'][];
const usual = Object.entries(USUAL_MS)
  .map(([kind, ms]) => `${kind} ${ms}`)
  .join(', ');

const fields = {
  endpoint: says(z.string(), 'Which endpoint: `app:kind`.', '엔드포인트: `앱:종류`'),
  event: says(z.string().nullable(), 'Only of this event; null is any.', '이 이벤트만. null이면 모두'),
  kind: says(z.enum(kinds), 'What goes wrong.', '일으킬 문제'),
  times: says(z.number().int(), 'With how many deliveries, 1 to 1000.', '적용할 콜백 수. 1~1000'),
  ms: says(
    z.number().int().nullable(),
    `How long, of kinds that take time; null is as usual: ${usual}.`,
    `시간(밀리초). null이면 기본값: ${usual}`,
  ),
};
const troubleShape = named('Trouble', z.strictObject({ id: says(z.string(), 'Id of the trouble.', '문제 ID'), ...fields }));

export const troubles: Subject = {
  name: 'troubles',
  title: { en: 'Troubles', ko: '일부러 일으키는 문제' },
  says: { en: 'What goes wrong on purpose with the next deliveries.', ko: '다음 콜백에 일부러 일으킬 문제입니다.' },
  calls: [
    call({
      method: 'GET',
      path: '/troubles',
      summary: { en: 'Those that wait for their deliveries, oldest first.', ko: '아직 남아 있는 문제를 조회합니다.' },
      query: z.strictObject({ endpoint: fields.endpoint.optional() }),
      answer: z.strictObject({ troubles: says(z.array(troubleShape), 'Every one.', '문제 목록') }),
      do: async (house, { query }) => ({ troubles: (await house.webhooks.troubles(query.endpoint)).map(troubleOf) }),
    }),
    call({
      method: 'POST',
      path: '/troubles',
      summary: { en: 'One more trouble.', ko: '문제를 추가합니다.' },
      body: z.strictObject({ ...fields, event: fields.event.default(null), times: fields.times.default(1), ms: fields.ms.default(null) }),
      answer: troubleShape,
      status: 201,
      async do(house, { body: { endpoint: endpointId, ...trouble } }) {
        return troubleOf(await house.store.write((tx) => house.webhooks.addTrouble(tx, { endpointId, ...trouble })));
      },
    }),
    call({
      method: 'DELETE',
      path: '/troubles/{id}',
      summary: { en: 'Takes a trouble back; nothing happens where it is gone already.', ko: '문제를 삭제합니다.' },
      params: z.strictObject({ id: troubleShape.shape.id }),
      answer: z.strictObject({}),
      async do(house, { params }) {
        await house.store.write(async (tx) => house.webhooks.removeTrouble(tx, params.id));
        return {};
      },
    }),
  ],
};

function troubleOf({ id, endpointId, event, kind, times, ms }: Trouble): z.output<typeof troubleShape> {
  return { id, endpoint: endpointId, event, kind, times, ms };
}

/** Endpoints: where an app wants its callbacks. */
import { z } from 'zod';
import { findApp } from '../kit/find.ts';
import { says } from '../kit/says.ts';
import { endpointOf, endpointShape, kinds } from '../kit/shapes.ts';
import { call, type Subject } from './call.ts';

const address = z.strictObject({
  app: says(z.string(), 'Id, key or name of the app.', '앱 ID, 키 또는 이름'),
  kind: says(z.enum(kinds), 'Which callbacks.', '콜백의 종류'),
});

export const endpoints: Subject = {
  name: 'endpoints',
  title: { en: 'Endpoints', ko: '엔드포인트' },
  says: { en: 'Where apps want their callbacks.', ko: '앱이 콜백을 받는 주소입니다.' },
  calls: [
    call({
      method: 'GET',
      path: '/endpoints',
      summary: { en: 'Every endpoint, or those of one app.', ko: '엔드포인트를 조회합니다.' },
      query: z.strictObject({
        app: says(z.string().optional(), 'Of one app: its id, a key of it, or its name.', '앱 하나만: 앱 ID, 키 또는 이름'),
      }),
      answer: z.strictObject({ endpoints: says(z.array(endpointShape), 'In the order of their ids.', '엔드포인트 목록') }),
      async do(house, { query }) {
        const appId = query.app && (await findApp(house, query.app)).id;
        return { endpoints: (await house.webhooks.endpoints(appId)).map(endpointOf) };
      },
    }),
    call({
      method: 'PUT',
      path: '/apps/{app}/callbacks/{kind}',
      summary: { en: 'Sets where an app wants callbacks of a kind.', ko: '앱의 콜백 주소를 정합니다.' },
      params: address,
      body: z.strictObject({ url: says(z.string().min(1), 'An http or https address.', 'http 또는 https 주소') }),
      answer: endpointShape,
      async do(house, { params, body }) {
        const app = await findApp(house, params.app);
        return endpointOf((await house.webhooks.setAddress(app.id, params.kind, body.url))!);
      },
    }),
    call({
      method: 'PUT',
      path: '/apps/{app}/callbacks/{kind}/inbox',
      summary: { en: 'Makes the built-in inbox the address for a kind.', ko: '앱의 콜백 주소를 기본 제공 수신함으로 정합니다.' },
      params: address,
      answer: endpointShape,
      do: async (house, { params }) => endpointOf((await house.inbox.adopt((await findApp(house, params.app)).id, params.kind))!),
    }),
    call({
      method: 'DELETE',
      path: '/apps/{app}/callbacks/{kind}',
      summary: {
        en: 'Takes the address away; what waits for it is cancelled.',
        ko: '앱의 콜백 주소를 삭제합니다. 기다리던 콜백은 취소됩니다.',
      },
      params: address,
      answer: z.strictObject({}),
      async do(house, { params }) {
        const app = await findApp(house, params.app);
        await house.webhooks.setAddress(app.id, params.kind, '');
        return {};
      },
    }),
    call({
      method: 'PATCH',
      path: '/endpoints/{id}',
      summary: { en: 'Changes how an endpoint is served, or pauses it.', ko: '엔드포인트의 설정을 바꾸거나 일시 중지합니다.' },
      params: z.strictObject({ id: says(z.string(), 'Id of the endpoint: `app:kind`.', '엔드포인트 ID: `앱:종류`') }),
      body: z.strictObject({
        policy: endpointShape.shape.policy.optional(),
        verifyTls: endpointShape.shape.verifyTls.optional(),
        method: endpointShape.shape.method.optional(),
        events: endpointShape.shape.events.optional(),
        state: says(
          z.enum(['on', 'paused']).optional(),
          '`paused`: what waits goes on waiting. `on`: it goes out.',
          '`paused`: 기다리게 합니다. `on`: 보냅니다.',
        ),
      }),
      answer: endpointShape,
      do: async (house, { params, body }) => endpointOf(await house.store.write((tx) => house.webhooks.configure(tx, params.id, body))),
    }),
  ],
};

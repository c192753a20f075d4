/** Endpoints: where an app wants its callbacks. */
import { z } from 'zod';
import type { App } from '../apps/index.ts';
import { call, type Subject } from './call.ts';
import { findApp } from './find.ts';
import { says } from './says.ts';
import { endpointOf, endpointShape, kinds } from './shapes.ts';

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
      answer: z.strictObject({ endpoints: says(z.array(endpointShape), 'In the order of the apps.', '엔드포인트 목록') }),
      async do(house, { query }) {
        const apps = query.app ? [await findApp(house, query.app)] : await house.apps.all();
        const ofApp = ({ id }: App) => Promise.all(kinds.map((kind) => house.webhooks.endpoint(id, kind)));
        const found = (await Promise.all(apps.map(ofApp))).flat();
        return { endpoints: found.flatMap((each) => (each ? [endpointOf(each)] : [])) };
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
        return endpointOf((await house.store.write((tx) => house.webhooks.register(tx, app.id, params.kind, body.url)))!);
      },
    }),
  ],
};

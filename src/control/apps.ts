/** Apps, and their terms. */
import { z } from 'zod';
import { createApp } from '../kit/app.ts';
import { allFacts, factsOf } from '../kit/app-facts.ts';
import { appInput, appShape } from '../kit/app-input.ts';
import { findApp } from '../kit/find.ts';
import { says } from '../kit/says.ts';
import { createTerm } from '../kit/term.ts';
import { newTerm, termOf, termShape } from '../kit/term-input.ts';
import { call, type Subject } from './call.ts';

const app = says(z.string(), 'Id, key or name of the app.', '앱 ID, 키 또는 이름');

export const apps: Subject = {
  name: 'apps',
  title: { en: 'Apps', ko: '앱' },
  says: { en: 'Apps that work as they are made.', ko: '만들면 바로 쓸 수 있는 앱입니다.' },
  calls: [
    call({
      method: 'GET',
      path: '/apps',
      summary: {
        en: 'Every app, those that can be used for a sign-up first.',
        ko: '모든 앱을 조회합니다. 가입에 쓸 수 있는 앱이 먼저입니다.',
      },
      answer: z.strictObject({ apps: says(z.array(appShape), 'Every one.', '앱 목록') }),
      do: async (house) => ({ apps: await allFacts(house) }),
    }),
    call({
      method: 'POST',
      path: '/apps',
      summary: { en: 'Makes an app, approved for all that it asks for.', ko: '앱을 만듭니다. 신청할 것은 모두 승인된 상태입니다.' },
      body: appInput,
      answer: appShape,
      status: 201,
      do: (house, { body }) => createApp(house, body),
    }),
    call({
      method: 'GET',
      path: '/apps/{app}',
      summary: { en: 'One app.', ko: '앱 하나를 조회합니다.' },
      params: z.strictObject({ app }),
      answer: appShape,
      do: async (house, { params }) => factsOf(house, await findApp(house, params.app)),
    }),
  ],
};

export const terms: Subject = {
  name: 'terms',
  title: { en: 'Terms', ko: '약관' },
  says: { en: 'Approved terms of apps.', ko: '앱의 승인된 약관입니다.' },
  calls: [
    call({
      method: 'GET',
      path: '/terms',
      summary: { en: 'The terms of an app, in the order of the screen.', ko: '앱의 약관을 화면 순서대로 조회합니다.' },
      query: z.strictObject({ app }),
      answer: z.strictObject({ terms: says(z.array(termShape), 'Every one.', '약관 목록') }),
      do: async (house, { query }) => ({ terms: (await house.terms.approved((await findApp(house, query.app)).id)).map(termOf) }),
    }),
    call({
      method: 'POST',
      path: '/terms',
      summary: { en: 'One more approved term for an app.', ko: '앱에 승인된 약관을 추가합니다.' },
      body: newTerm,
      answer: termShape,
      status: 201,
      do: (house, { body }) => createTerm(house, body),
    }),
  ],
};

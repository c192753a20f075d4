/** 앱 만들기: icon, name and company. Source: guide, 준비 2 (입력된 회사명으로 카카오 로그인 창에 출력됩니다). */
import type { Context } from 'koa';
import type { House } from '../../house.ts';
import { reading } from '../../web/language.ts';
import { screen } from '../../web/screens.ts';
import { saying } from '../kit/done.ts';
import { type Draft, freshDraft } from '../kit/draft.ts';
import { type Form, formOf } from '../kit/form.ts';
import { type Frame, frame } from '../kit/frame.ts';
import { button, link } from '../kit/parts.ts';
import { personOf } from '../kit/person.ts';
import { roadFacts } from '../kit/road-facts.ts';
import { takeFiles } from '../kit/take-files.ts';
import { takeForm } from '../kit/take-form.ts';
import { pathOf } from './cards.ts';
import { fieldsOfNames, iconKinds, nameFields, nameRules } from './sections/identity.ts';

export const NEW_APP = '/developers/apps/new';

const newAppPage = screen<{ frame: Frame; form: Form }>('developers/new-app');

/** `GET /developers/apps/new` */
export function showNewApp(house: House) {
  return (ctx: Context): Promise<void> => draw(house, ctx, freshDraft(house, ctx), 200);
}

/** `POST /developers/apps/new`: the app is its maker's. */
export function makeApp(house: House) {
  return async (ctx: Context): Promise<void> =>
    takeForm(house, ctx, {
      found: await takeFiles(house, ctx, iconKinds),
      schema: nameFields,
      rules: nameRules,
      apply: ({ name, company, icon }) => house.apps.create(personOf(ctx).id, { name, company, icon: icon || null }),
      onward: (app) => saying(pathOf(app), 'appCreated'),
      draw: (draft, status) => draw(house, ctx, draft, status),
    });
}

async function draw(house: House, ctx: Context, draft: Draft, status: number): Promise<void> {
  const { t } = reading(ctx);
  const fields = await fieldsOfNames({ house, ctx, t }, draft);
  const actions = [
    button(t('developers.create'), 'primary', { testid: 'create-app' }),
    link(t('developers.cancel'), '/developers', 'quiet'),
  ];
  const heading = t('developers.create');
  const road = await roadFacts(house, personOf(ctx).id);
  await newAppPage(
    ctx,
    { frame: frame(ctx, 'developers', { heading, lead: t('developers.createLead'), road }), form: formOf(ctx, draft, { fields, actions }) },
    status,
  );
}

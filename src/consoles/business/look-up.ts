/** `/business/businesses/new`: 사업자등록번호를 검색하여 저장된 사업자정보를 불러올 수 있음. Source: guide, 준비 1 and 2. */
import type { Context } from 'koa';
import { z } from 'zod';
import { registrationNumber } from '../../businesses/index.ts';
import type { House } from '../../house.ts';
import { reading } from '../../web/language.ts';
import { screen } from '../../web/screens.ts';
import { type Draft, freshDraft } from '../kit/draft.ts';
import { fieldsOf } from '../kit/fields.ts';
import { type Form, formOf } from '../kit/form.ts';
import type { Frame } from '../kit/frame.ts';
import { button } from '../kit/parts.ts';
import { takeForm } from '../kit/take-form.ts';
import { pageFrame, places } from './page.ts';
import { numberRules } from './rules.ts';

interface FormScreen {
  frame: Frame;
  form: Form;
}

const lookUpPage = screen<FormScreen>('business/look-up');

const box = z.string().max(20).default('');
const lookUpForm = z.object({ number: z.tuple([box, box, box]).default(['', '', '']) });

export function showLookUp(house: House) {
  return (ctx: Context): Promise<void> => draw(house, ctx, freshDraft(house, ctx), 200);
}

export function lookUp(house: House) {
  return (ctx: Context): Promise<void> =>
    takeForm(house, ctx, {
      schema: lookUpForm,
      rules: numberRules,
      apply: ({ number }) => Promise.resolve(registrationNumber(number)),
      onward: (number) => `${places.businesses}/new/${number}`,
      draw: (draft, status) => draw(house, ctx, draft, status),
    });
}

async function draw(house: House, ctx: Context, draft: Draft, status: number): Promise<void> {
  const { t } = reading(ctx);
  const number = fieldsOf(ctx, draft).registrationNumber('number', t('business.number'), { hint: t('business.lookUp.hint') });
  await lookUpPage(
    ctx,
    {
      frame: await pageFrame(house, ctx, {
        heading: t('business.businesses.register'),
        lead: t('business.lookUp.lead'),
        trail: [{ href: places.businesses, word: t('business.businesses') }],
      }),
      form: formOf(ctx, draft, { fields: [number], actions: [button(t('business.lookUp.do'), 'primary', { testid: 'submit' })] }),
    },
    status,
  );
}

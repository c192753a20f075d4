/** `/business/businesses/new/:number`: what is stored under the number; 저장된 정보가 없을 경우, 직접 입력 가능함. Source: guide, 준비 1 and 2. */
import type { Context } from 'koa';
import { z } from 'zod';
import { type Boxes, boxesOf, businessFields, NumberRefused, registrationNumber } from '../../businesses/index.ts';
import type { House } from '../../house.ts';
import { reading } from '../../web/language.ts';
import { screen } from '../../web/screens.ts';
import { saying } from '../kit/done.ts';
import { type Draft, freshDraft } from '../kit/draft.ts';
import { fieldsOf } from '../kit/fields.ts';
import { type Form, formOf } from '../kit/form.ts';
import type { Frame } from '../kit/frame.ts';
import { type Action, button, type Fact, fact, link } from '../kit/parts.ts';
import { personOf } from '../kit/person.ts';
import { takeForm } from '../kit/take-form.ts';
import { businessFacts } from './business-facts.ts';
import { pageFrame, places } from './page.ts';
import { registrationRules } from './rules.ts';

interface RegistrationScreen {
  frame: Frame;
  /** What is stored, or null. */
  stored: { facts: Fact[]; actions: Action[] } | null;
  number: Fact[];
  /** To enter it, where nothing is stored. */
  form: Form | null;
}

const registrationPage = screen<RegistrationScreen>('business/register');

const text = z.string().max(200).default('');
/** 업체명, 대표자명, 업태, 종목, 주소. */
export const registrationForm = z.object({ companyName: text, representative: text, type: text, item: text, address: text });

export function showRegistration(house: House) {
  return async (ctx: Context): Promise<void> => {
    const boxes = boxesIn(ctx);
    if (boxes) await draw(house, ctx, boxes, freshDraft(house, ctx), 200);
  };
}

export function registerBusiness(house: House) {
  return async (ctx: Context): Promise<void> => {
    const boxes = boxesIn(ctx);
    if (!boxes) return;
    await takeForm(house, ctx, {
      schema: registrationForm,
      rules: registrationRules,
      apply: (facts) => house.businesses.register(personOf(ctx).id, boxes, facts),
      onward: ({ id }) => saying(`${places.businesses}#business-${id}`, 'registered'),
      draw: (draft, status) => draw(house, ctx, boxes, draft, status),
    });
  };
}

/** The number of the address in its boxes, or undefined where it is none: such a page is not there. */
function boxesIn(ctx: Context): Boxes | undefined {
  const boxes = boxesOf(String(ctx.params.number));
  try {
    return registrationNumber(boxes) === ctx.params.number ? boxes : undefined;
  } catch (error) {
    if (error instanceof NumberRefused) return undefined;
    throw error;
  }
}

async function draw(house: House, ctx: Context, boxes: Boxes, draft: Draft, status: number): Promise<void> {
  const { t } = reading(ctx);
  const business = await house.businesses.lookUp(boxes);
  const field = fieldsOf(ctx, draft);
  const again = link(t('business.lookUp.again'), `${places.businesses}/new`, 'quiet');
  const actions = [link(t('business.toCenter'), '/center'), link(t('business.toDevelopers'), '/developers'), again];
  const form = formOf(ctx, draft, {
    fields: businessFields.map((name) => field.text(name, t(`business.${name}`))),
    actions: [button(t('business.register.do'), 'primary', { testid: 'submit' }), again],
  });
  await registrationPage(
    ctx,
    {
      frame: await pageFrame(house, ctx, {
        heading: t('business.businesses.register'),
        trail: [{ href: places.businesses, word: t('business.businesses') }],
      }),
      number: [fact(t('business.number'), { kind: 'code', text: boxes.join('-') })],
      stored: business ? { facts: businessFacts(t, business), actions } : null,
      form: business ? null : form,
    },
    status,
  );
}

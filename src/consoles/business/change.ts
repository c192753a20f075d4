/** `/business/businesses/:number`: 사업자 정보, changed by who has entered it. Source: guide, 준비 2. */
import type { Context } from 'koa';
import { type Business, businessFields } from '../../businesses/index.ts';
import type { House } from '../../house.ts';
import { reading } from '../../web/language.ts';
import { screen } from '../../web/screens.ts';
import { saying } from '../kit/done.ts';
import { type Draft, freshDraft } from '../kit/draft.ts';
import { fieldsOf } from '../kit/fields.ts';
import { type Form, formOf } from '../kit/form.ts';
import type { Frame } from '../kit/frame.ts';
import { button, type Fact, fact, link } from '../kit/parts.ts';
import { personOf } from '../kit/person.ts';
import { takeForm } from '../kit/take-form.ts';
import { pageFrame, places } from './page.ts';
import { registrationForm } from './register.ts';
import { registrationRules } from './rules.ts';

interface ChangeScreen {
  frame: Frame;
  number: Fact[];
  form: Form;
}

const changePage = screen<ChangeScreen>('business/change');

export function showChange(house: House) {
  return async (ctx: Context): Promise<void> => {
    const business = await ownBusiness(house, ctx);
    await draw(house, ctx, business, freshDraft(house, ctx, storedOf(business), { guarded: true }), 200);
  };
}

export function changeBusiness(house: House) {
  return async (ctx: Context): Promise<void> => {
    const business = await ownBusiness(house, ctx);
    await takeForm(house, ctx, {
      schema: registrationForm,
      rules: registrationRules,
      stored: async () => storedOf(await ownBusiness(house, ctx)),
      apply: (facts) => house.businesses.change(personOf(ctx).id, business.id, facts),
      onward: ({ id }) => saying(`${places.businesses}#business-${id}`, 'saved'),
      draw: (draft, status) => draw(house, ctx, business, draft, status),
    });
  };
}

/** Throws UnknownBusiness. */
function ownBusiness({ businesses }: House, ctx: Context): Promise<Business> {
  return businesses.own(personOf(ctx).id, String(ctx.params.number));
}

function storedOf(business: Business): Record<string, string> {
  return Object.fromEntries(businessFields.map((name) => [name, business[name]]));
}

async function draw(house: House, ctx: Context, { id }: Business, draft: Draft, status: number): Promise<void> {
  const { t } = reading(ctx);
  const field = fieldsOf(ctx, draft);
  await changePage(
    ctx,
    {
      frame: await pageFrame(house, ctx, {
        heading: t('business.change'),
        lead: t('business.change.lead'),
        trail: [{ href: places.businesses, word: t('business.businesses') }],
      }),
      number: [fact(t('business.number'), { kind: 'code', text: id })],
      form: formOf(ctx, draft, {
        fields: businessFields.map((name) => field.text(name, t(`business.${name}`))),
        actions: [
          button(t('business.change.do'), 'primary', { testid: 'submit' }),
          link(t('business.change.cancel'), places.businesses, 'quiet'),
        ],
      }),
    },
    status,
  );
}

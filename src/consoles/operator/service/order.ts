/** `/_sim/desk/:app/orders`: another order of the approved terms. Source: guide, 4단계: 약관의 순서 및 내용을 변경하려면, 고객센터로. */
import type { Context } from 'koa';
import { z } from 'zod';
import type { House } from '../../../house.ts';
import { DESK } from '../../../sync/index.ts';
import type { Term } from '../../../terms/index.ts';
import { reading } from '../../../web/language.ts';
import type { TextKey } from '../../../web/text/index.ts';
import { saying } from '../../kit/done.ts';
import { freshDraft } from '../../kit/draft.ts';
import { fieldsOf } from '../../kit/fields.ts';
import { formOf } from '../../kit/form.ts';
import { button, fact } from '../../kit/parts.ts';
import { type Act, drawAct, noteFact, takeAct } from './act.ts';
import { serviceStep } from './app.ts';
import { pathOfApp } from './log.ts';
import { MOST_NOTE } from './note.ts';

/** `places.n` is the place of the n-th term, `tags.n` its tag. */
const orderForm = z.object({
  tags: z.array(z.string()),
  places: z
    .array(z.coerce.number().int())
    .refine((places) => new Set(places).size === places.length, 'service.samePlace' satisfies TextKey),
  note: z.string().trim().max(MOST_NOTE).default(''),
});

export function showOrder(house: House) {
  return async (ctx: Context): Promise<void> => {
    const terms = await house.terms.approved(String(ctx.params.app));
    const act = await orderAct(house, ctx, terms);
    const places = Object.fromEntries(terms.map((_, at) => [`places.${at}`, String(at + 1)]));
    if (act) await drawAct(ctx, act, freshDraft(house, ctx, places));
  };
}

export function reorder(house: House) {
  return async (ctx: Context): Promise<void> => {
    const act = await orderAct(house, ctx, await house.terms.approved(String(ctx.params.app)));
    if (act) await takeAct(house, ctx, act);
  };
}

async function orderAct(house: House, ctx: Context, terms: readonly Term[]): Promise<Act<typeof orderForm, void> | undefined> {
  const { t, language } = reading(ctx);
  const app = await house.apps.byId(String(ctx.params.app));
  if (!app || terms.length === 0) return undefined;
  const path = pathOfApp(app.id);
  const places = terms.map((_, at) => ({ value: String(at + 1), word: t('service.place', { place: at + 1 }) }));
  return {
    head: { heading: t('service.reorder'), lead: t('service.reorderLead'), trail: [serviceStep(ctx), { href: path, word: app.name }] },
    schema: orderForm,
    rules: { order_incomplete: ['', 'service.orderStale'], nothing_changed: ['', 'service.sameOrder'] },
    form(draft) {
      const field = fieldsOf(ctx, draft);
      return formOf(ctx, draft, {
        hidden: Object.fromEntries(terms.map(({ tag }, at) => [`tags.${at}`, tag])),
        fields: [
          ...terms.map(({ tag, title }, at) => field.select(`places.${at}`, `${title[language]} (${tag})`, places)),
          field.area('note', t('service.note'), { required: false, rows: 3, most: MOST_NOTE }),
        ],
        actions: [button(t('service.next'), 'primary', { testid: 'act-next' })],
      });
    },
    confirm: (value) => ({
      heading: t('service.orderHeading'),
      says: t('service.orderSays'),
      summary: [
        fact(t('service.orderBefore'), ...terms.map(({ tag }, at) => `${at + 1}. ${tag}`)),
        fact(t('service.orderAfter'), ...tagsIn(value).map((tag, at) => `${at + 1}. ${tag}`)),
        ...noteFact(ctx, value.note),
      ],
      word: t('service.reorder'),
    }),
    apply: (value) => house.sync.reorderTerms(DESK, app.id, tagsIn(value), value.note),
    onward: () => saying(path, 'reordered'),
  };
}

function tagsIn({ tags, places }: z.output<typeof orderForm>): string[] {
  return tags
    .map((tag, at) => ({ tag, place: places[at] ?? 0 }))
    .sort((a, b) => a.place - b.place)
    .map(({ tag }) => tag);
}

/** The three ways to decide a review, as forms: approve, approve in part, reject. */
import type { Context } from 'koa';
import type { House } from '../../../house.ts';
import type { Inspection } from '../../../inspections/index.ts';
import { reading } from '../../../web/language.ts';
import { type Draft, freshDraft } from '../../kit/draft.ts';
import { fieldsOf } from '../../kit/fields.ts';
import { type Form, formOf } from '../../kit/form.ts';
import { button } from '../../kit/parts.ts';
import { readyReasons, readyRejections } from './ready.ts';
import { pathOf, partNames } from './words.ts';

export interface DecisionForms {
  approve: Form;
  /** Null where there is nothing to leave out. */
  inPart: Form | null;
  reject: Form;
}

/** What a form was sent as, where it was not taken. */
export interface Returned {
  form: keyof DecisionForms;
  draft: Draft;
}

export async function decisionForms(house: House, ctx: Context, inspection: Inspection, returned?: Returned): Promise<DecisionForms> {
  const { t } = reading(ctx);
  const path = pathOf(inspection.review);
  const draft = (form: keyof DecisionForms): Draft | undefined => (returned?.form === form ? returned.draft : undefined);
  return {
    approve: formOf(ctx, draft('approve') ?? freshDraft(house, ctx), {
      action: `${path}/approval`,
      hidden: { scope: 'whole' },
      actions: [button(t('review.approve'), 'primary', { testid: 'approve' })],
    }),
    inPart: inspection.review.parts.length > 1 ? await inPartForm(house, ctx, inspection, draft('inPart')) : null,
    reject: rejectForm(house, ctx, inspection, draft('reject')),
  };
}

/** Every part has a box, a sentence to choose and room for another one. */
async function inPartForm(house: House, ctx: Context, inspection: Inspection, returned?: Draft): Promise<Form> {
  const { t } = reading(ctx);
  const { review } = inspection;
  const names = await partNames(house, reading(ctx), review);
  const ready = review.parts.map((part) => readyReasons(inspection, part));
  const usual = Object.fromEntries(ready.map(([korean = ''], at) => [`parts.${at}.ready`, korean]));
  const draft = returned ?? freshDraft(house, ctx, usual);
  const field = fieldsOf(ctx, draft);
  return formOf(ctx, draft, {
    action: `${pathOf(review)}/approval`,
    hidden: { scope: 'part', ...Object.fromEntries(review.parts.map((part, at) => [`parts.${at}.part`, part])) },
    groups: review.parts.map((part, at) => ({
      title: names.get(part) ?? part,
      hint: null,
      fields: [
        field.checks(`parts.${at}.out`, t('review.leaveOut'), [{ value: 'yes', word: t('review.leaveThisOut') }], { required: false }),
        field.select(`parts.${at}.ready`, t('review.ready'), sentences(t('review.ownWords'), ready[at] ?? [])),
        field.text(`parts.${at}.own`, t('review.own'), { required: false, hint: t('review.ownHint') }),
      ],
    })),
    actions: [button(t('review.approveInPart'), 'plain', { testid: 'approve-in-part' })],
  });
}

function rejectForm(house: House, ctx: Context, inspection: Inspection, returned?: Draft): Form {
  const { t } = reading(ctx);
  const draft = returned ?? freshDraft(house, ctx);
  const field = fieldsOf(ctx, draft);
  return formOf(ctx, draft, {
    action: `${pathOf(inspection.review)}/rejection`,
    fields: [
      field.select('ready', t('review.ready'), sentences(t('review.ownWords'), readyRejections(inspection))),
      field.area('own', t('review.own'), { required: false, rows: 3, most: 400, hint: t('review.ownHint') }),
    ],
    actions: [button(t('review.reject'), 'danger', { testid: 'reject' })],
  });
}

function sentences(none: string, ready: readonly string[]) {
  return [{ value: '', word: none }, ...ready.map((sentence) => ({ value: sentence, word: sentence }))];
}

/** 상세 내용 작성 between the form and the draft: what was typed, by the names of its fields, and what it stands for. */
import { z } from 'zod';
import { type App, itemOf } from '../../apps/index.ts';
import type { DraftContent } from '../../sync/index.ts';
import type { Typed } from '../../web/typed.ts';

/** 제공 항목, in the order of the guide; a name came later. */
const ITEMS = ['phone_number', 'birthyear', 'birthday', 'age_range', 'gender', 'shipping_address', 'account_ci', 'name'] as const;
export type ItemName = (typeof ITEMS)[number];

/** Whatever is filled in so far can be saved: only what nobody would type is refused. */
const text = z.string().max(2000).default('');
const term = z.object({
  title: z.object({ ko: text, en: text }).prefault({}),
  url: text,
  required: z.enum(['required', 'optional']).default('required'),
  // Fields for files come for terms that are not there, too.
  tag: z.string().max(2000).optional(),
  evidence: text,
});

export const detailsForm = z.object({
  /** The button that was pressed. */
  do: z.string().max(20).default('save'),
  terms: z.array(term).max(50).default([]),
  ageCheck: z.string().optional(),
  item: z.record(z.string().max(50), z.enum(['', 'required', 'optional'])).default({}),
  reason: z.string().max(10_000).default(''),
  privacyUrl: text,
  evidence: text,
});
export type DetailsForm = z.output<typeof detailsForm>;

/** The items that this app may apply for. */
export function itemsFor(app: App): ItemName[] {
  return ITEMS.filter((id) => itemOf(app, id)?.needsReview);
}

/** What the form has to say of the draft; what was not chosen stays as it is. */
export function contentOf(
  { terms, ageCheck, item, reason, privacyUrl, evidence }: DetailsForm,
  { kinds }: DraftContent,
): Partial<DraftContent> {
  const chosen = Object.entries(item).filter(([, condition]) => condition !== '');
  return {
    ...(kinds.includes('terms') && { terms: terms.filter(isThere).map(termOf), ageCheck: ageCheck !== undefined }),
    ...(kinds.includes('items') && {
      items: chosen.map(([id, condition]) => ({ id, required: condition === 'required' })),
      reason,
      privacyUrl,
      evidence: evidence || null,
    }),
  };
}

/** The draft as it stands in the fields. A first term is always begun. */
export function typedOf(app: App, { kinds, terms, ageCheck, items, reason, privacyUrl, evidence }: DraftContent): Typed {
  const begun = terms.length > 0 ? terms : [BLANK];
  const conditions = new Map(items.map(({ id, required }) => [id, conditionOf(required)]));
  return {
    ...(kinds.includes('terms') && { ...Object.assign({}, ...begun.map(typedTerm)), ageCheck: ageCheck ? 'on' : '' }),
    ...(kinds.includes('items') && {
      ...Object.fromEntries(itemsFor(app).map((id) => [`item.${id}`, conditions.get(id) ?? ''])),
      reason,
      privacyUrl,
      evidence: evidence ?? '',
    }),
  };
}

/** How many terms are being written. */
export function termCount(typed: Typed): number {
  const numbers = Object.keys(typed).map((name) => Number(/^terms\.(\d+)\.tag$/.exec(name)?.[1] ?? -1));
  return Math.max(-1, ...numbers) + 1;
}

export const BLANK: DraftContent['terms'][number] = { tag: '', title: { ko: '', en: '' }, url: '', required: true, evidence: null };

function isThere({ tag }: DetailsForm['terms'][number]): boolean {
  return tag !== undefined;
}

function termOf({ tag = '', title, url, required, evidence }: DetailsForm['terms'][number]): DraftContent['terms'][number] {
  return { tag, title, url, required: required === 'required', evidence: evidence || null };
}

function typedTerm({ tag, title, url, required, evidence }: DraftContent['terms'][number], at: number): Typed {
  const name = `terms.${at}`;
  return {
    [`${name}.title.ko`]: title.ko,
    [`${name}.title.en`]: title.en,
    [`${name}.url`]: url,
    [`${name}.required`]: conditionOf(required),
    [`${name}.tag`]: tag,
    [`${name}.evidence`]: evidence ?? '',
  };
}

const conditionOf = (required: boolean): string => (required ? 'required' : 'optional');

/** How broken rules sound in 카카오 for 비즈니스: the field that each is about, and the text for it, by the rule's code. */
import type { RuleBroken } from '../../rule.ts';
import type { Errors } from '../../web/read-form.ts';
import { hasText, type TextKey, type Translate } from '../../web/text/index.ts';
import type { RuleWords } from '../kit/take-form.ts';

/** A look-up, and whatever has a number in three boxes. */
export const numberRules: RuleWords = {
  number_refused: ({ box }) => [
    box === undefined ? ['number', 'business.rule.number_check'] : [`number.${Number(box)}`, 'business.rule.number_box'],
  ],
};

export const registrationRules: RuleWords = {
  business_incomplete: ({ missing }) => (missing as readonly string[]).map((field) => [field, 'form.missing'] as const),
  business_known: ['', 'business.rule.business_known'],
};

export const connectionRules: RuleWords = {
  no_profile_chosen: ['profiles', 'business.rule.no_profile_chosen'],
  too_many_profiles: ['profiles', 'business.rule.too_many_profiles'],
  not_certified: ['profiles', 'business.rule.not_certified'],
  other_business: ['profiles', 'business.rule.other_business'],
  already_connected: ['profiles', 'business.rule.already_connected'],
  channel_role_missing: ['profiles', 'business.rule.channel_role_missing'],
  unknown_channel: ['profiles', 'business.rule.unknown_channel'],
  not_biz: ['', 'business.rule.not_biz'],
};

/** What saving and submitting an application may run into, beside what `problemsInWords` says. */
export const applicationRules: RuleWords = {
  review_pending: ['', 'apply.rule.review_pending'],
  not_connected: ['', 'apply.rule.not_connected'],
  unknown_document: ['', 'apply.rule.unknown_document'],
  document_wrong_kind: ['', 'apply.rule.document_wrong_kind'],
};

export const conditionRules: RuleWords = {
  never_back: ['', 'apply.rule.never_back'],
  item_not_approved: ['', 'apply.rule.item_not_approved'],
};

/** Everything that keeps an application from being submitted, by field; of several about one field the first. */
export function problemsInWords(t: Translate, problems: readonly RuleBroken[]): Errors {
  const errors = new Map<string, string>();
  for (const { code, details } of problems) {
    const field = fieldOf(details);
    const values = Object.fromEntries(Object.entries(details).map(([name, value]) => [name, String(value)]));
    if (!errors.has(field)) errors.set(field, t(textOf(code), values));
  }
  return Object.fromEntries(errors);
}

/** `terms[0].title.ko` is the field `terms.0.title.ko`; an item has a field of its own name. */
function fieldOf({ field, item }: RuleBroken['details']): string {
  if (typeof item === 'string') return `item.${item}`;
  return String(field ?? '').replace(/\[(\d+)\]/g, '.$1');
}

function textOf(code: string): TextKey {
  const key = `apply.rule.${code}`;
  return hasText(key) ? key : 'form.format';
}

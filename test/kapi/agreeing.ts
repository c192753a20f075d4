/** A small model of a consent: what a person and an app can do to it, and what is agreed to afterwards. */
import fc from 'fast-check';

export const ITEMS: Readonly<Record<string, 'required' | 'optional' | 'in-use'>> = {
  profile_nickname: 'required',
  account_email: 'optional',
  gender: 'optional',
  plusfriends: 'in-use',
};
/** By tag, whether they are required. */
export const TERMS: Readonly<Record<string, boolean>> = { service: true, marketing: false, privacy: true, events: false };
export const AGE = 'user_age_check';
export const items = Object.keys(ITEMS);
export const tags = Object.keys(TERMS);

/** One thing that the person or the app does: `names` are items or tags; `ticks` what a visitor of the consent screen ticks by choice. */
export type Step =
  | { does: 'visit'; scope: string[]; serviceTerms: string[] | null; ticks: string[] }
  | { does: 'revoke items' | 'revoke terms' | 'upgrade terms'; names: string[] }
  | { does: 'register' }
  | { does: 'let a day pass' }
  | { does: 'unlink' };

/** What was agreed to, or null for a person who is no user. */
export type Model = { registered: boolean; items: string[]; terms: string[] } | null;

const someTags = fc.subarray([...tags, AGE], { minLength: 1 });
const visit = fc.record({
  does: fc.constant('visit' as const),
  scope: fc.subarray(items),
  serviceTerms: fc.option(someTags),
  ticks: fc.subarray([...items, ...tags]),
});
export const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 3, arbitrary: visit },
  { weight: 2, arbitrary: fc.record({ does: fc.constant('revoke items' as const), names: fc.subarray(items, { minLength: 1 }) }) },
  { weight: 2, arbitrary: fc.record({ does: fc.constantFrom('revoke terms' as const, 'upgrade terms' as const), names: someTags }) },
  { weight: 2, arbitrary: fc.record({ does: fc.constantFrom('register' as const, 'let a day pass' as const) }) },
  { weight: 1, arbitrary: fc.constant({ does: 'unlink' as const }) },
);

/** @param autoLink whether the app registers its users by their login */
export function after(model: Model, one: Step, autoLink: boolean): Model {
  if (one.does === 'visit') return afterVisit(model, one, autoLink);
  if (!model || one.does === 'unlink') return null;
  if (one.does === 'register') return { ...model, registered: true };
  if (one.does === 'let a day pass') return model.registered ? model : null;
  if (!model.registered) return model;
  const { names } = one;
  if (one.does === 'revoke items')
    return names.some((id) => ITEMS[id] === 'required') ? model : { ...model, items: model.items.filter((id) => !names.includes(id)) };
  if (one.does === 'revoke terms')
    return { ...model, terms: model.terms.filter((tag) => !names.includes(tag) || TERMS[tag] || tag === AGE) };
  return { ...model, terms: [...new Set([...model.terms, ...names.filter((tag) => tag in TERMS)])] };
}

function afterVisit(model: Model, { scope, serviceTerms, ticks }: Extract<Step, { does: 'visit' }>, autoLink: boolean): Model {
  const had = model ?? { registered: autoLink, items: [], terms: [AGE] };
  const askedItems = items.filter((id) => scope.includes(id) || (!model && ITEMS[id] !== 'in-use'));
  const named = tags.filter((tag) => !had.terms.includes(tag) && (serviceTerms?.includes(tag) ?? !model));
  const askedTerms = !model || named.some((tag) => TERMS[tag]) ? named : [];
  return {
    ...had,
    items: [...new Set([...had.items, ...askedItems.filter((id) => ITEMS[id] === 'required' || ticks.includes(id))])],
    terms: [...had.terms, ...askedTerms.filter((tag) => TERMS[tag] || ticks.includes(tag))],
  };
}

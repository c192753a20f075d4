/** A small model of a consent: what a person and an app can do to it, and what is agreed to afterwards. */
import fc from 'fast-check';
import type { Era } from '../../src/apps/era.ts';
import type { Friendship } from '../../src/store/index.ts';

/** The profile is one item in 2019, and two afterwards. */
export const ITEMS: Readonly<Record<string, 'required' | 'optional' | 'in-use'>> = {
  profile: 'required',
  profile_nickname: 'required',
  account_email: 'optional',
  gender: 'optional',
  plusfriends: 'in-use',
};
/** By tag, whether they are required. */
export const TERMS: Readonly<Record<string, boolean>> = { service: true, marketing: false, privacy: true, events: false };
export const AGE = 'user_age_check';
/** The channel on the screen of a first consent. */
export const CHANNEL = '_added';
export const tags = Object.keys(TERMS);
export const itemsIn = (era: Era): string[] => Object.keys(ITEMS).filter((id) => id !== (era === '2019' ? 'profile_nickname' : 'profile'));

/** One thing that the person or the app does: `names` are items or tags; `ticks` what a visitor of the consent screen ticks by choice. */
export type Step =
  | { does: 'visit'; scope: string[]; serviceTerms: string[] | null; ticks: string[] }
  | { does: 'revoke items' | 'revoke terms' | 'upgrade terms'; names: string[] }
  | { does: 'register' }
  | { does: 'let a day pass' }
  | { does: 'relate'; relation: Friendship['relation'] }
  | { does: 'unlink' };

/** What was agreed to, or null for a person who is no user; and the channel, which outlives it. */
export interface Model {
  user: { registered: boolean; items: string[]; terms: string[] } | null;
  channel: Friendship['relation'] | 'NONE';
}

export function stepsIn(era: Era): fc.Arbitrary<Step[]> {
  const items = itemsIn(era);
  const someItems = fc.subarray(items, { minLength: 1 });
  const someTags = fc.subarray([...tags, AGE], { minLength: 1 });
  const step: fc.Arbitrary<Step> = fc.oneof(
    {
      weight: 3,
      arbitrary: fc.record({
        does: fc.constant('visit' as const),
        scope: fc.subarray(items),
        serviceTerms: fc.option(someTags),
        ticks: fc.subarray([...items, ...tags, CHANNEL]),
      }),
    },
    { weight: 2, arbitrary: fc.record({ does: fc.constant('revoke items' as const), names: someItems }) },
    { weight: 2, arbitrary: fc.record({ does: fc.constantFrom('revoke terms' as const, 'upgrade terms' as const), names: someTags }) },
    { weight: 2, arbitrary: fc.record({ does: fc.constantFrom('register' as const, 'let a day pass' as const) }) },
    {
      weight: 1,
      arbitrary: fc.record({ does: fc.constant('relate' as const), relation: fc.constantFrom('ADDED' as const, 'BLOCKED' as const) }),
    },
    { weight: 1, arbitrary: fc.constant({ does: 'unlink' as const }) },
  );
  return fc.array(step, { minLength: 1, maxLength: 8 });
}

/** @param autoLink whether the app registers its users by their login */
export function after({ user, channel }: Model, one: Step, autoLink: boolean): Model {
  if (one.does === 'relate') return { user, channel: one.relation };
  if (one.does !== 'visit') return { user: afterCall(user, one), channel };
  return { user: afterVisit(user, one, autoLink), channel: !user && one.ticks.includes(CHANNEL) ? 'ADDED' : channel };
}

type User = Model['user'];

function afterCall(user: User, one: Exclude<Step, { does: 'visit' | 'relate' }>): User {
  if (!user || one.does === 'unlink') return null;
  if (one.does === 'register') return { ...user, registered: true };
  if (one.does === 'let a day pass') return user.registered ? user : null;
  if (!user.registered) return user;
  const { names } = one;
  if (one.does === 'revoke items')
    return names.some((id) => ITEMS[id] === 'required') ? user : { ...user, items: user.items.filter((id) => !names.includes(id)) };
  if (one.does === 'revoke terms') return { ...user, terms: user.terms.filter((tag) => !names.includes(tag) || TERMS[tag] || tag === AGE) };
  return { ...user, terms: [...new Set([...user.terms, ...names.filter((tag) => tag in TERMS)])] };
}

/** `ticks` and `scope` name items of the era alone. */
function afterVisit(user: User, { scope, serviceTerms, ticks }: Extract<Step, { does: 'visit' }>, autoLink: boolean): User {
  const had = user ?? { registered: autoLink, items: [], terms: [AGE] };
  const askedItems = Object.keys(ITEMS).filter((id) => scope.includes(id) || (!user && ITEMS[id] !== 'in-use'));
  const named = tags.filter((tag) => !had.terms.includes(tag) && (serviceTerms?.includes(tag) ?? !user));
  const askedTerms = !user || named.some((tag) => TERMS[tag]) ? named : [];
  return {
    ...had,
    items: [...new Set([...had.items, ...askedItems.filter((id) => ITEMS[id] === 'required' || ticks.includes(id))])],
    terms: [...had.terms, ...askedTerms.filter((tag) => TERMS[tag] || ticks.includes(tag))],
  };
}

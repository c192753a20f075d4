/** What an answer makes of what stands, as pure functions: written when it is given, and foretold where a screen is inspected. */
import { DAY } from '../clock.ts';
import type { Account, App, Link } from '../store/index.ts';
import { AGE_CHECK_TAG } from '../terms/index.ts';
import type { Answer, Question, Situation } from './ask.ts';

/** An answer that fits its question, and the moment that all of it is dated. */
export interface Given {
  app: App;
  account: Account;
  question: Question;
  answer: Answer;
  now: number;
  /** Whether it was given on the screen of simple signup. */
  bySync: boolean;
}

/** Ids of the items that were agreed to. */
export function agreedItems({ question, answer }: Pick<Given, 'question' | 'answer'>): string[] {
  return [...question.requiredItems, ...question.optionalItems.filter(({ id }) => answer.items.includes(id))].map(({ id }) => id);
}

/** Tags of the terms that were agreed to, the age check among them. */
export function agreedTags({ question, answer }: Pick<Given, 'question' | 'answer'>): string[] {
  return [...answer.terms, ...(question.ageCheck ? [AGE_CHECK_TAG] : [])];
}

/** An app that links its users by hand has a day for it. */
export function linkAfter(before: Link | undefined, given: Given, number: string): Link {
  const { app, account, question, now } = given;
  const isFirst = question.variant === 'first';
  return {
    id: `${app.id}:${account.id}`,
    appId: app.id,
    accountId: account.id,
    number,
    ...(isFirst || !before ? begun(app, now) : { state: before.state, registerBy: before.registerBy }),
    connectedAt: isFirst ? now : (before?.connectedAt ?? now),
    synchedAt: synchedAt(before, given),
    items: [...(before?.items ?? []), ...agreedItems(given).map((item) => ({ id: item, agreedAt: now }))],
    properties: before?.properties ?? {},
  };
}

/** The situation once this was answered. */
export function answered(situation: Situation, given: Given, number: string): Situation {
  const more = agreedTags(given).filter((tag) => !situation.agreed.has(tag));
  const terms = more.map((tag) => [tag, { tag, agreedAt: given.now, agreedBy: 'KAUTH' }] as const);
  return { ...situation, link: linkAfter(situation.link, given, number), agreed: new Map([...situation.agreed, ...terms]) };
}

/** When the screen of simple signup was used; for users from before it, when they first agree to terms there. Source: kakao-api 5.8. */
function synchedAt(before: Link | undefined, { question: { variant, terms }, bySync, now }: Given): number | null {
  if (variant === 'first') return bySync ? now : null;
  return before?.synchedAt ?? (bySync && terms.length > 0 ? now : null);
}

function begun({ autoLink }: App, now: number): Pick<Link, 'state' | 'registerBy'> {
  return autoLink ? { state: 'linked', registerBy: null } : { state: 'preregistered', registerBy: now + DAY };
}

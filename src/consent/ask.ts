/**
 * What the consent screen must ask: a pure function of state, computed when the screen is drawn and again when it is answered.
 * Source: kakao-api 5.6, row by row.
 */
import type { Account, App, Channel, Link, Term } from '../store/index.ts';
import type { ConfiguredItem, SimpleSignup } from '../sync/index.ts';
import { isUnderAge } from './age.ts';
import { isUser } from './linked.ts';
import type { GivenTerm } from './standing.ts';

/** What the authorize request named. Null where the parameter was not sent. */
export interface ConsentRequest {
  /** Consent items in `scope`; empty for an empty or missing one. */
  scope: readonly string[];
  /** Tags in `service_terms`. */
  serviceTerms: readonly string[] | null;
  /** Public ids in `channel_public_id`; empty for an empty or missing one. */
  channels: readonly string[];
}

/** Names nothing. */
export const NO_REQUEST: ConsentRequest = { scope: [], serviceTerms: null, channels: [] };

/** All that the question depends on. */
export interface Situation {
  app: App;
  account: Account;
  /** Age in years, or null when unknown. */
  age: number | null;
  link: Link | undefined;
  /** The terms that the person agreed to, by tag. */
  agreed: ReadonlyMap<string, GivenTerm>;
  /** Configured and permitted items. */
  items: readonly ConfiguredItem[];
  simpleSignup: SimpleSignup | null;
  /** The channels that the screen would offer. */
  channels: readonly Channel[];
}

export interface Question {
  /** `first`: the person is no user yet; `additional`: a user, registered or not, asked for named items or terms only. */
  variant: 'first' | 'additional';
  requiredItems: ConfiguredItem[];
  optionalItems: ConfiguredItem[];
  terms: Term[];
  ageCheck: boolean;
  channels: Channel[];
}

/** What was ticked. Required items share one box. */
export interface Answer {
  requiredItems: boolean;
  items: readonly string[];
  terms: readonly string[];
  age: boolean;
  channels: readonly string[];
}

/** Nothing to ask, a question, or a person who may not use the service at all. */
export type Ask = { kind: 'nothing' } | { kind: 'question'; question: Question } | { kind: 'refused'; why: 'under_age' };

const NOTHING: Ask = { kind: 'nothing' };

export function ask(situation: Situation, request: ConsentRequest): Ask {
  if (isUser(situation.link)) return askUser(situation, situation.link, request);
  if (isUnderAge(situation.simpleSignup, situation.age)) return { kind: 'refused', why: 'under_age' };
  return { kind: 'question', question: firstQuestion(situation, request) };
}

/** First link: all required and optional items, in-use items only where `scope` names them, all terms or the named ones. */
function firstQuestion({ items, simpleSignup, account, channels }: Situation, request: ConsentRequest): Question {
  const terms = simpleSignup?.terms ?? [];
  return {
    variant: 'first',
    ...bySort(items.filter((item) => item.state !== 'in-use' || request.scope.includes(item.id))),
    terms: request.serviceTerms ? terms.filter(({ tag }) => request.serviceTerms?.includes(tag)) : [...terms],
    ageCheck: simpleSignup?.ageCheck ?? false,
    channels: account.hasTalk ? [...channels] : [],
  };
}

/** A user is asked only for what the request names: never again for the age or a channel. */
function askUser(situation: Situation, link: Link, request: ConsentRequest): Ask {
  const agreedItems = new Set(link.items.map(({ id }) => id));
  const items = situation.items.filter(({ id }) => request.scope.includes(id) && !agreedItems.has(id));
  const terms = namedTerms(situation, request.serviceTerms ?? []);
  if (items.length === 0 && terms.length === 0) return NOTHING;
  return { kind: 'question', question: { variant: 'additional', ...bySort(items), terms, ageCheck: false, channels: [] } };
}

/** The named terms not yet agreed to, if a required one is among the named: not yet agreed to either, unless the app's switch says otherwise. */
function namedTerms({ app, simpleSignup, agreed }: Situation, tags: readonly string[]): Term[] {
  const named = (simpleSignup?.terms ?? []).filter(({ tag }) => tags.includes(tag));
  const open = named.filter(({ tag }) => !agreed.has(tag));
  const deciding = app.switches.askOptionalTermBesideAgreedRequired ? named : open;
  return deciding.some(({ required }) => required) ? open : [];
}

function bySort(items: readonly ConfiguredItem[]): Pick<Question, 'requiredItems' | 'optionalItems'> {
  return {
    requiredItems: items.filter(({ state }) => state === 'required'),
    optionalItems: items.filter(({ state }) => state !== 'required'),
  };
}

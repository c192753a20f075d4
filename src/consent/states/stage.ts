/** Sets a state on the stage: the situation and the request that it makes of an app and a person. Nothing is read or written. */
import type { Account, App, Channel, Link, Term } from '../../store/index.ts';
import type { ConfiguredItem, SimpleSignup } from '../../sync/index.ts';
import { MOST_TERMS } from '../../terms/index.ts';
import { type Ask, ask, type ConsentRequest, type Situation } from '../ask.ts';
import { shownOf } from '../offered-channels.ts';
import { type ConsentState, type Differences, type Part, parts } from './state.ts';

/** The app and the person that a state is staged with. */
export interface Ground {
  app: App;
  account: Account;
  items: readonly ConfiguredItem[];
  simpleSignup: SimpleSignup | null;
  channels: readonly Channel[];
  /** Every channel that is linked to the app. */
  connected: readonly Channel[];
}

export interface Staged {
  situation: Situation;
  request: ConsentRequest;
  asked: Ask;
}

const GROWN_UP = 30;
/** Of parts that are played by whatever else there is: the part that must be played. */
const FIRST_OF: Readonly<Partial<Record<Part, Part>>> = { mail: 'nick', data: 'use', gift: 'news' };
/** Long enough for three lines on a phone; Kakao's own limit is not established. */
const LONG = 100;

/** @param at moment of the agreements that a state begins with */
export function stage(ground: Ground, { of, scope, tags }: Pick<ConsentState, 'of' | 'scope' | 'tags'>, at = 1): Staged {
  const cast = castOf(ground);
  const situation = situationWith(ground, of, at);
  const idsOf = (named: readonly string[]) => named.flatMap((name) => (isPart(name) ? cast[name] : [name]));
  const channels = of.twoChannels ? twoOf(ground).map(({ id }) => id) : [];
  const request: ConsentRequest = { scope: idsOf(scope), serviceTerms: tags && idsOf(tags), channels };
  return { situation, request, asked: ask(situation, request) };
}

/** Parts of a state that nothing of this app can play; `signup` where it takes simple signup, `channels` where it takes two, and there is none. */
export function missingParts(ground: Ground, { of, scope, tags }: ConsentState): (Part | 'signup' | 'channels')[] {
  const cast = castOf(ground);
  // The first one of its kind is the one that matters.
  const leading = [...scope, ...(tags ?? []), ...(of.agreed?.items ?? []), ...(of.agreed?.terms ?? [])]
    .filter(isPart)
    .map((part) => FIRST_OF[part] ?? part);
  const needsSignup = of.simpleSignup !== null && (of.ageCheck === true || of.contents === 'ten-terms' || of.contents === 'long-titles');
  const isOff = of.simpleSignup === null;
  return [
    ...new Set(leading.filter((part) => cast[part].length === 0 && !(isOff && isTermPart(part)))),
    ...(needsSignup && !ground.simpleSignup ? (['signup'] as const) : []),
    ...(of.twoChannels && twoOf(ground).length < 2 ? (['channels'] as const) : []),
  ];
}

/** A question in one line: `first: nick mail | pic | use news data gift | age | _shop`. */
export function inWords(asked: Ask): string {
  if (asked.kind !== 'question') return asked.kind === 'refused' ? asked.why : 'nothing';
  const { variant, requiredItems, optionalItems, terms, ageCheck, channels } = asked.question;
  const names = (rows: readonly { id: string }[]) => rows.map(({ id }) => id).join(' ');
  const tags = terms.map(({ tag }) => tag).join(' ');
  const rows = [names(requiredItems), names(optionalItems), tags, ageCheck ? 'age' : '', names(channels)];
  return `${variant}: ${rows.map((row) => row || '-').join(' | ')}`;
}

function situationWith(ground: Ground, of: Differences, at: number): Situation {
  const { app, account } = ground;
  const { hasTalk = true, age = GROWN_UP, agreed, state = 'linked', contents } = of;
  const cast = castOf(ground);
  const idsOf = (named: readonly string[] = []) => named.flatMap((name) => (isPart(name) ? cast[name] : [name]));
  const signup = of.simpleSignup === undefined ? ground.simpleSignup : of.simpleSignup;
  const askOptionalTermBesideAgreedRequired = of.askOptionalTermBesideAgreedRequired ?? false;
  return {
    app: { ...app, switches: { ...app.switches, askOptionalTermBesideAgreedRequired } },
    account: { ...account, hasTalk },
    age,
    link: agreed && linkOf(app, account, idsOf(agreed.items), state, at),
    agreed: new Map(idsOf(agreed?.terms).map((tag) => [tag, { tag, agreedAt: at, agreedBy: 'KAUTH' }])),
    items: itemsWith(of.items ?? ground.items, contents),
    simpleSignup: signup && { terms: termsWith(signup.terms, contents), ageCheck: of.ageCheck ?? signup.ageCheck },
    channels: of.twoChannels ? shownOf(app, twoOf(ground)) : (of.channels ?? ground.channels),
  };
}

function twoOf({ connected }: Ground): readonly Channel[] {
  return connected.slice(0, 2);
}

function castOf({ items, simpleSignup }: Ground): Readonly<Record<Part, readonly string[]>> {
  const of = (state: ConfiguredItem['state']) => items.filter((item) => item.state === state).map(({ id }) => id);
  const tags = (required: boolean) => (simpleSignup?.terms ?? []).filter((term) => term.required === required).map(({ tag }) => tag);
  const [nick, ...mail] = of('required');
  const [use, ...data] = tags(true);
  const [news, ...gift] = tags(false);
  const one = (id: string | undefined) => (id === undefined ? [] : [id]);
  return { nick: one(nick), mail, pic: of('optional'), pals: of('in-use'), use: one(use), data, news: one(news), gift };
}

function itemsWith(items: readonly ConfiguredItem[], contents: Differences['contents']): readonly ConfiguredItem[] {
  if (contents === 'required-only') return items.filter(({ state }) => state !== 'optional');
  return contents === 'optional-only' ? items.filter(({ state }) => state !== 'required') : items;
}

function termsWith(terms: readonly Term[], contents: Differences['contents']): Term[] {
  if (contents === 'long-titles')
    return terms.map((term) => ({ ...term, title: { ko: lengthened(term.title.ko), en: lengthened(term.title.en) } }));
  const [sample] = terms;
  if (contents !== 'ten-terms' || !sample) return [...terms];
  const more = Array.from({ length: MOST_TERMS - terms.length }, (_, at) => terms.length + at + 1);
  const titled = (order: number) => ({ ko: `${sample.title.ko} ${order}`, en: `${sample.title.en} ${order}` });
  return [
    ...terms,
    ...more.map((order) => ({
      ...sample,
      id: `${sample.appId}:t${order}`,
      tag: `t${order}`,
      title: titled(order),
      order,
      required: order % 2 === 1,
    })),
  ];
}

function lengthened(title: string): string {
  return `${title} `.repeat(LONG).slice(0, LONG).trim();
}

function linkOf({ id: appId }: App, { id: accountId }: Account, agreed: readonly string[], state: Link['state'], at: number): Link {
  const when = state === 'unlinked' ? null : at;
  const items = agreed.map((id) => ({ id, agreedAt: at }));
  const base = { id: `${appId}:${accountId}`, appId, accountId, number: '3900000001', registerBy: null, properties: {} };
  return { ...base, state, connectedAt: when, synchedAt: when, items };
}

function isPart(name: string): name is Part {
  return (parts as readonly string[]).includes(name);
}

function isTermPart(part: Part): boolean {
  return ['use', 'data', 'news', 'gift'].includes(part);
}

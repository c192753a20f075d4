/** How a linked person stands with an app: each item, each term, each linked channel. What the APIs and the screens tell. */
import { type Channel, NoTalkUser } from '../channels/index.ts';
import { RuleBroken } from '../rule.ts';
import type { Account, Agreement, App, Friendship, Link, Reader, Term } from '../store/index.ts';
import type { ConfiguredItem, SimpleSignup } from '../sync/index.ts';
import { AGE_CHECK_TAG } from '../terms/index.ts';
import type { ConsentDeps } from './deps.ts';

/** Simple signup (간편가입) is not in effect, so the app has no service terms. */
export class SimpleSignupOff extends RuleBroken {
  readonly code = 'simple_signup_off';
}

/** The app has not configured this 동의항목, or may not use it yet. `details.item`. */
export class ItemNotUsable extends RuleBroken {
  readonly code = 'item_not_usable';
  constructor(item: string) {
    super(`the app does not use the consent item ${item}`, { item });
  }
}

/** The person did not agree to this item. `details.item`, `details.agreed`: the items agreed to. */
export class ItemNotAgreed extends RuleBroken {
  readonly code = 'item_not_agreed';
  constructor(item: string, agreed: readonly string[]) {
    super(`the user did not agree to ${item}`, { item, agreed });
  }
}

export interface ItemStanding {
  id: string;
  /** False for an item that was agreed to and that the app has dropped since. */
  using: boolean;
  agreed: boolean;
  revocable: boolean;
}

/** The items that the app uses, in console order, then those agreed to that it uses no longer. Source: kakao-api 2.14. */
export async function itemsOf({ sync }: ConsentDeps, app: App, link: Link, from?: Reader): Promise<ItemStanding[]> {
  return itemStandings(await sync.usableItems(app, from), link);
}

/** The same as a pure function of the items that the app may use. */
export function itemStandings(usable: readonly ConfiguredItem[], link: Pick<Link, 'items'>): ItemStanding[] {
  const agreed = new Set(link.items.map(({ id }) => id));
  const used = usable.map(({ id, state }) => ({ id, using: true, agreed: agreed.has(id), revocable: state !== 'required' }));
  const dropped = [...agreed].filter((id) => !usable.some((item) => item.id === id));
  return [...used, ...dropped.map((id) => ({ id, using: false, agreed: true, revocable: true }))];
}

/** An agreement to a term, as far as it is told. */
export type GivenTerm = Pick<Agreement, 'tag' | 'agreedAt' | 'agreedBy'>;

export interface TermStanding {
  tag: string;
  required: boolean;
  /** The service's own term, or null for the age check, which is a box of its own. */
  term: Term | null;
  agreement: GivenTerm | undefined;
}

/** The app's terms in the order of the screen, the age check last. Throws SimpleSignupOff. Source: kakao-api 2.15, 5.2, 5.5. */
export async function termsOf({ sync, terms }: ConsentDeps, app: App, link: Link, from?: Reader): Promise<TermStanding[]> {
  const signup = await sync.simpleSignup(app, from);
  if (!signup) throw new SimpleSignupOff('simple signup is not in effect');
  return termStandings(signup, await terms.agreements(app.id, link.accountId, from));
}

/** The same as a pure function of simple signup. */
export function termStandings(signup: SimpleSignup, agreements: readonly GivenTerm[]): TermStanding[] {
  const own = signup.terms.map((term) => ({ tag: term.tag, required: term.required, term }));
  const rows = signup.ageCheck ? [...own, { tag: AGE_CHECK_TAG, required: true, term: null }] : own;
  return rows.map((row) => ({ ...row, agreement: agreements.find(({ tag }) => tag === row.tag) }));
}

export interface ChannelStanding {
  channel: Channel;
  /** Undefined: never added or blocked. */
  friendship: Friendship | undefined;
}

/** The app's linked channels. Throws ItemNotUsable, ItemNotAgreed (`plusfriends`), NoTalkUser. Source: kakao-api 2.16. */
export async function channelsOf(deps: ConsentDeps, app: App, link: Link, account: Account): Promise<ChannelStanding[]> {
  const items = await itemsOf(deps, app, link);
  const item = items.find(({ id, using }) => id === 'plusfriends' && using);
  if (!item) throw new ItemNotUsable('plusfriends');
  if (!item.agreed)
    throw new ItemNotAgreed(
      'plusfriends',
      items.filter(({ agreed }) => agreed).map(({ id }) => id),
    );
  if (!account.hasTalk) throw new NoTalkUser('given account is not connected to any talk user.');
  const channels = await deps.sync.connectedChannels(app.id);
  return Promise.all(channels.map(async (channel) => ({ channel, friendship: await deps.channels.relation(channel.id, account.id) })));
}

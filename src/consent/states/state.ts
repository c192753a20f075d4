/** What a named state of the consent screen is made of: how person and app differ from the usual, and what the request names. */
import type { Link } from '../../store/index.ts';
import type { Situation } from '../ask.ts';

/** In which part of the table a state stands. */
export type StateGroup = 'first' | 'again' | 'ages' | 'terms' | 'contents';

/**
 * A part that something of an app plays in the table: `nick` and `mail` are required items, the first one and the others, `pic` the
 * optional ones, `pals` those that are asked for while in use; `use` and `data` are required terms, the first one and the others,
 * `news` and `gift` optional ones.
 */
export const parts = ['nick', 'mail', 'pic', 'pals', 'use', 'data', 'news', 'gift'] as const;
export type Part = (typeof parts)[number];

/** How a situation differs from a grown-up with KakaoTalk who meets the app for the first time. `agreed` makes a link. */
export interface Differences extends Partial<Pick<Situation, 'age' | 'items' | 'simpleSignup' | 'channels'>> {
  hasTalk?: boolean;
  ageCheck?: boolean;
  askOptionalTermBesideAgreedRequired?: boolean;
  /** Items and terms that were agreed to, by the parts they play. */
  agreed?: { items?: readonly string[]; terms?: readonly string[] };
  state?: Link['state'];
  /** The request names two linked channels, in place of the representative one. */
  twoChannels?: boolean;
  /** Other contents than the app has: as many terms as there may be, very long titles, required items alone. */
  contents?: 'ten-terms' | 'long-titles' | 'required-only' | 'optional-only';
}

export interface ConsentState {
  /** Stands in addresses, and stays. */
  id: string;
  group: StateGroup;
  says: { ko: string; en: string };
  of: Differences;
  /** What `scope` and `service_terms` name, by the parts they play; null where the parameter is not sent. */
  scope: readonly string[];
  tags: readonly string[] | null;
  /** What is asked where every part is played by one item or term, in a line: required items | optional ones | terms | age row | channel. */
  asks: string;
}

type Row = [
  id: string,
  ko: string,
  en: string,
  asks: string,
  more?: { of?: Differences; scope?: readonly string[]; tags?: readonly string[] },
];

/** The rows of one part of the table. */
export function statesOf(group: StateGroup, rows: readonly Row[]): ConsentState[] {
  return rows.map(([id, ko, en, asks, { of = {}, scope = [], tags = null } = {}]) => ({
    id,
    group,
    says: { ko, en },
    of,
    scope,
    tags,
    asks,
  }));
}

/** Situations for the pure rules of consent: an app with something of everything, and a person who is of no app yet. */
import type { Ask, ConsentRequest, Question, Situation } from '../../src/consent/index.ts';
import type { Account, App, Channel, Link, Term } from '../../src/store/index.ts';
import { NEW_APP, NEW_LINK } from '../helpers/rows.ts';

export const account: Account = {
  id: 'person',
  key: null,
  says: null,
  password: 'secret',
  email: { address: 'person@example.test', valid: true, verified: true },
  phone: null,
  hasTalk: true,
  nickname: '사람',
  isDefaultNickname: false,
  image: null,
  name: null,
  gender: null,
  birthyear: null,
  birthday: null,
  ci: null,
  addresses: [],
  userNumberDigits: 10,
};

const app: App = { ...NEW_APP, simpleSignupOn: true };

/** `nick` and `mail` are required, `pic` is optional, `pals` is asked for only while in use. */
const items = [item('nick', 'required'), item('pic', 'optional'), item('mail', 'required'), item('pals', 'in-use')];

/** In registration order; `news` and `gift` are optional. */
export const terms: readonly Term[] = [term('use', true), term('news', false), term('data', true), term('gift', false)];

const channel: Channel = {
  id: '_shop',
  profileNumber: '1',
  searchId: '@가게',
  name: '가게',
  image: null,
  imageDocument: null,
  businessNumber: null,
  managers: [],
};

/** What a test changes. `agreed` makes a link: to these items and terms. */
export interface Differences extends Partial<Omit<Situation, 'app' | 'account' | 'link' | 'agreedTags'>> {
  hasTalk?: boolean;
  ageCheck?: boolean;
  askOptionalTermBesideAgreedRequired?: boolean;
  agreed?: { items?: readonly string[]; terms?: readonly string[] };
  state?: Link['state'];
}

/** A grown-up with KakaoTalk meets an app with simple signup and the age row. */
export function situation({ hasTalk = true, ageCheck = true, agreed, state = 'linked', ...changed }: Differences = {}): Situation {
  const { askOptionalTermBesideAgreedRequired = false, ...rest } = changed;
  return {
    app: { ...app, switches: { ...app.switches, askOptionalTermBesideAgreedRequired } },
    account: { ...account, hasTalk },
    age: 30,
    link: agreed && linkTo(agreed.items ?? [], state),
    agreedTags: new Set(agreed?.terms),
    items,
    simpleSignup: { terms: [...terms], ageCheck },
    channels: [channel],
    ...rest,
  };
}

/** An authorize request that names these items and tags. */
export function request(scope: readonly string[] = [], serviceTerms: readonly string[] | null = null): ConsentRequest {
  return { scope, serviceTerms, channels: [] };
}

/** A question in one line: `first: nick mail | pic | use news data gift | age | _shop`. */
export function inWords(asked: Ask): string {
  if (asked.kind !== 'question') return asked.kind === 'refused' ? asked.why : 'nothing';
  return questionInWords(asked.question);
}

function questionInWords({ variant, requiredItems, optionalItems, terms: asked, ageCheck, channels }: Question): string {
  const names = (rows: readonly { id: string }[]) => rows.map(({ id }) => id).join(' ');
  const tags = asked.map(({ tag }) => tag).join(' ');
  return `${variant}: ${[names(requiredItems), names(optionalItems), tags, ageCheck ? 'age' : '', names(channels)].map((part) => part || '-').join(' | ')}`;
}

function linkTo(agreed: readonly string[], state: Link['state']): Link {
  const at = state === 'unlinked' ? null : 1;
  const agreements = agreed.map((id) => ({ id, agreedAt: 1 }));
  return { ...NEW_LINK, state, connectedAt: at, synchedAt: at, items: agreements };
}

function item(id: string, state: 'required' | 'optional' | 'in-use'): Situation['items'][number] {
  return { id, state, purpose: '시험' };
}

function term(tag: string, required: boolean): Term {
  const url = `https://shop.example.test/${tag}`;
  return {
    id: `1:${tag}`,
    appId: '1',
    tag,
    title: { ko: tag, en: tag },
    url,
    required,
    order: 1,
    reviewId: 'r',
    createdAt: 1,
    updatedAt: 1,
  };
}

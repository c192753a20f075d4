/** Situations for the pure rules of consent: an app with something of everything, and a person who is of no app yet. */
import { type ConsentRequest, type Ground, type Situation, stage } from '../../src/consent/index.ts';
import type { Differences } from '../../src/consent/states/index.ts';
import type { Account, App, Channel, Term } from '../../src/store/index.ts';
import { NEW_APP } from '../helpers/rows.ts';

export type { Differences } from '../../src/consent/states/index.ts';

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
  status: 'active',
  twoStep: false,
  passwordDue: false,
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

/** An app of which every part is played by one item or term, and a grown-up with KakaoTalk. */
export const ground: Ground = {
  app,
  account,
  items,
  simpleSignup: { terms: [...terms], ageCheck: true },
  channels: [channel],
  connected: [channel, { ...channel, id: '_cafe', name: '카페' }],
};

/** A grown-up with KakaoTalk meets an app with simple signup and the age row, unless told otherwise. */
export function situation(of: Differences = {}): Situation {
  return stage(ground, { of, scope: [], tags: null }).situation;
}

/** An authorize request that names these items and tags. */
export function request(scope: readonly string[] = [], serviceTerms: readonly string[] | null = null): ConsentRequest {
  return { scope, serviceTerms, channels: [] };
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

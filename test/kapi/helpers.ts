/** A house with one app, one person linked to it, and the router of kapi in front. Tests say only what they change. */
import Koa from 'koa';
import request from 'supertest';
import { createClock, HOUR } from '../../src/clock.ts';
import { openHouse } from '../../src/house.ts';
import { kapi } from '../../src/kapi/routes.ts';
import type { Account, App, Link, Row, TableName } from '../../src/store/index.ts';
import { openMemory } from '../../src/store/memory/open.ts';
import { language } from '../../src/web/language.ts';
import { NEW_APP, NEW_KEY, NEW_LINK } from '../helpers/rows.ts';

export const TOKEN = 'an-access-token';
export const ADMIN_KEY = 'ad'.repeat(16);
export const REST_KEY = 'ce'.repeat(16);
/** Past JavaScript's safe integers. */
export const NUMBER = '4012345678901234567';
export const AT = Date.parse('2026-01-05T02:10:11.987Z');
export const AT_TEXT = '2026-01-05T02:10:11Z';
export const PICTURES = 'http://localhost:5252/assets';

const account: Account = {
  id: 'person',
  key: null,
  says: null,
  password: 'secret',
  email: { address: 'demo@example.test', valid: true, verified: true },
  phone: '+82 10-0000-0001',
  hasTalk: true,
  nickname: '데모회원',
  isDefaultNickname: false,
  image: 'pictures/demo',
  name: '홍데모',
  gender: 'female',
  birthyear: '1980',
  birthday: { day: '0314', type: 'SOLAR', isLeapMonth: false },
  ci: { value: 'U0lNX0NJ', authenticatedAt: AT },
  addresses: [],
  status: 'active',
  twoStep: false,
  passwordDue: false,
  userNumberDigits: 19,
};

const app: App = {
  ...NEW_APP,
  id: '123456',
  name: '심플상점',
  company: '심플',
  keys: [{ ...NEW_KEY, key: REST_KEY }],
  adminKeys: [ADMIN_KEY],
  openidConnectOn: true,
  simpleSignupOn: true,
};

const link: Link = { ...NEW_LINK, id: '123456:person', appId: '123456', number: NUMBER, state: 'linked', connectedAt: AT, synchedAt: AT };

/** What a test changes. `items` are configured as optional, `agreed` are agreed to. */
export interface Differences {
  account?: Partial<Account>;
  app?: Partial<App>;
  switches?: Partial<App['switches']>;
  link?: Partial<Link>;
  items?: readonly string[];
  agreed?: readonly string[];
  ageCheck?: boolean;
  rows?: readonly { [T in TableName]: readonly [T, Row<T>] }[TableName][];
  report?: (error: unknown) => void;
}

/** Opens it at AT. Both Sync applications of the app are approved; there are no terms and channels but those in `rows`. */
export async function openKapi({ items = [], agreed = [], ageCheck = false, rows = [], report, ...changed }: Differences = {}) {
  const store = await openMemory();
  const clock = createClock(AT - Date.now());
  // Nothing here signs anything, so no time is spent on making keys.
  await store.write(async (tx) => tx.put('secrets', { id: 'installation', value: { cookieKeys: ['c'], openIdKey: 'o', signingKey: {} } }));
  const house = await openHouse({ store, clock, url: 'http://localhost:5252', documentsFolder: null, report: console.error });
  const configured = items.map((id) => ({ id, state: 'optional' as const, purpose: '테스트' }));
  const agreements = agreed.map((id) => ({ id, agreedAt: AT }));
  const decision = { outcome: 'approved', reason: null, leftOut: [], decidedAt: AT } as const;
  const approved = { parts: [], dueAt: null, decision, submittedAt: AT, submittedBy: 'person' };
  await store.write(async (tx) => {
    tx.put('apps', { ...app, items: configured, ...changed.app, switches: { ...app.switches, ...changed.switches } });
    tx.put('accounts', { ...account, ...changed.account });
    tx.put('links', { ...link, items: agreements, ...changed.link });
    tx.put('artifacts', tokenRow(TOKEN, clock.now() + 6 * HOUR));
    for (const kind of ['terms', 'items'] as const) {
      tx.put('reviews', { id: `${kind}-review`, kind, subject: `${kind}-application`, ...approved });
      const asked = kind === 'items' ? items.map((id) => ({ id, required: false })) : [];
      const application = { id: `${kind}-application`, appId: '123456', kind, reviewId: `${kind}-review`, items: asked };
      const rest = { reason: '', privacyUrl: null, terms: [], evidence: null };
      tx.put('applications', { ...application, ...rest, ageCheck: ageCheck && kind === 'terms' });
    }
    for (const [table, row] of rows) tx.put(table, row);
  });
  const server = new Koa().use(language).use(kapi(house, report ?? fail).routes());
  return { http: request(server.callback()), store, clock, house };
}

/** A row as the login writes it. */
export function tokenRow(token: string, expiresAt: number, grantId = 'grant'): Row<'artifacts'> {
  return {
    id: `AccessToken:${token}`,
    model: 'AccessToken',
    expiresAt,
    grantId,
    uid: null,
    clientId: REST_KEY,
    accountId: 'person',
    consumedAt: null,
    payload: {},
  };
}

export const bearer = { authorization: `Bearer ${TOKEN}` };
export const admin = { authorization: `KakaoAK ${ADMIN_KEY}` };
export const target = { target_id_type: 'user_id', target_id: NUMBER };

function fail(error: unknown): never {
  throw new Error('kapi reported what nobody expected', { cause: error });
}

/**
 * A seed as people write it. What the long form demands and a reader would not miss is made up; and an app may be told in the words of
 * the library (`clientId`, `redirectUris`, `terms`, `channels`, …), which stand for keys, connections and approved applications.
 */
import { z } from 'zod';
import { seedFile } from './shape.ts';

const { accounts, businesses, channels, apps } = seedFile.shape;
const [account, business, channel, app] = [
  accounts.unwrap().element,
  businesses.unwrap().element,
  channels.unwrap().element,
  apps.unwrap().element,
];
const key = app.shape.keys.element.shape;
const term = app.shape.applications.unwrap().shape.terms.unwrap().shape.terms.element;
const text = z.string().min(1);

const shortAccount = account
  .extend({
    id: account.shape.id.optional(),
    password: account.shape.password.default('demo1234'),
    nickname: account.shape.nickname.optional(),
  })
  .refine(({ id, key }) => id !== undefined || key !== null, { path: ['key'], message: 'is missing: expected a key, like han, or an id' });

const shortBusiness = business.extend({
  representative: text.default('김테스트'),
  type: text.default('서비스업'),
  item: text.default('테스트'),
  address: text.default('시뮬레이션시 가상구 예시로 1'),
});

const shortChannel = channel.extend({
  id: channel.shape.id.optional(),
  profileNumber: channel.shape.profileNumber.optional(),
  searchId: channel.shape.searchId.optional(),
  /** 비즈니스 인증, approved. */
  certified: z.boolean().default(false),
});

const shortApp = app.extend({
  id: app.shape.id.optional(),
  company: app.shape.company.optional(),
  keys: app.shape.keys.optional(),
  adminKeys: app.shape.adminKeys.optional(),
  /** Of the REST API key. */
  clientId: key.key.optional(),
  /** Null: OFF. */
  clientSecret: text.nullable().optional(),
  redirectUris: key.redirectUris,
  logoutRedirectUris: key.logoutRedirectUris,
  adminKey: key.key.optional(),
  oidc: z.boolean().default(false),
  simpleSignup: z.boolean().optional(),
  /** 만 14세 이상 연령 동의, with `terms`. */
  ageCheck: z.boolean().default(false),
  /** Approved. */
  terms: z
    .array(term.extend({ url: term.shape.url.default('https://example.com/terms') }))
    .max(10)
    .default([]),
  /** Whether those of the items that need a review have passed it. */
  itemsApproved: z.boolean().default(false),
  /** Connected, by id or name; the first one is on the consent screen. */
  channels: z.array(text).max(10).default([]),
  /** Key or id of an account. */
  owner: text.optional(),
});

export const seedInput = seedFile.extend({
  accounts: z.array(shortAccount).default([]),
  businesses: z.array(shortBusiness).default([]),
  channels: z.array(shortChannel).default([]),
  apps: z.array(shortApp).default([]),
});

/** A seed as it is written, checked. */
export type SeedInput = z.output<typeof seedInput>;

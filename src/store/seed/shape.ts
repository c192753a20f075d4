/**
 * The shape of a seed file: nouns at the top, and under each what a reader looks for there. An unknown key is an error.
 *
 * Facts are those of the rows in schema.ts; this file says only where a seed is friendlier: times are ISO text, what
 * is left out is unknown, empty or off, and a time that is left out is the moment of planting (so a review that was
 * "just submitted" is due in its working days, whenever that is). Ages follow from birth years and the house clock.
 */
import { z } from 'zod';
import { REDIRECT_URI } from '../patterns.ts';
import { shapes } from '../schema.ts';
import { seedRows } from './rows.ts';

const time = z.iso.datetime({ offset: true }).transform((text) => Date.parse(text));
const id = z.string().min(1);

const accountRow = shapes.accounts.shape;
const account = shapes.accounts.extend({
  id: z.string().regex(/^[\w-]+$/, 'expected words joined by -, like 01-han'),
  key: accountRow.key.default(null),
  says: accountRow.says.default(null),
  email: z
    .strictObject({ address: z.email(), valid: z.boolean().default(true), verified: z.boolean().default(true) })
    .nullable()
    .default(null),
  phone: accountRow.phone.default(null),
  hasTalk: accountRow.hasTalk.default(true),
  image: accountRow.image.default(null),
  name: accountRow.name.default(null),
  gender: accountRow.gender.default(null),
  birthyear: accountRow.birthyear.default(null),
  birthday: accountRow.birthday.default(null),
  ci: accountRow.ci.unwrap().extend({ authenticatedAt: time }).nullable().default(null),
  addresses: z.array(accountRow.addresses.unwrap().element.extend({ updatedAt: time })).default([]),
  userNumberDigits: z.literal([10, 19]).default(10),
});

const business = shapes.businesses.omit({ id: true, registeredBy: true }).extend({ number: shapes.businesses.shape.id });

/** 심사·검수: no decision means that it is under way (검수 진행 중). */
const review = z.strictObject({
  submittedAt: time.optional(),
  submittedBy: id,
  decision: z
    .strictObject({
      outcome: z.enum(['approved', 'rejected']),
      reason: z.string().min(1).nullable().default(null),
      decidedAt: time.optional(),
    })
    .refine(({ outcome, reason }) => outcome === 'approved' || reason !== null, {
      path: ['reason'],
      message: 'is missing: expected why it was rejected',
    })
    .nullable()
    .default(null),
});

const channelRow = shapes.channels.shape;
const channel = shapes.channels.extend({
  image: channelRow.image.default(null),
  businessNumber: channelRow.businessNumber.default(null),
  managers: channelRow.managers.default([]),
  /** 비즈니스 인증. */
  certification: review.nullable().default(null),
});

const redirectUri = z.string().regex(REDIRECT_URI, 'expected an absolute URI without a fragment, like https://example.com/oauth');
const appRow = shapes.apps.shape;
const key = appRow.keys.element.extend({
  redirectUris: z.array(redirectUri).default([]),
  logoutRedirectUris: z.array(redirectUri).default([]),
});

const applicationRow = shapes.applications.shape;
const termsApplication = review.extend({
  /** 만 14세 이상 연령 동의. */
  ageCheck: z.boolean().default(false),
  /** In the order of the screen. */
  terms: z
    .array(shapes.terms.pick({ tag: true, title: true, url: true, required: true }))
    .min(1)
    .max(10),
});
const itemsApplication = review.extend({
  items: applicationRow.items.unwrap().min(1),
  reason: applicationRow.reason,
  privacyUrl: applicationRow.privacyUrl,
});

const webhookSecret = z.string().regex(/^whsec_[A-Za-z0-9+/]{32,}={0,2}$/, 'expected whsec_ and the base64 of at least 24 random bytes');

const app = shapes.apps.extend({
  icon: appRow.icon.default(null),
  era: appRow.era.default('current'),
  businessNumber: appRow.businessNumber.default(null),
  members: appRow.members.default([]),
  keys: z.array(key).min(1),
  loginOn: appRow.loginOn.default(true),
  openidConnectOn: appRow.openidConnectOn.default(false),
  simpleSignupOn: appRow.simpleSignupOn.default(false),
  channelOnConsent: appRow.channelOnConsent.default(null),
  items: appRow.items.default([]),
  connections: z
    .array(z.strictObject({ channelId: id, connectedAt: time.optional() }))
    .max(10)
    .default([]),
  applications: z.strictObject({ terms: termsApplication.optional(), items: itemsApplication.optional() }).prefault({}),
  callbacks: z
    .strictObject({
      channel: shapes.endpoints.shape.url.optional(),
      /** 연결 해제 웹훅: GET or POST. */
      unlink: z.strictObject({ url: shapes.endpoints.shape.url, method: shapes.endpoints.shape.method }).optional(),
      /** 계정 상태 변경 웹훅: the events that are subscribed, or all of them. */
      account: z.strictObject({ url: shapes.endpoints.shape.url, events: z.array(id).nullable().default(null) }).optional(),
      sync: z.strictObject({ url: shapes.endpoints.shape.url, secret: webhookSecret }).optional(),
    })
    .prefault({}),
});

/** A person and an app: what was agreed to, all at one moment. */
const link = shapes.links.omit({ id: true, synchedAt: true, registerBy: true }).extend({
  state: shapes.links.shape.state.default('linked'),
  connectedAt: time.optional(),
  /** Whether the person came through the simple-signup screen. */
  bySync: z.boolean().default(false),
  items: z.array(id).default([]),
  /** Tags, `user_age_check` among them where the app asks for it. */
  terms: z.array(id).default([]),
});

const friendship = shapes.friendships.pick({ channelId: true, accountId: true, relation: true }).extend({ at: time.optional() });

export const seedFile = z.strictObject({
  accounts: z.array(account).default([]),
  businesses: z.array(business).default([]),
  channels: z.array(channel).default([]),
  apps: z.array(app).default([]),
  links: z.array(link).default([]),
  friendships: z.array(friendship).default([]),
  rows: seedRows.optional(),
  /** Uploaded files by the ids of their documents, in base64. */
  files: z.record(id, z.base64()).optional(),
});

/** A seed as read: checked, with defaults filled in and times in milliseconds. */
export type Seed = z.output<typeof seedFile>;
export type SeedApp = Seed['apps'][number];
export type SeedReview = z.output<typeof review>;

/**
 * Every table by its name, with the indexes that its rows may be found by; and how rows are that nobody has touched. It is apart from the rows
 * (schema.ts), whose shapes are a good part of a start that has nothing to check.
 */
import type { Row, TableName } from './schema.ts';

type IndexValue = string | readonly string[] | null | undefined;

/** Value of every `all` index: `find('apps', 'all', ALL)` lists a table in the order of its ids. */
export const ALL = '*';
const all = (): string => ALL;
/** Where order is kept: endpoints do not wait for one another. */
export const laneOf = ({ endpointId, lane }: { endpointId: string; lane: string }): string => `${endpointId} ${lane}`;

export const tables = {
  accounts: {
    key: (a) => a.key,
    login: (a) => [a.email?.address, a.phone, a.key].filter((s) => s != null),
    all,
    persona: (a) => (a.key === null ? null : ALL),
  },
  sessions: { account: (s) => s.accountId, all },
  businesses: { registrant: (b) => b.registeredBy, all },
  documents: { owner: (d) => d.owner, all },
  reviews: { subject: (r) => `${r.kind}:${r.subject}`, all, pending: (r) => (r.decision ? null : ALL) },
  reviewPolicies: { all },
  urlChecks: {},
  apps: {
    key: (a) => a.keys.map((k) => k.key),
    adminKey: (a) => a.adminKeys,
    member: (a) => a.members.map((m) => m.accountId),
    all,
  },
  channels: { searchId: (c) => c.searchId.toLowerCase(), manager: (c) => c.managers.map((m) => m.accountId), all },
  certifications: { channel: (c) => c.channelId },
  certificationDrafts: {},
  friendships: {
    account: (f) => f.accountId,
    channel: (f) => f.channelId,
    relation: (f) => `${f.channelId}:${f.relation}`,
  },
  friendGroups: { channel: (g) => g.channelId },
  messages: { channel: (m) => m.channelId },
  receipts: {
    message: (r) => r.messageId,
    account: (r) => r.accountId,
    chat: (r) => `${r.channelId}:${r.accountId}`,
  },
  connections: { app: (c) => c.appId, channel: (c) => c.channelId },
  applications: { app: (a) => a.appId },
  drafts: { all },
  deskEntries: { app: (e) => e.appId, all },
  terms: { app: (t) => t.appId },
  agreements: { link: (a) => `${a.appId}:${a.accountId}` },
  links: {
    number: (l) => `${l.appId}:${l.number}`,
    app: (l) => l.appId,
    account: (l) => l.accountId,
    preregistered: (l) => (l.state === 'preregistered' ? ALL : null),
  },
  retiredNumbers: {},
  consentEntries: { link: (e) => `${e.appId}:${e.accountId}`, app: (e) => e.appId, all },
  endpoints: { app: (e) => e.appId, all },
  deliveries: {
    all,
    app: (d) => d.appId,
    endpoint: (d) => d.endpointId,
    kind: (d) => d.endpointId.split(':')[1],
    state: (d) => d.state,
    event: (d) => d.event,
    account: (d) => d.lane.split(':')[1],
    channel: (d) => d.lane.split(':')[2],
    pending: (d) => (d.state === 'pending' ? [ALL, d.endpointId, laneOf(d)] : null),
  },
  attempts: { delivery: (a) => a.deliveryId, app: (a) => a.appId, all },
  troubles: { endpoint: (t) => t.endpointId, all },
  journeys: {
    all,
    app: (j) => j.appId,
    account: (j) => j.accountId,
    state: (j) => j.state,
    error: (j) => j.errors,
    key: (j) => j.keys,
  },
  journeySteps: { journey: (s) => s.journeyId },
  faults: { on: (f) => f.on, all },
  faultFlows: {},
  inboxItems: {
    app: (i) => i.appId,
    // What nobody vouched for has a shelf of its own and cannot push out what is real.
    shelf: (i) => `${i.appId}:${i.verdict === 'verified' ? 'verified' : 'other'}`,
    resource: (i) => i.resourceId && `${i.appId}:${i.kind}:${i.resourceId}`,
  },
  inboxScripts: { app: (s) => s.appId, receiver: (s) => `${s.appId}:${s.kind}` },
  artifacts: {
    grant: (a) => a.grantId,
    uid: (a) => a.uid && `${a.model}:${a.uid}`,
    user: (a) => a.clientId && a.accountId && `${a.clientId}:${a.accountId}`,
    session: (a) => (a.model === 'Session' ? a.accountId : null),
  },
  quotas: {},
  refusals: { all },
  submissions: {},
  operatorSessions: { all },
  failedTries: { all },
  clocks: {},
  secrets: { all },
} as const satisfies { readonly [T in TableName]: Readonly<Record<string, (row: Row<T>) => IndexValue>> };

export type IndexName<T extends TableName> = keyof (typeof tables)[T] & string;

/** How an endpoint is that nobody has touched. */
export const USUAL_ENDPOINT = Object.freeze({
  method: 'POST',
  events: null,
  policy: 'kakao',
  verifyTls: true,
  state: 'on',
  failingSince: null,
  failures: 0,
} as const satisfies Partial<Row<'endpoints'>>);

/** The switches of an app that nobody has touched. */
export const USUAL_SWITCHES = Object.freeze({
  legacyProperties: false,
  youngestAgeRange: '1~9',
  channelPayload: 'era',
  askOptionalTermBesideAgreedRequired: false,
  consentLayout: 'classic',
  phoneFormat: '+82 10',
  quotaStatus: 429,
  tokenRequestsPerMinute: 1000,
  securityEvents: false,
  eventAudience: 'rest-key',
  loginHint: 'fills-in',
} as const satisfies Row<'apps'>['switches']);

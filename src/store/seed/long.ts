/** From the short forms of a seed to the long one. */
import { appIdOf, channelIdOf, digitsOf, hexOf, keysOf, TEST_BUSINESS } from './made-up.ts';
import type { Seed, SeedApp } from './shape.ts';
import type { SeedInput } from './short.ts';
import { DESK_ID, REVIEWED_ITEMS } from './vocabulary.ts';

type Short<T extends 'accounts' | 'channels' | 'apps'> = SeedInput[T][number];
type Account = Seed['accounts'][number];
type Channel = Seed['channels'][number];

export function longSeed(input: SeedInput): Seed {
  const business = input.businesses[0] ?? TEST_BUSINESS;
  const accounts = input.accounts.map(longAccount);
  const channels = input.channels.map((channel) => longChannel(channel, business.number));
  const apps = input.apps.map((app) => longApp(app, accounts, channels, business.number));
  const isMissing = [...channels, ...apps].some(({ businessNumber }) => businessNumber === TEST_BUSINESS.number);
  const isThere = input.businesses.some(({ number }) => number === TEST_BUSINESS.number);
  return {
    ...input,
    accounts,
    channels,
    apps,
    businesses: isMissing && !isThere ? [...input.businesses, TEST_BUSINESS] : input.businesses,
  };
}

/** A persona says its nickname where it says nothing else. */
function longAccount({ id = '', nickname, ...account }: Short<'accounts'>): Account {
  const name = nickname ?? account.key ?? id;
  return {
    ...account,
    id: id || account.key || '',
    nickname: name,
    says: account.says ?? (account.key === null ? null : { ko: name, en: name }),
  };
}

function longChannel({ certified, ...channel }: Short<'channels'>, business: string): Channel {
  const id = channel.id ?? channelIdOf(channel.name);
  return {
    ...channel,
    id,
    profileNumber: channel.profileNumber ?? digitsOf(`profile:${id}`, 8),
    searchId: channel.searchId ?? `@${id.slice(1).toLowerCase()}`,
    businessNumber: channel.businessNumber ?? (certified ? business : null),
    certification: channel.certification ?? (certified ? APPROVED : null),
  };
}

function longApp(input: Short<'apps'>, accounts: readonly Account[], channels: readonly Channel[], business: string): SeedApp {
  const { clientId, clientSecret, redirectUris, logoutRedirectUris, adminKey, ...others } = input;
  const { oidc, simpleSignup, ageCheck: _, terms, itemsApproved, channels: wanted, owner, ...app } = others;
  const id = app.id ?? appIdOf(app.name);
  const connections = [
    ...app.connections,
    ...wanted.map((name) => ({ channelId: channels.find((each) => each.name === name)?.id ?? name })),
  ];
  const ownerId = owner && (accounts.find((account) => account.key === owner)?.id ?? owner);
  const isBusiness = wanted.length > 0 || terms.length > 0 || itemsApproved;
  return {
    ...app,
    id,
    company: app.company ?? app.name,
    businessNumber: app.businessNumber ?? (isBusiness ? business : null),
    keys: app.keys ?? keysOf(id, { clientId, clientSecret, redirectUris, logoutRedirectUris }),
    adminKeys: app.adminKeys ?? [adminKey ?? hexOf(`admin:${id}`)],
    openidConnectOn: app.openidConnectOn || oidc,
    simpleSignupOn: simpleSignup ?? (app.simpleSignupOn || terms.length > 0),
    members: ownerId ? [...app.members, { accountId: ownerId, role: 'owner' }] : app.members,
    connections,
    channelOnConsent: app.channelOnConsent ?? (wanted.length > 0 ? connections[0]!.channelId : null),
    applications: applicationsOf(input),
  };
}

function applicationsOf({ applications, terms, ageCheck, items, itemsApproved }: Short<'apps'>): SeedApp['applications'] {
  const reviewed = items.filter(({ id }) => REVIEWED_ITEMS.includes(id)).map(({ id, state }) => ({ id, required: state === 'required' }));
  return {
    ...(terms.length > 0 && { terms: { ...APPROVED, ageCheck, terms } }),
    ...(itemsApproved && reviewed.length > 0 && { items: { ...APPROVED, items: reviewed, reason: '', privacyUrl: null } }),
    ...applications,
  };
}

/** As the desk (고객센터) does it. */
const APPROVED = { submittedBy: DESK_ID, decision: { outcome: 'approved' as const, reason: null } };

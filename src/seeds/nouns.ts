/** From rows back to the nouns of a seed, as far as these have words for them; the rest stays rows. See export.ts. */
import type { z } from 'zod';
import type { Row, Snapshot, TableName } from '../store/index.ts';
import type { seedFile } from '../store/seed/shape.ts';
import { AGE_CHECK } from '../store/seed/vocabulary.ts';

type Written = z.input<typeof seedFile>;
type Nouns = Omit<Written, 'rows' | 'files'>;
type Application = { submittedAt: string; submittedBy: string; decision: Decision | null };
type Decision = { outcome: 'approved' | 'rejected'; reason: string | null; decidedAt: string };

const iso = (ms: number): string => new Date(ms).toISOString();
const isoIf = (ms: number | null): { connectedAt?: string } => (ms === null ? {} : { connectedAt: iso(ms) });

/** As a seed is written: nothing in it shares anything with the rows, which are frozen. */
export function nounsOf(rows: Snapshot): Nouns {
  const written = {
    accounts: rows.accounts.map(accountOf),
    businesses: rows.businesses.map((business) => ({ number: business.id, ...without(business, 'id', 'registeredBy') })),
    channels: rows.channels.map((channel) => ({ ...channel, certification: reviewOf(rows, 'certification', channel.id) ?? null })),
    apps: rows.apps.map((app) => appOf(rows, app)),
    links: rows.links.map((link) => linkOf(rows, link)),
    friendships: rows.friendships.map(({ channelId, accountId, relation, createdAt }) => ({
      channelId,
      accountId,
      relation,
      at: iso(createdAt),
    })),
  };
  return JSON.parse(JSON.stringify(written)) as Nouns;
}

function accountOf({ ci, addresses, ...account }: Row<'accounts'>) {
  return {
    ...account,
    ci: ci && { ...ci, authenticatedAt: iso(ci.authenticatedAt) },
    addresses: addresses.map(({ updatedAt, ...address }) => ({ ...address, updatedAt: iso(updatedAt) })),
  };
}

/** Connections to profiles that a seed has certified: others are rows. */
function appOf(rows: Snapshot, app: Row<'apps'>) {
  const appId = app.id;
  const connections = rows.connections.filter((each) => each.appId === appId && isCertified(rows, each.channelId));
  const at = (kind: string) => rows.endpoints.find(({ id }) => id === `${appId}:${kind}`);
  const [channel, unlink, account, sync] = ['channel', 'unlink', 'account', 'sync'].map(at);
  return {
    ...app,
    channelOnConsent: connections.some(({ channelId }) => channelId === app.channelOnConsent) ? app.channelOnConsent : null,
    connections: connections.map(({ channelId, connectedAt }) => ({ channelId, connectedAt: iso(connectedAt) })),
    applications: { terms: termsOf(rows, appId), items: itemsOf(rows, appId) },
    callbacks: {
      channel: channel?.url,
      unlink: unlink && { url: unlink.url, method: unlink.method },
      account: account && { url: account.url, events: account.events },
      // A secret that the seed would refuse stays a row.
      sync: sync?.secret?.startsWith('whsec_') ? { url: sync.url, secret: sync.secret } : undefined,
    },
  };
}

const isCertified = (rows: Snapshot, channelId: string): boolean =>
  reviewOf(rows, 'certification', channelId)?.decision?.outcome === 'approved';

/** The review that a seed has planted: others are rows. */
function reviewOf(rows: Snapshot, kind: string, subject: string): Application | undefined {
  const review = rows.reviews.find(({ id }) => id === `0-${kind}:${subject}`);
  if (!review) return undefined;
  const { submittedAt, submittedBy, decision } = review;
  const decided = decision && { outcome: decision.outcome, reason: decision.reason, decidedAt: iso(decision.decidedAt) };
  return { submittedAt: iso(submittedAt), submittedBy, decision: decided };
}

function termsOf(rows: Snapshot, appId: string) {
  const review = reviewOf(rows, 'terms', appId);
  const applied = rows.applications.find(({ id }) => id === `0-terms:${appId}`);
  if (!review || !applied) return undefined;
  const terms = applied.terms.map((term) => without(term, 'evidence'));
  // What is planted of it must be there to be planted.
  if (terms.length === 0 || !terms.every(({ tag }) => has(rows, 'terms', `${appId}:${tag}`))) return undefined;
  return { ...review, ageCheck: applied.ageCheck, terms };
}

function itemsOf(rows: Snapshot, appId: string) {
  const review = reviewOf(rows, 'items', appId);
  const applied = rows.applications.find(({ id }) => id === `0-items:${appId}`);
  if (!review || !applied || applied.items.length === 0) return undefined;
  return { ...review, items: applied.items, reason: applied.reason, privacyUrl: applied.privacyUrl };
}

function linkOf(rows: Snapshot, link: Row<'links'>) {
  const agreed = rows.agreements.filter((each) => each.appId === link.appId && each.accountId === link.accountId);
  const app = rows.apps.find((each) => each.id === link.appId);
  return {
    ...without(link, 'id', 'registerBy', 'synchedAt', 'connectedAt'),
    ...isoIf(link.connectedAt),
    bySync: link.synchedAt !== null,
    items: link.items.map((item) => item.id).filter((item) => app?.items.some((each) => each.id === item)),
    terms: agreed.map(({ tag }) => tag).filter((tag) => tagsIn(rows, link.appId).includes(tag)),
  };
}

function without<T extends object, K extends keyof T>(row: T, ...names: K[]): Omit<T, K> {
  return Object.fromEntries(Object.entries(row).filter(([name]) => !names.includes(name as K))) as Omit<T, K>;
}

/** The tags that an app of the seed has. */
function tagsIn(rows: Snapshot, appId: string): string[] {
  const applied = termsOf(rows, appId);
  return applied ? [...applied.terms.map(({ tag }) => tag), ...(applied.ageCheck ? [AGE_CHECK] : [])] : [];
}

function has(rows: Snapshot, table: TableName, id: string): boolean {
  return rows[table].some((row) => row.id === id);
}

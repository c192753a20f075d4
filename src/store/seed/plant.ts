/** From a seed to rows: one unit of work, stable ids. */
import { DAY } from '../../clock.ts';
import type { Review, Row, TableName } from '../schema.ts';
import { USUAL_ENDPOINT } from '../tables.ts';
import type { Store, Tx } from '../store.ts';
import type { Seed, SeedApp, SeedReview } from './shape.ts';

/**
 * Writes all rows of a seed in one unit of work. Rows with the same ids are replaced, others stay.
 * @param now house time: when it happened what the seed gives no time for
 */
export function plant(store: Store, seed: Seed, now: number): Promise<void> {
  return store.write(async (tx) => plantRows(tx, seed, now));
}

/** The same, within a unit of work of the caller's. */
export function plantRows(tx: Tx, seed: Seed, now: number): void {
  for (const account of seed.accounts) tx.put('accounts', account);
  for (const { number, ...business } of seed.businesses) tx.put('businesses', { id: number, registeredBy: null, ...business });
  for (const channel of seed.channels) plantChannel(tx, channel, now);
  for (const app of seed.apps) plantApp(tx, app, now);
  for (const link of seed.links) plantLink(tx, link, now);
  for (const { channelId, accountId, relation, at = now } of seed.friendships) {
    tx.put('friendships', { id: `${channelId}:${accountId}`, channelId, accountId, relation, createdAt: at, updatedAt: at });
  }
  // Secrets are the installation's: a world that begins anew in one keeps those that are there.
  for (const [table, rows] of Object.entries(seed.rows ?? {})) if (table !== 'secrets') putAll(tx, table as TableName, rows ?? []);
}

export function putAll<T extends TableName>(tx: Tx, table: T, rows: readonly Row<T>[]): void {
  for (const row of rows) tx.put(table, row);
}

function plantChannel(tx: Tx, { certification, ...channel }: Seed['channels'][number], now: number): void {
  tx.put('channels', channel);
  if (certification) plantReview(tx, 'certification', channel.id, certification, now);
}

function plantApp(tx: Tx, { connections, applications, callbacks, ...app }: SeedApp, now: number): void {
  tx.put('apps', app);
  for (const { channelId, connectedAt = now } of connections)
    tx.put('connections', { id: `${app.id}:${channelId}`, appId: app.id, channelId, connectedAt });
  plantApplications(tx, app.id, applications, now);
  const endpoint = (kind: Row<'endpoints'>['kind'], url: string, more: Partial<Row<'endpoints'>> = {}): void =>
    tx.put('endpoints', { ...USUAL_ENDPOINT, id: `${app.id}:${kind}`, appId: app.id, kind, url, secret: null, ...more });
  const { channel, unlink, account, sync } = callbacks;
  if (channel) endpoint('channel', channel);
  if (unlink) endpoint('unlink', unlink.url, { method: unlink.method });
  if (account) endpoint('account', account.url, { events: account.events });
  if (sync) endpoint('sync', sync.url, { secret: sync.secret });
}

function plantApplications(tx: Tx, appId: string, { terms, items }: SeedApp['applications'], now: number): void {
  const nothing = { ageCheck: false, items: [], reason: '', privacyUrl: null, terms: [], evidence: null };
  if (terms) {
    const tags = terms.terms.map(({ tag }) => tag);
    const { id: reviewId, submittedAt: at } = plantReview(tx, 'terms', appId, terms, now, tags);
    const applied = terms.terms.map((term) => ({ ...term, evidence: null }));
    tx.put('applications', { ...nothing, id: reviewId, appId, kind: 'terms', reviewId, ageCheck: terms.ageCheck, terms: applied });
    terms.terms.forEach((term, i) =>
      tx.put('terms', { ...term, id: `${appId}:${term.tag}`, appId, order: i + 1, reviewId, createdAt: at, updatedAt: at }),
    );
  }
  if (items) {
    const ids = items.items.map(({ id }) => id);
    const { id: reviewId } = plantReview(tx, 'items', appId, items, now, ids);
    const { reason, privacyUrl } = items;
    tx.put('applications', { ...nothing, id: reviewId, appId, kind: 'items', reviewId, items: items.items, reason, privacyUrl });
  }
}

/** The id (its application's too) sorts before every time id, so that whatever is submitted later is the newer one. */
function plantReview(tx: Tx, kind: Review['kind'], subject: string, seed: SeedReview, now: number, parts: string[] = []): Review {
  const { submittedAt = now, submittedBy, decision } = seed;
  const row: Review = {
    id: `0-${kind}:${subject}`,
    kind,
    subject,
    parts,
    submittedAt,
    submittedBy,
    dueAt: null,
    decision: decision && { ...decision, leftOut: [], decidedAt: decision.decidedAt ?? submittedAt },
  };
  tx.put('reviews', row);
  return row;
}

function plantLink(tx: Tx, { bySync, connectedAt, items, terms, ...link }: Seed['links'][number], now: number): void {
  const { appId, accountId } = link;
  const at = connectedAt ?? now;
  const isUser = link.state !== 'unlinked';
  tx.put('links', {
    ...link,
    id: `${appId}:${accountId}`,
    registerBy: link.state === 'preregistered' ? at + DAY : null,
    connectedAt: isUser ? at : null,
    synchedAt: isUser && bySync ? at : null,
    items: items.map((id) => ({ id, agreedAt: at })),
  });
  for (const tag of terms)
    tx.put('agreements', { id: `${appId}:${accountId}:${tag}`, appId, accountId, tag, agreedAt: at, agreedBy: 'KAUTH' });
}

/** The consent record as it is asked for: of a person in an app, and of who has one. */
import { ALL, type ConsentEntry, type Link } from '../../store/index.ts';
import { AGE_CHECK_TAG } from '../../terms/index.ts';
import type { ConsentDeps } from '../deps.ts';
import { isOverdue, isUser } from '../linked.ts';
import { agreementsIn, type RecordedAgreement } from './agreements.ts';

export interface ConsentRecord {
  appId: string;
  accountId: string;
  /** Undefined for a person of whom nothing is left but the record. */
  link: Link | undefined;
  /** From the beginning. */
  entries: ConsentEntry[];
  agreements: RecordedAgreement[];
  /** What stands without a word of it in the record: agreed to before there was one. */
  before: { kind: 'item' | 'term' | 'age'; name: string; agreedAt: number }[];
}

/** What the record holds of a person in an app; undefined where the two never met. */
export async function recordOf(deps: ConsentDeps, appId: string, accountId: string): Promise<ConsentRecord | undefined> {
  const id = `${appId}:${accountId}`;
  const kept = await deps.store.find('consentEntries', 'link', id);
  const link = await deps.store.get('links', id);
  if (kept.length === 0 && !link) return undefined;
  const entries = [...kept, ...lapsed(deps, link, kept.at(-1))];
  const agreements = agreementsIn(entries);
  const standing = link && isUser(link) && !isOverdue(link, deps.clock.now()) ? await standingOf(deps, link) : [];
  const known = new Set(agreements.filter(({ ended }) => !ended).map(({ row }) => `${row.kind} ${row.name}`));
  return { appId, accountId, link, entries, agreements, before: standing.filter(({ kind, name }) => !known.has(`${kind} ${name}`)) };
}

export interface RecordSummary {
  appId: string;
  accountId: string;
  number: string;
  appName: string;
  entries: number;
  inForce: number;
  lastAt: number;
}

/** Who has a record, the newest change first; of one app, or of all. */
export async function records(deps: ConsentDeps, appId?: string): Promise<RecordSummary[]> {
  const all: RecordSummary[] = [];
  for await (const summary of eachRecord(deps, appId)) all.push(summary);
  return all;
}

/** One after the other, as somebody asks for them: whoever takes a page has no more read than that. */
export async function* eachRecord(deps: ConsentDeps, appId?: string): AsyncGenerator<RecordSummary> {
  const seen = new Set<string>();
  for (let before: string | undefined; ;) {
    const page = { limit: CHUNK, before };
    const newest = appId
      ? await deps.store.find('consentEntries', 'app', appId, page)
      : await deps.store.find('consentEntries', 'all', ALL, page);
    for (const entry of newest) {
      const id = `${entry.appId}:${entry.accountId}`;
      if (seen.has(id)) continue;
      seen.add(id);
      yield summaryOf(deps, id);
    }
    if (newest.length < CHUNK) return;
    before = newest.at(-1)!.id;
  }
}

const CHUNK = 100;

async function summaryOf(deps: ConsentDeps, id: string): Promise<RecordSummary> {
  const own = await deps.store.find('consentEntries', 'link', id);
  const last = own.at(-1)!;
  const all = [...own, ...lapsed(deps, await deps.store.get('links', id), last)];
  const inForce = agreementsIn(all).filter(({ ended }) => !ended).length;
  const { appId, accountId, number, appName } = last;
  return { appId, accountId, number, appName, entries: all.length, inForce, lastAt: all.at(-1)!.at };
}

/** A sign-up that nobody completed is over from its hour on, though nobody may have come to write it down yet. */
function lapsed({ clock }: ConsentDeps, link: Link | undefined, last: ConsentEntry | undefined): ConsentEntry[] {
  if (!link || !last || !isOverdue(link, clock.now())) return [];
  const over = { act: 'unlinked', by: 'kakao', reason: 'INCOMPLETE_SIGN_UP', screen: null, rows: [] } as const;
  return [{ ...last, ...over, id: `${last.id}-lapsed`, at: link.registerBy ?? clock.now() }];
}

async function standingOf({ terms }: ConsentDeps, { appId, accountId, items }: Link): Promise<ConsentRecord['before']> {
  const agreements = await terms.agreements(appId, accountId);
  return [
    ...items.map(({ id, agreedAt }) => ({ kind: 'item' as const, name: id, agreedAt })),
    ...agreements.map(({ tag, agreedAt }) => ({ kind: tag === AGE_CHECK_TAG ? ('age' as const) : ('term' as const), name: tag, agreedAt })),
  ];
}

/** 카카오싱크 신청: a draft becomes one or two applications, each with its own review. Source: guide, 신청 2단계. */
import type { App } from '../apps/index.ts';
import type { Review } from '../reviews/index.ts';
import type { Application, Tx } from '../store/index.ts';
import { trimmed } from '../terms/index.ts';
import type { SyncDeps } from './deps.ts';
import { type DraftContent, EMPTY_DRAFT, freshDraft, NotConnected } from './draft.ts';
import { applicationProblems, reasonOf, type Standing } from './problems.ts';

type Applied = Omit<Application, 'id' | 'appId' | 'reviewId' | 'kind'>;

/**
 * Submits the draft that has this version; what was filled in for a kind that was not chosen stays in it. Editors may.
 * Throws UnknownApp, AppRoleMissing, StaleDraft, NotConnected, the first of its problems, ReviewPending.
 */
export async function submitDraft(
  deps: SyncDeps,
  tx: Tx,
  by: string,
  appId: string,
  version: number,
  standing: (app: App) => Promise<Standing>,
): Promise<Review[]> {
  const app = await deps.apps.asMember(appId, by, 'editor', tx);
  const { content } = await freshDraft(deps, tx, by, appId, version);
  if ((await tx.find('connections', 'app', appId)).length === 0) throw new NotConnected(`app ${appId} has no profile`, { appId });
  for (const problem of applicationProblems(content, await standing(app))) throw problem;
  const reviews: Review[] = [];
  if (content.kinds.includes('terms')) reviews.push(await applyForTerms(deps, tx, by, appId, content));
  if (content.kinds.includes('items')) reviews.push(await applyForItems(deps, tx, by, appId, content));
  tx.put('drafts', { id: appId, version: version + 1, editedBy: by, editedAt: deps.clock.now(), content: restOf(content) });
  return reviews;
}

function restOf(content: DraftContent): DraftContent {
  const { kinds, terms, ageCheck, items, reason, privacyUrl, evidence } = content;
  return {
    ...EMPTY_DRAFT,
    ...(kinds.includes('terms') ? {} : { terms, ageCheck }),
    ...(kinds.includes('items') ? {} : { items, reason, privacyUrl, evidence }),
  };
}

async function applyForTerms(deps: SyncDeps, tx: Tx, by: string, appId: string, { terms, ageCheck }: DraftContent): Promise<Review> {
  const applied = terms.map(trimmed);
  const review = await deps.reviews.submit(tx, { kind: 'terms', subject: appId, parts: applied.map(({ tag }) => tag), by });
  await deps.terms.apply(tx, appId, review.id, applied);
  putApplication(tx, appId, review, { ageCheck, terms: applied, items: [], reason: '', privacyUrl: null, evidence: null });
  return review;
}

async function applyForItems({ reviews }: SyncDeps, tx: Tx, by: string, appId: string, content: DraftContent): Promise<Review> {
  const { items, privacyUrl, evidence } = content;
  const review = await reviews.submit(tx, { kind: 'items', subject: appId, parts: items.map(({ id }) => id), by });
  putApplication(tx, appId, review, {
    ageCheck: false,
    terms: [],
    items,
    reason: reasonOf(content),
    privacyUrl: privacyUrl.trim(),
    evidence,
  });
  return review;
}

/** Applications have the id of their review, and sort as reviews do. */
export function putApplication(tx: Tx, appId: string, { id, kind }: Review, applied: Applied): void {
  tx.put('applications', { id, appId, kind: kind === 'terms' ? 'terms' : 'items', reviewId: id, ...applied });
}

/**
 * Terms that the desk (고객센터) adds or changes for an app whose terms are approved: each time a new review, and until that
 * approves it everything stays as it is. What is asked for at the desk needs no page as evidence.
 */
import type { Review } from '../reviews/index.ts';
import { UnknownApp } from '../apps/index.ts';
import type { Tx } from '../store/index.ts';
import { type DraftTerm, EvidenceMissing, type TermChange, termProblems, trimmed } from '../terms/index.ts';
import { putApplication } from './apply.ts';
import type { SyncDeps } from './deps.ts';
import { type Asker, DESK_ID, mustBeDesk, writeDown } from './desk.ts';
import { TermsNotApproved } from './signup.ts';

export type NewTerm = Omit<DraftTerm, 'evidence'>;

/** Throws DeskOnly, UnknownApp, TermsNotApproved, the first problem of the term, ReviewPending. */
export async function addTerm(deps: SyncDeps, tx: Tx, by: Asker, appId: string, fields: NewTerm, note: string): Promise<Review> {
  mustBeDesk(by);
  if (!(await deps.apps.byId(appId, tx))) throw new UnknownApp(`no app ${appId}`, { appId });
  const approved = await deps.terms.approved(appId, tx);
  if (approved.length === 0) throw new TermsNotApproved(`app ${appId} has no approved terms`, { appId });
  const term = trimmed({ ...fields, evidence: null });
  for (const problem of termProblems([term], approved)) if (!(problem instanceof EvidenceMissing)) throw problem;
  const review = await submit(deps, tx, appId, term, note);
  await deps.terms.apply(tx, appId, review.id, [term]);
  writeDown(deps, tx, appId, 'term-added', { tag: term.tag, title: term.title.ko, review: review.id }, note);
  return review;
}

/** Throws DeskOnly, UnknownTerm, TitleMissing, TermUrlRefused, NothingChanged, ReviewPending. */
export async function changeTerm(
  deps: SyncDeps,
  tx: Tx,
  by: Asker,
  appId: string,
  tag: string,
  to: TermChange,
  note: string,
): Promise<Review> {
  mustBeDesk(by);
  const version = await deps.terms.changed(appId, tag, to, tx);
  const { title, url, required } = version;
  const review = await submit(deps, tx, appId, { tag, title, url, required, evidence: null }, note);
  deps.terms.propose(tx, review.id, version);
  writeDown(deps, tx, appId, 'term-changed', { tag, title: title.ko, review: review.id }, note);
  return review;
}

async function submit({ reviews }: SyncDeps, tx: Tx, appId: string, term: DraftTerm, note: string): Promise<Review> {
  const review = await reviews.submit(tx, { kind: 'terms', subject: appId, parts: [term.tag], by: DESK_ID });
  putApplication(tx, appId, review, { ageCheck: false, terms: [term], items: [], reason: note.trim(), privacyUrl: null, evidence: null });
  return review;
}

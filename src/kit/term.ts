/** Adds approved terms to an app, as the desk (고객센터) does once it has approved them. */
import type { z } from 'zod';
import type { House } from '../house.ts';
import type { Term, Tx } from '../store/index.ts';
import { DESK_ID } from '../sync/index.ts';
import { type DraftTerm, EvidenceMissing, termProblems } from '../terms/index.ts';
import { findApp } from './find.ts';
import { draftTerm, type newTerm, type TermFacts, type TermGiven, termOf } from './term-input.ts';

/** The terms as they are applied for. Throws the first problem of them. */
export function applicableTerms(given: readonly TermGiven[], approved: readonly Term[]): DraftTerm[] {
  const terms = given.map(draftTerm);
  if (terms.length === 0) return [];
  for (const problem of termProblems(terms, approved)) if (!(problem instanceof EvidenceMissing)) throw problem;
  return terms;
}

/** Throws InputRefused for an app that there is not, what is wrong with the term, ReviewPending. */
export async function createTerm(house: House, { app: text, ...given }: z.output<typeof newTerm>): Promise<TermFacts> {
  const app = await findApp(house, text);
  const draft = await house.store.write(async (tx) => {
    const [term] = applicableTerms([given], await house.terms.approved(app.id, tx));
    await approve(house, tx, app.id, term!);
    return term!;
  });
  return termOf((await house.terms.approved(app.id)).find(({ tag }) => tag === draft.tag)!);
}

async function approve({ reviews, terms, clock }: House, tx: Tx, appId: string, term: DraftTerm): Promise<void> {
  const review = await reviews.submit(tx, { kind: 'terms', subject: appId, parts: [term.tag], by: DESK_ID });
  const decision = { outcome: 'approved', reason: null, leftOut: [], decidedAt: clock.now() } as const;
  tx.put('reviews', { ...review, dueAt: null, decision });
  await terms.apply(tx, appId, review.id, [term]);
  const nothingElse = { ageCheck: false, items: [], reason: '', privacyUrl: null, evidence: null };
  tx.put('applications', { ...nothingElse, id: review.id, appId, kind: 'terms', reviewId: review.id, terms: [term] });
}

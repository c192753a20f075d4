/** Terms that are handed in for review: rows that wait for it, in registration order. Source: guide, 신청 2단계 (1). */
import type { Reviews } from '../reviews/index.ts';
import type { Reader, Term, Tx } from '../store/index.ts';
import type { DraftTerm } from './rules.ts';

/** The terms of an app that are approved or under review: their tags are taken, and they count. */
export async function termsInUse(reviews: Reviews, appId: string, from: Reader): Promise<Term[]> {
  const inUse: Term[] = [];
  for (const term of await from.find('terms', 'app', appId)) {
    const review = await reviews.byId(term.reviewId, from);
    if (review && (!review.decision || (await reviews.grants(term.reviewId, term.tag, from)))) inUse.push(term);
  }
  return inUse;
}

/** Writes terms that keep every rule. What was turned down under the same tag is replaced. */
export function writeTerms(
  tx: Tx,
  now: number,
  appId: string,
  reviewId: string,
  terms: readonly DraftTerm[],
  inUse: readonly Term[],
): void {
  const last = Math.max(0, ...inUse.map(({ order }) => order));
  for (const [at, term] of terms.entries()) {
    const { tag, title, url, required } = trimmed(term);
    tx.put('terms', {
      id: `${appId}:${tag}`,
      appId,
      tag,
      title,
      url,
      required,
      order: last + at + 1,
      reviewId,
      createdAt: now,
      updatedAt: now,
    });
  }
}

/** A term as it is kept: without the blanks around what was typed. */
export function trimmed(term: DraftTerm): DraftTerm {
  const { tag, title, url } = term;
  return { ...term, tag: tag.trim(), title: { ko: title.ko.trim(), en: title.en.trim() }, url: url.trim() };
}

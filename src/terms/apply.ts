/** Terms that are handed in for review: rows that wait for it, in registration order. Source: guide, 신청 2단계 (1). */
import type { Term, Tx } from '../store/index.ts';
import type { DraftTerm } from './rules.ts';

/** Writes terms that keep every rule. What was turned down under the same tag is replaced. */
export function writeTerms(
  tx: Tx,
  now: number,
  appId: string,
  reviewId: string,
  terms: readonly DraftTerm[],
  approved: readonly Term[],
): void {
  const last = Math.max(0, ...approved.map(({ order }) => order));
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

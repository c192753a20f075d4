/**
 * Changing approved terms, which is the customer-service desk's (고객센터) alone: another order at once, another content as a
 * version that waits for its review. Source: guide, 4단계: 약관의 순서 및 내용을 변경하려면, 고객센터로.
 */
import { RuleBroken } from '../rule.ts';
import type { Term, Tx } from '../store/index.ts';
import { contentProblems } from './rules.ts';

/** The app has no approved term with this tag. */
export class UnknownTerm extends RuleBroken {
  readonly code = 'unknown_term';
}

/** An order names every approved term once. `details.tags` are those. */
export class OrderIncomplete extends RuleBroken {
  readonly code = 'order_incomplete';
}

/** It is so already: the term says just that, or the terms stand in this order. */
export class NothingChanged extends RuleBroken {
  readonly code = 'nothing_changed';
}

export type TermChange = Partial<Pick<Term, 'title' | 'url' | 'required'>>;

/** Versions that wait for their review take their new place, too. Throws OrderIncomplete, NothingChanged. */
export async function reorder(tx: Tx, now: number, appId: string, approved: readonly Term[], tags: readonly string[]): Promise<void> {
  const expected = approved.map(({ tag }) => tag);
  if (tags.length !== expected.length || expected.some((tag) => !tags.includes(tag)))
    throw new OrderIncomplete(`expected each of ${expected.join(', ')} once`, { tags: expected });
  if (expected.every((tag, at) => tags[at] === tag)) throw new NothingChanged('the terms stand in this order');
  for (const term of await tx.find('terms', 'app', appId)) {
    if (tags.includes(term.tag)) tx.put('terms', { ...term, order: tags.indexOf(term.tag) + 1, updatedAt: now });
  }
}

/** An approved term as it would be with this change. Throws UnknownTerm, TitleMissing, TermUrlRefused, NothingChanged. */
export function changed(approved: readonly Term[], tag: string, { title, url, required }: TermChange): Term {
  const term = approved.find((each) => each.tag === tag);
  if (!term) throw new UnknownTerm(`no approved term ${tag}`, { tag });
  const titles = title ?? term.title;
  const after = {
    ...term,
    title: { ko: titles.ko.trim(), en: titles.en.trim() },
    url: url?.trim() ?? term.url,
    required: required ?? term.required,
  };
  for (const problem of contentProblems(after, 'term')) throw problem;
  if (after.title.ko === term.title.ko && after.title.en === term.title.en && after.url === term.url && after.required === term.required)
    throw new NothingChanged(`the term ${tag} says so already`, { tag });
  return after;
}

/** Writes a version under its review, beside the approved one, which stays until the review approves. No tag has a blank in it. */
export function propose(tx: Tx, now: number, reviewId: string, version: Term): void {
  tx.put('terms', { ...version, id: `${version.appId}:${version.tag} ${reviewId}`, reviewId, updatedAt: now });
}

/** Of each term the version that was approved last, in the order of the screen. */
export function newestVersions(approved: readonly Term[]): Term[] {
  const newest = new Map<string, Term>();
  for (const term of approved) if ((newest.get(term.tag)?.reviewId ?? '') < term.reviewId) newest.set(term.tag, term);
  return [...newest.values()].sort((a, b) => a.order - b.order);
}

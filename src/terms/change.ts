/** Changing approved terms, which is the customer-service desk's (고객센터) alone. Source: guide, 4단계: 약관의 순서 및 내용을 변경하려면, 고객센터로. */
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

export type TermChange = Partial<Pick<Term, 'title' | 'url' | 'required'>>;

/** Throws OrderIncomplete. */
export function reorder(tx: Tx, now: number, approved: readonly Term[], tags: readonly string[]): void {
  const expected = approved.map(({ tag }) => tag);
  if (tags.length !== expected.length || expected.some((tag) => !tags.includes(tag)))
    throw new OrderIncomplete(`expected each of ${expected.join(', ')} once`, { tags: expected });
  for (const term of approved) tx.put('terms', { ...term, order: tags.indexOf(term.tag) + 1, updatedAt: now });
}

/** Throws UnknownTerm, TitleMissing, TermUrlRefused. */
export function change(tx: Tx, now: number, approved: readonly Term[], tag: string, { title, url, required }: TermChange): Term {
  const term = approved.find((each) => each.tag === tag);
  if (!term) throw new UnknownTerm(`no approved term ${tag}`, { tag });
  const after = { ...term, title: title ?? term.title, url: url?.trim() ?? term.url, required: required ?? term.required, updatedAt: now };
  for (const problem of contentProblems(after, 'term')) throw problem;
  tx.put('terms', after);
  return after;
}

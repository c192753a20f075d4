/** The buttons of 상세 내용 작성 that change the list of terms: 약관 추가, and 위로, 아래로 and 삭제 of each. */
import type { DraftContent } from '../../sync/index.ts';
import { BLANK } from './details-content.ts';

type Terms = DraftContent['terms'];

/** The terms after a press, and the fragment that leads to what has changed. Null for every other button. */
export function pressed(press: string, terms: Terms): { terms: Terms; fragment: string } | null {
  const [, name, number] = /^(up|down|remove)\.(\d+)$/.exec(press) ?? [];
  const at = Number(number);
  if (press === 'add') return { terms: [...terms, BLANK], fragment: `term-${terms.length}` };
  if (name === 'remove') return { terms: terms.filter((_, each) => each !== at), fragment: 'terms' };
  if (name === 'up') return { terms: swapped(terms, at, at - 1), fragment: `term-${Math.max(0, at - 1)}` };
  if (name === 'down') return { terms: swapped(terms, at, at + 1), fragment: `term-${Math.min(terms.length - 1, at + 1)}` };
  return null;
}

function swapped(terms: Terms, one: number, other: number): Terms {
  const [a, b] = [terms[one], terms[other]];
  return a && b ? terms.with(one, b).with(other, a) : terms;
}

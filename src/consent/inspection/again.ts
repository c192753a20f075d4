/** When a row of a consent screen comes once more: asked of the very rules that draw the screen. Source: kakao-api 5.6. */
import { type Ask, ask, type ConsentRequest, type Question, type Situation } from '../ask.ts';
import { foretold, isSame, nameOf, type RowName, rowsOf } from './foretold.ts';

/**
 * `next`: with the same request at the next login. `named`: when a request names it. `beside`: when a request names it beside a
 * required term that is open by then. `unlinked`: once the link has ended.
 */
export type Again = 'next' | 'named' | 'beside' | 'unlinked';

/** Neither moment nor number matters to what is asked. */
const WHENEVER = { now: 0, number: '' };

/** The rows that come with the same request at the next login. */
export function rowsNext(after: Situation, request: ConsentRequest): RowName[] {
  return shownBy(ask(after, request));
}

/** When this row comes again, if it is ticked or left out beside everything that is required. */
export function againOf(situation: Situation, request: ConsentRequest, question: Question, row: RowName, isTicked: boolean): Again {
  const rows = rowsOf(question).filter((each) => (isSame(each, row) ? isTicked : each.required));
  const after = foretold(situation, question, rows, WHENEVER);
  const comes = (asked: Ask) => shownBy(asked).some((each) => isSame(each, row));
  if (comes(ask(after, request))) return 'next';
  if (comes(ask(after, naming([row])))) return 'named';
  const tags = (after.simpleSignup?.terms ?? []).map(({ tag }): RowName => ({ kind: 'term', name: tag }));
  const optional = new Set(after.simpleSignup?.terms.filter(({ required }) => !required).map(({ tag }) => tag));
  const open = { ...after, agreed: new Map([...after.agreed].filter(([tag]) => optional.has(tag) || tag === row.name)) };
  return row.kind === 'term' && comes(ask(open, naming(tags))) ? 'beside' : 'unlinked';
}

/** A request for these rows. */
function naming(rows: readonly RowName[]): ConsentRequest {
  const named = (kind: RowName['kind']) => rows.filter((row) => row.kind === kind).map(({ name }) => name);
  const tags = named('term');
  return { scope: named('item'), serviceTerms: tags.length > 0 ? tags : null, channels: [] };
}

function shownBy(asked: Ask): RowName[] {
  return asked.kind === 'question' ? rowsOf(asked.question).map(nameOf) : [];
}

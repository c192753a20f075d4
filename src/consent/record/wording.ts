/** Rows of the record: what was agreed to, in the words that stood on the screen, kept as text. */
import { consentItem } from '../../apps/index.ts';
import type { Account, App, Channel, ConsentEntry, Link, Term, Tx } from '../../store/index.ts';
import { AGE_CHECK_TAG } from '../../terms/index.ts';
import type { ConsentDeps } from '../deps.ts';
import type { Taken } from '../write-answer.ts';
import { agreementsIn } from './agreements.ts';

export type RecordRow = ConsentEntry['rows'][number];
type Bilingual = Term['title'];

/** What the screen said that is the screen's own; the door knows it. */
export interface Shown {
  language: keyof Bilingual;
  age: Bilingual;
  channel(name: Channel['name']): Bilingual;
}

/** Every row of an answered screen, in its order. */
export function answeredRows({ app, question, answer, shown }: Taken): RecordRow[] {
  return [
    ...question.requiredItems.map((item) => itemRow(app, item.id, item.purpose, true, true)),
    ...question.optionalItems.map((item) => itemRow(app, item.id, item.purpose, false, answer.items.includes(item.id))),
    ...question.terms.map((term) => termRow(term, answer.terms.includes(term.tag))),
    ...(question.ageCheck ? [row('age', AGE_CHECK_TAG, shown.age, { required: true, agreed: answer.age })] : []),
    ...question.channels.map(({ id, name }) => row('channel', id, shown.channel(name), { agreed: answer.channels.includes(id) })),
  ];
}

export function termRow({ tag, title, url, required }: Term, agreed = true): RecordRow {
  return row('term', tag, title, { url, required, agreed });
}

/** What stands of a person in an app, in the words that were agreed to; in today's words where the record does not know. */
export async function standingRows(
  deps: ConsentDeps,
  tx: Tx,
  app: App,
  { accountId, items }: Pick<Link, 'items'> & { accountId: Account['id'] },
): Promise<RecordRow[]> {
  const kept = agreementsIn(await tx.find('consentEntries', 'link', `${app.id}:${accountId}`)).filter(({ ended }) => !ended);
  const known = (isItem: boolean, name: string): RecordRow | undefined =>
    kept.find(({ row: each }) => (each.kind === 'item') === isItem && each.name === name)?.row;
  const terms = await deps.terms.approved(app.id, tx);
  const tags = (await deps.terms.agreements(app.id, accountId, tx)).map(({ tag }) => tag);
  return [
    ...items.map(({ id }) => known(true, id) ?? itemRow(app, id, null, false, true)),
    ...tags.map((tag) => known(false, tag) ?? wordsOf(tag, terms)),
  ];
}

function wordsOf(tag: string, terms: readonly Term[]): RecordRow {
  const term = terms.find((each) => each.tag === tag);
  return term ? termRow(term) : row(tag === AGE_CHECK_TAG ? 'age' : 'term', tag, { ko: tag, en: tag }, {});
}

function itemRow(app: App, id: string, purpose: string | null, required: boolean, agreed: boolean): RecordRow {
  return row('item', id, consentItem(id, app)?.label ?? { ko: id, en: id }, { purpose, required, agreed });
}

function row(kind: RecordRow['kind'], name: string, { ko, en }: Bilingual, more: Partial<RecordRow>): RecordRow {
  return { kind, name, label: { ko, en }, purpose: null, url: null, required: false, agreed: true, ...more };
}

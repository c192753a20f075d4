/** What would stand if rows of a consent screen were agreed to. Nothing is read or written. */
import { AGE_CHECK_TAG } from '../../terms/index.ts';
import type { Answer, Question, Situation } from '../ask.ts';
import { answered } from '../given.ts';

/** A row of the screen: an item by its id, a term or the age check by its tag, a channel by its public id. */
export interface RowName {
  kind: 'item' | 'term' | 'age' | 'channel';
  name: string;
}

export interface QuestionRow extends RowName {
  required: boolean;
}

/** What a first consent would bring: its moment, and the user number. */
export interface ToCome {
  now: number;
  number: string;
}

/** Every row, in the order of the screen. */
export function rowsOf(question: Question): QuestionRow[] {
  const { requiredItems, optionalItems, terms, ageCheck, channels } = question;
  return [
    ...requiredItems.map(({ id }) => ({ kind: 'item', name: id, required: true }) as const),
    ...optionalItems.map(({ id }) => ({ kind: 'item', name: id, required: false }) as const),
    ...terms.map(({ tag, required }) => ({ kind: 'term', name: tag, required }) as const),
    ...(ageCheck ? [{ kind: 'age', name: AGE_CHECK_TAG, required: true } as const] : []),
    ...channels.map(({ id }) => ({ kind: 'channel', name: id, required: false }) as const),
  ];
}

/** The rows that are ticked in an answer, which need not be whole. */
export function tickedRows(question: Question, answer: Answer): QuestionRow[] {
  const names = { item: answer.items, term: answer.terms, age: answer.age ? [AGE_CHECK_TAG] : [], channel: answer.channels };
  return rowsOf(question).filter(({ kind, name, required }) =>
    kind === 'item' && required ? answer.requiredItems : names[kind].includes(name),
  );
}

/** What would stand if these rows were agreed to, and they alone, whatever else is required. */
export function foretold(situation: Situation, question: Question, rows: readonly RowName[], { now, number }: ToCome): Situation {
  const has = (kind: RowName['kind'], name: string) => rows.some((row) => isSame(row, { kind, name }));
  const { app, account, simpleSignup } = situation;
  const agreed: Question = {
    ...question,
    requiredItems: question.requiredItems.filter(({ id }) => has('item', id)),
    ageCheck: question.ageCheck && has('age', AGE_CHECK_TAG),
  };
  const answer: Answer = {
    requiredItems: true,
    items: question.optionalItems.map(({ id }) => id).filter((id) => has('item', id)),
    terms: question.terms.map(({ tag }) => tag).filter((tag) => has('term', tag)),
    age: agreed.ageCheck,
    channels: [],
  };
  const given = { app, account, question: agreed, answer, now, bySync: simpleSignup !== null };
  return answered(situation, given, number);
}

export function isSame(a: RowName, b: RowName): boolean {
  return a.kind === b.kind && a.name === b.name;
}

export function nameOf({ kind, name }: RowName): RowName {
  return { kind, name };
}

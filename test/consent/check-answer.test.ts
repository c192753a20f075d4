/** An answer is held against the question: every required row, and no row that was not there. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { checkAnswer } from '../../src/consent/answer.ts';
import { type Answer, ask, NotOffered, type Question, RequiredDeclined } from '../../src/consent/index.ts';
import { type Differences, request, situation } from './helpers.ts';

const EVERYTHING: Answer = { requiredItems: true, items: ['pic'], terms: ['use', 'news', 'data', 'gift'], age: true, channels: ['_shop'] };
const LEAST: Answer = { requiredItems: true, items: [], terms: ['use', 'data'], age: true, channels: [] };
const NOTHING: Answer = { requiredItems: false, items: [], terms: [], age: false, channels: [] };

const missing = [
  { answer: { ...LEAST, requiredItems: false }, rows: ['items'] },
  { answer: { ...LEAST, terms: ['use'] }, rows: ['data'] },
  { answer: { ...EVERYTHING, terms: ['news', 'gift'] }, rows: ['use', 'data'] },
  { answer: { ...EVERYTHING, age: false }, rows: ['age'] },
  { answer: NOTHING, rows: ['items', 'use', 'data', 'age'] },
];

const foreign: { row: string; answer: Answer; of?: Differences }[] = [
  { row: 'an item that is required, by its own name', answer: { ...LEAST, items: ['nick'] } },
  { row: 'an in-use item that was not asked for', answer: { ...LEAST, items: ['pals'] } },
  { row: 'an item of no app', answer: { ...LEAST, items: ['typo'] } },
  { row: 'a term of no app', answer: { ...LEAST, terms: ['use', 'data', 'typo'] } },
  { row: 'the age check as a term', answer: { ...LEAST, terms: ['use', 'data', 'user_age_check'] } },
  { row: 'another channel', answer: { ...LEAST, channels: ['_other'] } },
  { row: 'the channel, by a person without KakaoTalk', answer: EVERYTHING, of: { hasTalk: false } },
  { row: 'the age row where there is none', answer: LEAST, of: { ageCheck: false } },
  { row: 'a foreign item where required rows are missing too', answer: { ...NOTHING, items: ['typo'] } },
];

describe('consent · an answer held against the question', () => {
  for (const answer of [EVERYTHING, LEAST]) {
    it(`takes ${answer === LEAST ? 'the required rows alone' : 'every row'}`, () => {
      checkAnswer(questionFor({}), answer);
    });
  }

  for (const { answer, rows } of missing) {
    it(`misses ${rows.join(', ')}`, () => {
      assert.throws(
        () => checkAnswer(questionFor({}), answer),
        (error) => error instanceof RequiredDeclined && assert.deepEqual(error.missing, rows) === undefined,
      );
    });
  }

  for (const { row, answer, of = {} } of foreign) {
    it(`refuses ${row}`, () => {
      assert.throws(() => checkAnswer(questionFor(of), answer), NotOffered);
    });
  }

  it('asks for no box of required items where there are none', () => {
    checkAnswer(questionFor({ items: [] }), { ...LEAST, requiredItems: false });
  });
});

const optional = (row: string) => ['pic', 'news', 'gift', '_shop'].includes(row);
const required = ['items', 'use', 'data', 'age'];
const anyRow = [...required, 'pic', 'news', 'gift', '_shop', 'typo', 'pals'];

describe('consent · any set of ticks', () => {
  it('is taken if, and only if, all required rows are in it and no foreign one', () => {
    fc.assert(
      fc.property(fc.subarray(anyRow), (ticked) => {
        const isRight = required.every((row) => ticked.includes(row)) && ticked.every((row) => required.includes(row) || optional(row));
        const attempt = () => checkAnswer(questionFor({}), answerOf(ticked));
        if (isRight) attempt();
        else assert.throws(attempt, ticked.some((row) => row === 'typo' || row === 'pals') ? NotOffered : RequiredDeclined);
      }),
      { numRuns: 300 },
    );
  });
});

function questionFor(of: Differences): Question {
  const asked = ask(situation(of), request());
  assert.ok(asked.kind === 'question');
  return asked.question;
}

function answerOf(ticked: readonly string[]): Answer {
  const those = (...rows: string[]) => ticked.filter((row) => rows.includes(row));
  const items = those('pic', 'pals');
  return {
    requiredItems: ticked.includes('items'),
    items,
    terms: those('use', 'news', 'data', 'gift', 'typo'),
    age: ticked.includes('age'),
    channels: those('_shop'),
  };
}

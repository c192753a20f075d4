/** Questions that go together: each that goes alone wakes the database, and its answer wakes us, whatever else there is to do. */
import type { QueryResult } from 'pg';
import { keyOf, type Query } from './read.ts';

/** An idle event loop has turned so often at once; of a busy one, more is asked by then. */
const TURNS = 4;
const LONGEST_MS = 4;

interface Gathered {
  readonly sent: Promise<void>;
  readonly answers: Map<string, Promise<QueryResult>>;
}

/** The same answers, to what is asked within a moment in one go. Who asks what somebody else has asked there shares the answer. */
export function gather(query: Query): Query {
  let open: Gathered | undefined;
  const begin = (): Gathered => ({
    sent: new Promise((sent) =>
      afterAWhile(() => {
        open = undefined;
        sent();
      }),
    ),
    answers: new Map(),
  });
  return (question) => {
    const { sent, answers } = (open ??= begin());
    const key = keyOf(question);
    const answer = answers.get(key) ?? sent.then(() => query(question));
    answers.set(key, answer);
    return answer;
  };
}

function afterAWhile(then: () => void): void {
  const began = performance.now();
  let left = TURNS;
  const turn = (): void => {
    left -= 1;
    if (left === 0 || performance.now() - began > LONGEST_MS) then();
    else setImmediate(turn);
  };
  setImmediate(turn);
}

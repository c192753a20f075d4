/** A receiver of which a tenth of the answers is spoiled, at random. Source: security 3.3, F16. */
import { randomInt } from 'node:crypto';
import { answers } from '../../helpers/receiver.ts';
import { type Behaviour, ok, type Recorder } from '../../helpers/recorder.ts';

/** The receiver takes it and we never hear of that: what may come twice. */
const ANSWER_LOST: Behaviour = { takes: true, answer: answers.resetBeforeStatus() };
/** A tenth of all answers is one of these. */
const SPOILED: readonly Behaviour[] = [
  ...[500, 502, 503, 429, 302].map((code): Behaviour => ({ takes: false, answer: answers.status(code) })),
  { takes: false, answer: answers.hang() },
  { takes: false, answer: answers.drip() },
  { takes: false, answer: answers.resetBeforeStatus() },
  ANSWER_LOST,
  { takes: true, answer: answers.resetAfterStatus() },
];

/** From now on it behaves so. Returns the way to ask how many it took without our hearing of it, so far. */
export function spoilTenth(recorder: Recorder): () => number {
  let lost = 0;
  recorder.behave(() => {
    const behaviour = randomInt(10) === 0 ? SPOILED[randomInt(SPOILED.length)]! : ok;
    if (behaviour === ANSWER_LOST) lost += 1;
    return behaviour;
  });
  return () => lost;
}

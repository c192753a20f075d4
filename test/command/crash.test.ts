/**
 * kill -9 in the middle of many sign-ups, again and again on one folder: what was acknowledged is there afterwards, wholly,
 * and its callbacks are sent. KAKAO_SYNC_TEST_PROGRAM_ROUNDS says how often (`npm run test:crash` does it for long).
 */
import assert from 'node:assert/strict';
import { randomInt } from 'node:crypto';
import { join } from 'node:path';
import { answers, openReceiver, type Receiver } from '../helpers/receiver.ts';
import { callbacksArrive } from './callbacks.ts';
import { type Facts, PATIENCE, type Program, useRoom } from './program.ts';
import { findWhole, type Person, signUp, writeWorld } from './sign-up.ts';

const ROUNDS = Number(process.env.KAKAO_SYNC_TEST_PROGRAM_ROUNDS ?? 3);
const AT_ONCE = 8;
const PEOPLE_A_ROUND = 30;

describe('the command · kill -9', () => {
  const room = useRoom();
  let receiver: Receiver;
  beforeEach(async () => void (receiver = await openReceiver()));
  afterEach(() => receiver.close());

  it(`10 · loses nothing that it acknowledged, ${ROUNDS} times`, async () => {
    const people = Array.from({ length: ROUNDS * PEOPLE_A_ROUND }, (_, i): Person => ({ email: `person-${i}@example.com` }));
    writeWorld(join(room.folder, 'world.json'), people, receiver.url);
    const start = () => room.start(['--port', '0', '--json', '--no-partner', '--seed', 'world.json']);
    const begun: Person[] = [];

    for (let round = 0; round < ROUNDS; round += 1) {
      const signingUp = people.slice(round * PEOPLE_A_ROUND, (round + 1) * PEOPLE_A_ROUND);
      // Nobody answers before the kill, so that every callback is still on its way.
      receiver.answer(answers.hang());
      const killed = start();
      const now = await signUpUntilKilled(killed, await killed.facts(), signingUp);
      const told = now.filter(({ code }) => code !== undefined);
      assert.ok(told.length > 0);
      begun.push(...now);

      receiver.answer(answers.status(200));
      const arrivedBefore = receiver.received.length;
      const restarted = start();
      const facts = await restarted.facts();
      const numbers = new Map<Person, string>();
      for (const person of round === ROUNDS - 1 ? begun : now) {
        const number = await findWhole(facts, person);
        if (number) numbers.set(person, number);
      }
      assert.deepEqual(
        told.filter((person) => !numbers.has(person)),
        [],
      );
      assert.equal(new Set(numbers.values()).size, numbers.size, 'every number is one person’s');
      await callbacksArrive(receiver, [...numbers.values()]);
      assert.ok(receiver.received.length > arrivedBefore, 'what was pending is sent after the restart');
      const { code, stderr } = await restarted.end('SIGTERM');
      assert.deepEqual([code, stderr], [0, '']);
    }
  }).timeout(PATIENCE + ROUNDS * 20_000);
});

/** Signs people up side by side and kills the program at a random step after some of them were told. Returns those who had begun. */
async function signUpUntilKilled(program: Program, facts: Facts, people: readonly Person[]): Promise<Person[]> {
  const enough = randomInt(1, people.length / 2);
  let stepsLeft = randomInt(0, 3 * AT_ONCE);
  let isKilled = false;
  const step = (): void => {
    if (people.filter(({ code }) => code).length < enough || stepsLeft-- > 0) return;
    isKilled = true;
    void program.end('SIGKILL');
  };
  const waiting = [...people];
  const signUpInTurn = async (): Promise<void> => {
    for (let person = waiting.shift(); person && !isKilled; person = waiting.shift()) {
      await signUp(facts, person, step).catch((error: unknown) => {
        if (!isKilled) throw error;
      });
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, signUpInTurn));
  assert.deepEqual(await program.ended.then(({ signal, stderr }) => [signal, stderr]), ['SIGKILL', '']);
  return people.filter((person) => !waiting.includes(person));
}

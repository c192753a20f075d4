/** People who sign up side by side for as long as they are let, and what they were told. */
import assert from 'node:assert/strict';
import { setTimeout as pause } from 'node:timers/promises';
import type { Facts } from '../program.ts';
import { findWhole, type Person, signUp } from '../sign-up.ts';

export interface Crowd {
  readonly people: readonly Person[];
  /**
   * Signs one after the other up, so many at once, until `stop`. When the connection of somebody breaks on the way, what they were told
   * until then is looked for at once, wherever the next request goes.
   */
  signUp(facts: Facts, atOnce: number): Promise<void>;
  /** Resolves after so many further answers. */
  steps(count: number): Promise<void>;
  /** Resolves after so many further troubles. */
  troubled(count: number): Promise<void>;
  stop(): void;
  /** The connections that broke, and the answers that said so. */
  troubles(): readonly string[];
  /** The user numbers of all who had begun: who was told anything is there, and wholly; every number is one person's. */
  findAll(facts: Facts): Promise<ReadonlyMap<Person, string>>;
}

export function openCrowd(size: number): Crowd {
  const people = Array.from({ length: size }, (_, i): Person => ({ email: `person-${i}@example.com` }));
  const waiting = [...people];
  const troubles: string[] = [];
  let isOver = false;
  let answers = 0;
  const watchers = new Set<() => void>();
  const look = (): void => {
    for (const watcher of watchers) watcher();
  };
  const until = (isSo: () => boolean): Promise<void> =>
    new Promise((resolve) => {
      const watcher = (): void => {
        if (!isSo()) return;
        watchers.delete(watcher);
        resolve();
      };
      watchers.add(watcher);
    });
  const step = (): void => {
    answers += 1;
    look();
  };
  const signUpInTurn = async (facts: Facts): Promise<void> => {
    for (let person = waiting.shift(); person; person = isOver ? undefined : waiting.shift()) {
      try {
        await signUp(facts, person, step);
      } catch (error) {
        wasCut(error);
        await findAtLast(facts, person);
      }
    }
  };
  /** As soon as somebody answers. */
  const findAtLast = async (facts: Facts, person: Person): Promise<string | undefined> => {
    for (;;) {
      try {
        return await findWhole(facts, person);
      } catch (error) {
        wasCut(error);
        if (isOver) return undefined;
        await pause(AGAIN_MS);
      }
    }
  };
  /** A connection broke, or the answer was that there is none now. What is wrong with an answer is thrown on. */
  const wasCut = (error: unknown): void => {
    if (error instanceof assert.AssertionError) throw error;
    troubles.push(String(error));
    look();
  };

  return {
    people,
    async signUp(facts, atOnce) {
      await Promise.all(Array.from({ length: atOnce }, () => signUpInTurn(facts)));
    },
    steps(count) {
      const enough = answers + count;
      return until(() => answers >= enough);
    },
    troubled(count) {
      const enough = troubles.length + count;
      return until(() => troubles.length >= enough);
    },
    stop: () => (isOver = true),
    troubles: () => troubles,
    async findAll(facts) {
      const numbers = new Map<Person, string>();
      const begun = people.filter((person) => !waiting.includes(person));
      const told = begun.filter(({ code }) => code !== undefined);
      for (let at = 0; at < begun.length; at += FOUND_AT_ONCE) {
        const found = begun.slice(at, at + FOUND_AT_ONCE).map(async (person) => {
          const number = await findWhole(facts, person);
          if (number) numbers.set(person, number);
        });
        await Promise.all(found);
      }
      assert.deepEqual(
        told.filter((person) => !numbers.has(person)),
        [],
        'told, and lost',
      );
      assert.equal(new Set(numbers.values()).size, numbers.size, 'every number is one person’s');
      return numbers;
    },
  };
}

const FOUND_AT_ONCE = 8;
const AGAIN_MS = 20;

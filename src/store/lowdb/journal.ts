/** The journal being written: callers share a write and a sync of the disk (a round), and each waits for its own round. */
import { rm } from 'node:fs/promises';
import { setImmediate } from 'node:timers/promises';
import { DataNotStored } from '../errors.ts';
import type { Step } from './disk.ts';
import { journalPath } from './files.ts';
import { beginJournal, type JournalFile } from './journal-file.ts';

export interface Journal {
  /**
   * Writes encoded changes down; resolves when they are on the disk. If they cannot be, `undo` is called (after those
   * of all later changes) and it rejects with DataNotStored, as does everything from then on.
   */
  append(changes: readonly string[], undo: () => void): Promise<void>;
  /** Resolves when everything appended so far is on the disk. Rejects with DataNotStored. */
  settled(): Promise<void>;
  /** What is on the disk and in no document yet, in bytes. */
  bytes(): number;
  /** Goes on in a journal of the next generation; resolves with it. When that fails it goes on in the old one. */
  rotate(): Promise<number>;
  /** Removes the journals before a generation: the documents hold what was in them. */
  drop(before: number): Promise<void>;
  /** Ends, once settled; a journal without units of work is removed. */
  end(): Promise<void>;
}

/**
 * @param current the journal to go on with
 * @param sealed the older ones that are in no document yet, as generation and bytes
 */
export function createJournal(folder: string, current: JournalFile, sealed: Map<number, number>, step: Step): Journal {
  let next = newRound();
  let flying: Round | undefined;
  let rotation: PromiseWithResolvers<number> | undefined;
  let failure: DataNotStored | undefined;
  let awake = false;

  const wake = (): void => {
    if (awake) return;
    awake = true;
    void run();
  };
  const run = async (): Promise<void> => {
    while (rotation || next.changes.length > 0) await (rotation ? turnOver(rotation) : fly());
    awake = false;
  };
  const fly = async (): Promise<void> => {
    await setImmediate(); // let those who were just told write again: more of them share the round
    const round = next;
    flying = round;
    next = newRound();
    try {
      await current.add(round.changes);
      round.done.resolve();
    } catch (error) {
      await fail(error, round);
    }
    flying = undefined;
  };
  const fail = async (error: unknown, round: Round): Promise<void> => {
    failure = new DataNotStored(folder, error);
    // Memory goes back to what the disk holds before anybody can read on.
    for (const undo of [...round.undos, ...next.undos].reverse()) undo();
    const lost = [round, next];
    next = newRound();
    await current.cut().catch(() => undefined); // the disk is failing; the caller hears of the first failure
    for (const { done, changes } of lost) if (changes.length > 0) done.reject(failure);
    // A further journal would seal this one, whose end is now uncertain.
    rotation?.reject(failure);
    rotation = undefined;
  };
  const turnOver = async (asked: PromiseWithResolvers<number>): Promise<void> => {
    rotation = undefined;
    try {
      const full = current;
      current = await beginJournal(folder, full.generation + 1, step);
      sealed.set(full.generation, full.bytes());
      await full.close();
      asked.resolve(current.generation);
    } catch (error) {
      asked.reject(error);
    }
  };

  return {
    append(changes, undo) {
      if (failure) {
        undo();
        return Promise.reject(failure);
      }
      const round = next;
      round.changes.push(changes);
      round.undos.push(undo);
      wake();
      return round.done.promise;
    },
    async settled() {
      if (failure) throw failure;
      await (next.changes.length > 0 ? next : flying)?.done.promise;
    },
    bytes: () => [...sealed.values()].reduce((sum, bytes) => sum + bytes, current.bytes()),
    rotate() {
      if (failure) return Promise.reject(failure);
      const asked = Promise.withResolvers<number>();
      rotation = asked;
      wake();
      return asked.promise;
    },
    async drop(before) {
      for (const generation of [...sealed.keys()].filter((one) => one < before)) {
        await step('journal:remove', 0);
        await rm(journalPath(folder, generation), { force: true });
        sealed.delete(generation);
      }
    },
    async end() {
      await current.close();
      if (sealed.size === 0 && current.bytes() === 0) await rm(journalPath(folder, current.generation), { force: true });
    },
  };
}

/** Units of work that reach the disk together. */
interface Round {
  readonly changes: (readonly string[])[];
  readonly undos: (() => void)[];
  readonly done: PromiseWithResolvers<void>;
}

function newRound(): Round {
  return { changes: [], undos: [], done: Promise.withResolvers<void>() };
}

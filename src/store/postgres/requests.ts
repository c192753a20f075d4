/** What requests have read: each is told again what it was told, until this instance hears of a write, and no longer than it lasts. */
import { AsyncLocalStorage } from 'node:async_hooks';
import type { TableName } from '../schema.ts';
import type { ReadMemory } from '../store.ts';
import { type Answers, keptAnswers } from './answers.ts';
import type { LooseReader } from './read.ts';

export interface Requests extends ReadMemory {
  /** The memory of the request that asks; where none does, the reader itself. */
  reader(): LooseReader;
  /** These tables were written: no request is told of them what it was told before, and the one that wrote of none. */
  written(tables: ReadonlySet<TableName>): void;
}

export function createRequests(plain: LooseReader): Requests {
  const running = new AsyncLocalStorage<Answers | undefined>();
  const open = new Set<Answers>();
  const current = (): Answers | undefined => {
    const answers = running.getStore();
    // What a request has begun may outlive it, like a timer.
    return answers && open.has(answers) ? answers : undefined;
  };
  return {
    reader: () => current() ?? plain,
    written(tables) {
      current()?.forget();
      for (const answers of open) for (const table of tables) answers.forget(table);
    },
    async during(work) {
      if (current()) return work();
      const answers = keptAnswers(plain);
      open.add(answers);
      try {
        return await running.run(answers, work);
      } finally {
        open.delete(answers);
      }
    },
    without: (work) => running.run(undefined, work),
  };
}

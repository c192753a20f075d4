/** What requests have read: each is told again what it was told, until this instance hears of a write, and no longer than it lasts. */
import { AsyncLocalStorage } from 'node:async_hooks';
import type { TableName } from '../schema.ts';
import type { ReadMemory } from '../store.ts';
import { type Answers, keptAnswers } from './answers.ts';
import { type Editions, editionsNow, isCounted, type Numbers } from './editions.ts';
import { asking, type LooseReader, type Query, readerOf } from './read.ts';

export interface Requests extends ReadMemory {
  /** The memory of the request that asks; where none does, the store itself. */
  reader(): LooseReader;
  /** These tables were written: no request is told of them what it was told before. */
  written(tables: ReadonlySet<TableName>): void;
  /** A unit of work of the request that runs has read these: it knows of them by now what it was not told before. */
  read(tables: ReadonlySet<TableName>): void;
}

interface Memory extends Pick<Answers, 'forget'> {
  readonly reader: LooseReader;
}

export function createRequests(query: Query, editions: Editions): Requests {
  const plain = readerOf(asking(query));
  const running = new AsyncLocalStorage<Memory | undefined>();
  const open = new Set<Memory>();
  const current = (): Memory | undefined => {
    const memory = running.getStore();
    // What a request has begun may outlive it, like a timer.
    return memory && open.has(memory) ? memory : undefined;
  };
  return {
    reader: () => current()?.reader ?? plain,
    written(tables) {
      for (const memory of open) tables.forEach(memory.forget);
    },
    read: (tables) => tables.forEach((table) => current()?.forget(table)),
    async during(work) {
      if (current()) return work();
      const memory = memoryOf(query, editions);
      open.add(memory);
      try {
        return await running.run(memory, work);
      } finally {
        open.delete(memory);
      }
    },
    without: (work) => running.run(undefined, work),
  };
}

function memoryOf(query: Query, editions: Editions): Memory {
  let numbers: Promise<Numbers> | undefined;
  const edition = async (table: TableName): Promise<number | undefined> => {
    const asked = (numbers ??= editionsNow(query));
    try {
      return (await asked).get(table);
    } catch (error) {
      if (numbers === asked) numbers = undefined;
      throw error;
    }
  };
  const answers = keptAnswers(editions.asking(query, { edition, mayBeNewer: true }));
  return {
    reader: readerOf(answers.ask),
    forget(table) {
      answers.forget(table);
      if (isCounted(table)) numbers = undefined;
    },
  };
}

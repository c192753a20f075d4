/** The fold: the documents are written anew from memory, and the journals that led there are dropped. */
import type { Low } from 'lowdb';
import type { Document, DocumentAdapter } from './document.ts';
import type { Journal } from './journal.ts';

/** So many times as long as the documents the journal becomes. */
const TIMES = 2;

export interface Folder {
  /** Begins a fold when the journal has outgrown the documents. Units of work go on meanwhile. */
  whenDue(): void;
  /** Ends the fold under way, and folds in what is left. */
  finish(): Promise<void>;
}

/**
 * A fold costs as much as the documents are long and waits for a journal of twice that length: so a write costs the same
 * however many rows there are, and what a process that is killed leaves is at most three times as long. One that fails loses
 * nothing (the journals stay) and is tried again later.
 * @param atLeast bytes of journal below which no fold is worth it
 */
export function createFolder(
  documents: readonly Low<Document>[],
  journal: Journal,
  atLeast: number,
  warn: (message: string) => void,
): Folder {
  let running: Promise<void> | undefined;
  let failedAt = 0;

  const due = (): boolean => {
    const documentBytes = documents.reduce((sum, { adapter }) => sum + (adapter as DocumentAdapter).bytes(), 0);
    return journal.bytes() - failedAt > Math.max(atLeast, TIMES * documentBytes);
  };
  const fold = async (): Promise<void> => {
    try {
      const generation = await journal.rotate();
      for (const document of documents) {
        document.data.generation = generation;
        await document.write();
      }
      await journal.drop(generation);
      failedAt = 0;
    } catch (error) {
      failedAt = journal.bytes();
      warn(`the journal could not be folded in, it is kept: ${(error as Error).message}`);
    }
  };

  return {
    whenDue() {
      if (running || !due()) return;
      running = fold().finally(() => (running = undefined));
    },
    async finish() {
      await running;
      if (journal.bytes() > 0) await fold();
    },
  };
}

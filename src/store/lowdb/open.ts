/**
 * The engine `lowdb`: all rows in memory and in readable JSON, with a journal in between so that a write costs a line.
 * A unit of work shows in memory at once; its caller hears of it when its line is on the disk.
 */
import { accessSync, constants, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Low } from 'lowdb';
import { DataFolderUnusable, DataNotStored } from '../errors.ts';
import { createEngine, type Engine } from '../memory/engine.ts';
import type { EmbeddedStore } from '../memory/open.ts';
import { startSweeper, type Sweeper } from '../memory/sweep.ts';
import { createTables, only } from '../memory/table.ts';
import type { Step } from './disk.ts';
import { documentAdapter, type Document } from './document.ts';
import { DOCUMENTS, isTemporary, journalGeneration } from './files.ts';
import { createFolder, type Folder } from './fold.ts';
import { beginJournal, resumeJournal } from './journal-file.ts';
import { createJournal, type Journal } from './journal.ts';
import { encodeChanges } from './line.ts';
import { lockFolder } from './lock.ts';
import { recover } from './recover.ts';

const MEGABYTE = 1024 * 1024;

export interface LowdbOptions {
  /** Where the files are; it is made when it is not there. */
  readonly folder: string;
  /** House time, by which short-lived rows end. */
  readonly now: () => number;
  /** Bytes of journal from which on it is folded into the documents (or twice their length, if that is more). */
  readonly foldAt?: number;
  /** Told what does no harm yet but should be looked at; without it, a warning of the process. */
  readonly warn?: (message: string) => void;
  /** Told of each step on the disk, for tests. */
  readonly step?: Step;
}

/**
 * Opens the store of a data folder, for this process alone.
 * Throws DataFolderUnusable, DataFolderInUse, and DataFileRefused, which leaves the files as they are.
 */
export async function openLowdb(options: LowdbOptions): Promise<EmbeddedStore> {
  const folder = resolve(options.folder);
  makeFolder(folder);
  const release = lockFolder(folder);
  try {
    return await openFolder(folder, options, release);
  } catch (error) {
    release();
    // A full disk, say; what the engine itself refuses has its own name.
    if (error instanceof Error && 'syscall' in error) throw new DataFolderUnusable(folder, error.message);
    throw error;
  }
}

async function openFolder(folder: string, options: LowdbOptions, release: () => void): Promise<EmbeddedStore> {
  const { now, foldAt = 4 * MEGABYTE, warn = (message) => process.emitWarning(message), step = () => undefined } = options;
  let journal: Journal;
  const tables = createTables();
  const documents = DOCUMENTS.map(({ name, tables: names }) => {
    const own = only(tables, names);
    const adapter = documentAdapter({ file: join(folder, name), tables: own, now, settled: () => journal.settled(), step });
    return new Low<Document>(adapter, { generation: 1, tables: own });
  });

  const { generation, tail, sealed } = await recover(folder, documents, tables);
  removeLeftovers(folder, Math.min(...documents.map((document) => document.data.generation)));
  const current = tail ? await resumeJournal(folder, generation, tail, step) : await beginJournal(folder, generation, step);
  journal = createJournal(folder, current, sealed, step);

  const fold = createFolder(documents, journal, foldAt, warn);
  const engine = createEngine(tables, (changes, undo) => {
    // Nothing to write, but what was read, and is answered with, must be stored.
    if (changes.length === 0) return journal.settled();
    const kept = journal.append(encodeChanges(changes), undo);
    fold.whenDue();
    return kept;
  });
  const sweeper = startSweeper(tables, engine, now);
  let closing: Promise<void> | undefined;
  const { get, find, write, watch } = engine;
  const close = (): Promise<void> => (closing ??= closeAll(sweeper, engine, journal, fold).finally(release));
  return { get, find, write, watch, sweep: sweeper.sweep, close };
}

async function closeAll(sweeper: Sweeper, engine: Engine, journal: Journal, fold: Folder): Promise<void> {
  sweeper.stop();
  await engine.drain();
  try {
    await journal.settled();
    await fold.finish();
  } catch (error) {
    if (!(error instanceof DataNotStored)) throw error; // those whose write was not stored were told
  }
  await journal.end();
}

function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    if (!statSync(folder).isDirectory()) throw new Error('it is a file');
    accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    const isFile = code === 'EEXIST' || code === 'ENOTDIR';
    throw new DataFolderUnusable(folder, isFile ? 'it, or a part of its path, is a file' : message);
  }
}

/** What a process that died left: half a document, and journals that the documents hold already. */
function removeLeftovers(folder: string, oldest: number): void {
  for (const name of readdirSync(folder)) {
    if (isTemporary(name) || (journalGeneration(name) ?? oldest) < oldest) rmSync(join(folder, name));
  }
}

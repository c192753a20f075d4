/**
 * One process for each data folder. Whoever comes puts down a numbered lock file, one above the highest there is, and
 * gives way when any other lock in the folder is of a process that lives. Two that come at the same time want the same
 * number, and only one gets it; a lock that was left behind is never removed before its successor stands.
 */
import { linkSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { randomUUID } from 'node:crypto';
import { DataFolderInUse, DataFolderUnusable } from '../errors.ts';
import { isObject } from './files.ts';
import { processStart } from './process-start.ts';

const NAME = /^lock-(\d+)\.json$/;
const isTemporary = (name: string): boolean => /^lock-.+\.tmp$/.test(name);
const held = new Set<string>();

interface Lock {
  readonly file: string;
  readonly number: number;
  readonly pid: number;
  readonly host: string;
  /** When that process started, in the words of its system, or null where that is not told. */
  readonly started: string | null;
}

/**
 * Takes the folder for this process. Returns the way to give it back, which also happens on exit.
 * Throws DataFolderInUse when another one, or this very process, has it, DataFolderUnusable when it cannot be written.
 */
export function lockFolder(folder: string): () => void {
  for (;;) {
    const locks = readLocks(folder);
    refuseIfHeld(folder, locks);
    const number = Math.max(0, ...locks.map((lock) => lock.number)) + 1;
    const file = join(folder, `lock-${number}.json`);
    if (!putDown(folder, file)) continue; // somebody was faster: look again
    try {
      const others = readLocks(folder).filter((lock) => lock.file !== file);
      refuseIfHeld(folder, others);
      for (const other of others) rmSync(other.file, { force: true });
      for (const name of readdirSync(folder).filter(isTemporary)) rmSync(join(folder, name), { force: true });
    } catch (error) {
      rmSync(file, { force: true });
      throw error;
    }
    if (held.size === 0) process.on('exit', releaseAll);
    held.add(file);
    return () => release(file);
  }
}

function readLocks(folder: string): Lock[] {
  return readdirSync(folder).flatMap((name): Lock[] => {
    const number = Number(NAME.exec(name)?.[1] ?? NaN);
    if (Number.isNaN(number)) return [];
    const file = join(folder, name);
    try {
      const value: unknown = JSON.parse(readFileSync(file, 'utf8'));
      const { pid, host, started } = isObject(value) ? value : {};
      return [{ file, number, pid: Number(pid), host: String(host), started: typeof started === 'string' ? started : null }];
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return []; // just given back
      return [{ file, number, pid: NaN, host: hostname(), started: null }]; // emptied by a power cut: nobody's
    }
  });
}

function refuseIfHeld(folder: string, locks: readonly Lock[]): void {
  for (const { file, pid, host, started } of locks) {
    if (host !== hostname()) {
      throw new DataFolderInUse(folder, { pid, host }, `stop it, or use --data OTHER; if it is gone, remove ${file}`);
    }
    if (processStart(pid) === undefined) continue;
    // The number of a dead process may have gone to a new one.
    if (started !== null && processStart(pid) !== started) continue;
    throw new DataFolderInUse(folder, { pid, host }, 'stop it, or use another folder with --data OTHER');
  }
}

/** Makes the lock file appear with its content in one step. Returns false when somebody else was faster. */
function putDown(folder: string, file: string): boolean {
  const temporary = join(folder, `lock-${randomUUID()}.tmp`);
  const lock = { pid: process.pid, host: hostname(), started: processStart(process.pid) };
  try {
    writeFileSync(temporary, `${JSON.stringify(lock)}\n`, { flag: 'wx', mode: 0o600 });
  } catch (error) {
    throw new DataFolderUnusable(folder, (error as Error).message);
  }
  try {
    linkSync(temporary, file);
    return true;
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    // The name is taken, or the one who took it has tidied up our temporary file.
    if (code === 'EEXIST' || code === 'ENOENT') return false;
    throw new DataFolderUnusable(folder, message);
  } finally {
    rmSync(temporary, { force: true });
  }
}

function release(file: string): void {
  if (!held.delete(file)) return;
  rmSync(file, { force: true });
  if (held.size === 0) process.off('exit', releaseAll);
}

function releaseAll(): void {
  for (const file of held) rmSync(file, { force: true });
}

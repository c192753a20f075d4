/** The few things the engine asks of the disk, each announced by name. */
import { readFile, type FileHandle } from 'node:fs/promises';
import { DataFileRefused } from '../errors.ts';
import { syncNames } from '../sync-names.ts';

export type StepName =
  | 'journal:create'
  | 'journal:write'
  | 'journal:sync'
  | 'journal:remove'
  | 'document:create'
  | 'document:write'
  | 'document:sync'
  | 'document:replace'
  | 'folder:sync';

/** Told before each step on the disk, with the bytes it will write. What it throws counts as the failure of that step. */
export type Step = (name: StepName, bytes: number) => void | Promise<void>;

/** Writes all of the text at the end of the file. Resolves with the number of bytes. */
export async function writeAll(handle: FileHandle, text: string, name: StepName, step: Step): Promise<number> {
  const bytes = Buffer.from(text);
  await step(name, bytes.length);
  for (let at = 0; at < bytes.length;) at += (await handle.write(bytes, at)).bytesWritten;
  return bytes.length;
}

/** Makes the names in a folder (created, renamed, removed files) survive a power cut, where the system can. */
export async function syncFolder(folder: string, step: Step): Promise<void> {
  await step('folder:sync', 0);
  await syncNames(folder);
}

/** The bytes of a data file, or undefined when there is none. Throws DataFileRefused when it cannot be read. */
export async function readBytes(file: string): Promise<Buffer | undefined> {
  try {
    return await readFile(file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw new DataFileRefused(file, `it cannot be read (${(error as Error).message})`);
  }
}

/** The JSON in the bytes. Throws DataFileRefused, naming `where` in the file, when they hold something else. */
export function parseJson(file: string, bytes: Uint8Array, where = ''): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch (error) {
    throw new DataFileRefused(file, `${where}it is not JSON (${(error as Error).message})`);
  }
}

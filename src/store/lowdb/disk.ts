/** The few things the engine asks of the disk, each announced by name. */
import { readdirSync } from 'node:fs';
import { open, type FileHandle } from 'node:fs/promises';
import { DataFileRefused } from '../errors.ts';
import { syncNames } from '../sync-names.ts';

const CHUNK = 1024 * 1024;
const UTF8 = new TextDecoder('utf-8', { fatal: true });

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

/** Writes all of the text, or bytes, at the end of the file. Resolves with the number of bytes. */
export async function writeAll(handle: FileHandle, content: string | Buffer, name: StepName, step: Step): Promise<number> {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content;
  await step(name, bytes.length);
  for (let at = 0; at < bytes.length;) at += (await handle.write(bytes, at)).bytesWritten;
  return bytes.length;
}

/** Makes the names in a folder (created, renamed, removed files) survive a power cut, where the system can. */
export async function syncFolder(folder: string, step: Step): Promise<void> {
  await step('folder:sync', 0);
  await syncNames(folder);
}

/** Where data files are read from. */
export interface Source {
  /** The names of what there is, journals at least. */
  names(): readonly string[];
  /**
   * Reads a file, so many bytes at a time; `take` must not keep them. Resolves with its length, or undefined when there is
   * none. Throws DataFileRefused when it cannot be read, and what `take` throws.
   */
  read(file: string, take: (chunk: Buffer) => void): Promise<number | undefined>;
}

/** A folder that nobody else changes. */
export function sourceOf(folder: string): Source {
  return {
    names: () => readdirSync(folder),
    async read(file, take) {
      const handle = await openFile(file);
      if (!handle) return undefined;
      try {
        return await readOpen(file, handle, take);
      } finally {
        await handle.close();
      }
    },
  };
}

/** A file to read, or undefined when there is none. Throws DataFileRefused. */
export async function openFile(file: string): Promise<FileHandle | undefined> {
  return open(file).catch((error: NodeJS.ErrnoException) => (error.code === 'ENOENT' ? undefined : refuse(file, error)));
}

/** Reads a file from its beginning, as `Source` does. */
export async function readOpen(file: string, handle: FileHandle, take: (chunk: Buffer) => void): Promise<number> {
  const buffer = Buffer.allocUnsafeSlow(CHUNK);
  for (let size = 0; ;) {
    const { bytesRead } = await handle.read(buffer, 0, CHUNK, size).catch((error: Error) => refuse(file, error));
    if (bytesRead === 0) return size;
    take(buffer.subarray(0, bytesRead));
    size += bytesRead;
  }
}

function refuse(file: string, error: Error): never {
  throw new DataFileRefused(file, `it cannot be read (${error.message})`);
}

/** The JSON in the bytes. Throws DataFileRefused, naming `where` in the file, when they hold something else. */
export function parseJson(file: string, bytes: Uint8Array, where = ''): unknown {
  try {
    return JSON.parse(UTF8.decode(bytes));
  } catch (error) {
    throw new DataFileRefused(file, `${where}it is not JSON (${(error as Error).message})`);
  }
}

/** One journal on disk: begun, gone on with, added to. */
import { open, rm, type FileHandle } from 'node:fs/promises';
import { crc32 } from 'node:zlib';
import { syncFolder, writeAll, type Step } from './disk.ts';
import { journalPath } from './files.ts';
import { encodeLine, headerLine, type Tail } from './line.ts';

const MOST_AT_ONCE = 1024 * 1024;

export interface JournalFile {
  readonly generation: number;
  /** The length of its units of work, without the header. */
  bytes(): number;
  /** Adds one line for each of these encoded changes, and resolves when they are on the disk. */
  add(changes: readonly (readonly string[])[]): Promise<void>;
  /** Takes back what an `add` that failed may have left. */
  cut(): Promise<void>;
  close(): Promise<void>;
}

/** Begins the journal of a generation. When that fails, no file is left. */
export async function beginJournal(folder: string, generation: number, step: Step): Promise<JournalFile> {
  const path = journalPath(folder, generation);
  await step('journal:create', 0);
  const handle = await open(path, 'ax', 0o600);
  try {
    return journalFile(handle, generation, await writeHeader(handle, folder, generation, step), step);
  } catch (error) {
    await handle.close();
    await rm(path);
    throw error;
  }
}

/** Goes on with a journal after `tail`; what is behind it (a line that was cut off) is removed. */
export async function resumeJournal(folder: string, generation: number, tail: Tail, step: Step): Promise<JournalFile> {
  const handle = await open(journalPath(folder, generation), 'a');
  await handle.truncate(tail.size);
  const good = tail.size > 0 ? tail : await writeHeader(handle, folder, generation, step);
  return journalFile(handle, generation, good, step);
}

async function writeHeader(handle: FileHandle, folder: string, generation: number, step: Step): Promise<Tail> {
  const header = headerLine(generation);
  const size = await writeAll(handle, header, 'journal:write', step);
  await step('journal:sync', 0);
  await handle.sync();
  await syncFolder(folder, step);
  return { size, sum: crc32(header) };
}

function journalFile(handle: FileHandle, generation: number, tail: Tail, step: Step): JournalFile {
  const headerBytes = Buffer.byteLength(headerLine(generation));
  let { size, sum } = tail;
  return {
    generation,
    bytes: () => size - headerBytes,
    async add(changes) {
      let pieces: Buffer[] = [];
      let length = 0;
      let written = 0;
      let next = sum;
      for (const change of changes) {
        const encoded = encodeLine(change, next);
        next = encoded.sum;
        for (const slice of encoded.line) {
          // Together they may be longer than a buffer should be.
          if (length + slice.length > MOST_AT_ONCE) {
            written += await writeAll(handle, Buffer.concat(pieces), 'journal:write', step);
            pieces = [];
            length = 0;
          }
          pieces.push(slice);
          length += slice.length;
        }
      }
      written += await writeAll(handle, Buffer.concat(pieces), 'journal:write', step);
      await step('journal:sync', 0);
      await handle.datasync();
      size += written;
      sum = next;
    },
    async cut() {
      await handle.truncate(size);
      await handle.datasync();
    },
    close: () => handle.close(),
  };
}

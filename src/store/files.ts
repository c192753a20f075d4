/** The files of documents in their folder: written whole or not at all, one for each row, named by its id. */
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, mkdtemp, open, readdir, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Blobs, UnfinishedBlob } from './store.ts';
import { syncNames } from './sync-names.ts';

const TEMPORARY = '.tmp';
/** Enough for every kind that is taken. */
const HEAD = 4100;

/**
 * Nothing is made on disk before the first file is.
 * @param given where the files are, or null for a temporary folder that `close` removes
 */
export function openFiles(given: string | null): Blobs {
  let made: Promise<string> | undefined;
  const folder = (): Promise<string> => (made ??= given === null ? mkdtemp(join(tmpdir(), 'kakao-sync-documents-')) : makeFolder(given));
  const pathOf = async (id: string): Promise<string> => join(await folder(), id);

  return {
    /**
     * Writes the content beside its place, byte by byte as it comes; `finish` puts it there for good.
     * @param watch sees each chunk before it is written; what it throws ends the writing
     */
    async write(id: string, content: Readable, watch: (chunk: Buffer) => void): Promise<UnfinishedBlob> {
      const place = await pathOf(id);
      const temporary = place + TEMPORARY;
      const remove = () => rm(temporary, { force: true });
      try {
        await pipeline(content, watched(watch), createWriteStream(temporary, { flags: 'wx', mode: 0o600, flush: true }));
      } catch (error) {
        await remove();
        throw error;
      }
      return {
        head: () => headOf(temporary),
        remove,
        async finish() {
          await rename(temporary, place);
          await syncNames(await folder());
        },
      };
    },

    /** The content, or undefined when the file is not there. */
    async read(id: string): Promise<Readable | undefined> {
      const handle = await open(await pathOf(id), 'r').catch(none);
      return handle && createReadStream('', { fd: handle });
    },

    remove: async (id: string): Promise<void> => rm(await pathOf(id), { force: true }),

    /** Removes every file that is not among these, unfinished ones too. */
    async retain(ids: ReadonlySet<string>): Promise<void> {
      if (given === null) return; // it begins empty
      const names = (await readdir(given).catch(none)) ?? [];
      for (const name of names) if (!ids.has(name)) await rm(join(given, name), { force: true, recursive: true });
    },

    async close(): Promise<void> {
      if (given === null && made) await rm(await made, { recursive: true, force: true });
    },
  };
}

async function makeFolder(folder: string): Promise<string> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  return folder;
}

function watched(watch: (chunk: Buffer) => void) {
  return async function* (chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
    for await (const chunk of chunks) {
      watch(chunk);
      yield chunk;
    }
  };
}

async function headOf(file: string): Promise<Buffer> {
  const handle = await open(file, 'r');
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(HEAD), 0, HEAD, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}

function none(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'ENOENT') throw error;
}

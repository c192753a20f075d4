/** `backup`: the whole world of a folder or a database into one file, while simulators work on it or not. */
import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { RuleBroken } from '../../rule.ts';
import { openFiles } from '../files.ts';
import { type Listing, peekFolder } from '../lowdb/peek.ts';
import { FOLDER, type StorePlace } from '../open.ts';
import type { TableName } from '../schema.ts';
import type { Blobs } from '../store.ts';
import { syncNames } from '../sync-names.ts';
import { encode } from './file.ts';

/** There is no world to take, or no place for its backup. */
export class BackupImpossible extends RuleBroken {
  readonly code = 'backup_impossible';
}

/** How it goes on, for somebody who watches. */
export interface Course {
  /** Told how much is done. */
  readonly tell: (done: string) => void;
  /** Ends it, with nothing changed. */
  readonly signal: AbortSignal;
}

export interface Counted {
  readonly rows: number;
  readonly files: number;
}

const SLICE = 64 * 1024;
const TOLD_EVERY = 1000;

/** Writes beside its place, and puts it there when it is whole. Throws BackupImpossible, and what the engines throw. */
export async function backUp(place: StorePlace, file: string, writtenBy: string, { tell, signal }: Course): Promise<Counted> {
  const world = await peek(place);
  try {
    const rows = [...world.rows.values()].reduce((sum, list) => sum + list.length, 0);
    if (rows === 0) throw new BackupImpossible(`there is no world in ${world.place} yet`);
    const contents = filesOf(world, signal);
    let lines = 0;
    const all = encode(world.rows, contents.all(), writtenBy);
    await writeWhole(
      file,
      watched(all, signal, () => (lines += 1) % TOLD_EVERY === 0 && tell(`${lines} of ${rows} rows`)),
    );
    return { rows, files: contents.count() };
  } finally {
    await world.close();
  }
}

interface Peeked {
  readonly place: string;
  readonly rows: ReadonlyMap<TableName, Listing>;
  readonly files: Pick<Blobs, 'read'>;
  close(): Promise<void>;
}

async function peek({ store, data }: StorePlace): Promise<Peeked> {
  if (store !== FOLDER) {
    const { peekDatabase, shownUrl } = await import('../postgres/index.ts');
    return { place: shownUrl(store), ...(await peekDatabase(store)) };
  }
  const folder = resolve(data);
  if (!existsSync(folder)) throw new BackupImpossible(`there is no folder ${folder}`);
  const rows = await peekFolder(folder);
  return { place: folder, rows, files: openFiles(join(folder, 'documents')), close: async () => undefined };
}

/** The uploaded files that there are: one that went since its row was read is not among them. */
function filesOf({ rows, files }: Peeked, signal: AbortSignal) {
  let count = 0;
  return {
    count: () => count,
    async *all(): AsyncGenerator<readonly [string, Buffer]> {
      for (const { id } of rows.get('documents') ?? []) {
        signal.throwIfAborted();
        const content = await files.read(id);
        if (!content) continue;
        count += 1;
        yield [id, await buffer(content)];
      }
    },
  };
}

async function* watched(lines: AsyncIterable<string>, signal: AbortSignal, tell: () => unknown): AsyncGenerator<string> {
  for await (const line of lines) {
    signal.throwIfAborted();
    tell();
    yield line;
  }
}

async function writeWhole(file: string, lines: AsyncIterable<string>): Promise<void> {
  const temporary = `${file}.${randomUUID()}.tmp`;
  const handle = await open(temporary, 'wx', 0o600).catch((error: Error) => {
    throw new BackupImpossible(`${file} cannot be written (${error.message})`);
  });
  try {
    try {
      let slice = '';
      for await (const line of lines) {
        slice += line;
        if (slice.length < SLICE) continue;
        await handle.write(slice);
        slice = '';
      }
      await handle.write(slice);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(temporary, file);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
  await syncNames(dirname(resolve(file)));
}

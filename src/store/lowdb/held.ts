/** The files of a data folder as they are at one moment, held open: what is replaced or removed meanwhile can still be read. */
import { readdirSync } from 'node:fs';
import { stat, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import { DataFileRefused } from '../errors.ts';
import { openFile, readOpen, type Source } from './disk.ts';
import { DOCUMENTS, journalGeneration } from './files.ts';

export interface HeldFiles extends Source {
  close(): Promise<void>;
}

/** Throws DataFileRefused when a document is replaced just then: by the next try, whoever does that is done. */
export async function holdFiles(folder: string): Promise<HeldFiles> {
  const held = new Map<string, FileHandle>();
  const close = async (): Promise<void> => {
    for (const handle of held.values()) await handle.close();
  };
  const hold = async (name: string): Promise<void> => {
    const handle = await openFile(join(folder, name));
    if (handle) held.set(join(folder, name), handle);
  };
  try {
    for (const { name } of DOCUMENTS) await hold(name);
    const journals = readdirSync(folder).filter((name) => journalGeneration(name) !== undefined);
    for (const name of journals) await hold(name);
    // While they stand no journal that they need is dropped: all of those are held now.
    for (const { name } of DOCUMENTS) await mustStand(join(folder, name), held.get(join(folder, name)));
    return {
      names: () => journals,
      async read(file, take) {
        const handle = held.get(file);
        return handle && readOpen(file, handle, take);
      },
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

async function mustStand(file: string, handle: FileHandle | undefined): Promise<void> {
  const there = await stat(file).catch(() => undefined);
  if (there?.ino !== (await handle?.stat())?.ino) throw new DataFileRefused(file, 'it is being replaced');
}

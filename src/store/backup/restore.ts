/** `restore`: the world of a backup in the place of what is there, wholly or not at all. */
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { RuleBroken } from '../../rule.ts';
import { filesOf, mustBeEmpty } from '../copy.ts';
import { FOLDER, openStore, type StorePlace } from '../open.ts';
import type { Row, TableName } from '../schema.ts';
import { TABLE_NAMES } from '../snapshot.ts';
import type { Blobs } from '../store.ts';
import { type Backup, readBackup } from './file.ts';
import type { Counted, Course } from './take.ts';

/** Simulators work on the database, and would not know. Nothing was changed. */
export class StoreInUse extends RuleBroken {
  readonly code = 'store_in_use';
}

/**
 * The files first, as one without a row is removed at the next start; then all rows in one unit of work; then what is over.
 * Throws BackupRefused, NotEmpty unless it may `replace`, StoreInUse, DataFolderInUse, and what the engines throw.
 */
export async function restore(file: string, place: StorePlace, replace: boolean, { tell, signal }: Course): Promise<Counted> {
  const backup = await readBackup(file);
  await mustBeFree(place);
  const target = await openStore(place, () => 0);
  try {
    if (!replace) await mustBeEmpty(target, 'say --replace to put the backup in its place');
    const files = filesOf(target);
    await putFiles(backup, files, { tell, signal });
    tell('the rows');
    const rows = await target.store.write(async (tx) => {
      let count = 0;
      for (const table of TABLE_NAMES) {
        tx.clear(table);
        const list = (backup.rows.get(table) ?? []) as Row<TableName>[];
        for (const row of list) tx.put(table, row);
        count += list.length;
      }
      return count;
    });
    await files.retain(new Set(backup.files.keys()));
    return { rows, files: backup.files.size };
  } finally {
    await target.store.close();
  }
}

async function mustBeFree({ store }: StorePlace): Promise<void> {
  if (store === FOLDER) return; // its lock says so
  const { connectionsTo, shownUrl } = await import('../postgres/index.ts');
  const connections = await connectionsTo(store);
  if (connections === 0) return;
  throw new StoreInUse(`simulators work on ${shownUrl(store)} (${connections} connections): stop them first`, { connections });
}

async function putFiles({ files }: Backup, blobs: Blobs, { tell, signal }: Course): Promise<void> {
  let done = 0;
  for (const [id, content] of files) {
    signal.throwIfAborted();
    const before = await blobs.read(id);
    if (before && (await buffer(before)).equals(content)) continue;
    if (before) await blobs.remove(id);
    await (await blobs.write(id, Readable.from([content]), () => undefined)).finish();
    tell(`${(done += 1)} of ${files.size} files`);
  }
}

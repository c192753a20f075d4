/** A world from one store into another, whatever the engines: every row, and every uploaded file. */
import { RuleBroken } from '../rule.ts';
import { openFiles } from './files.ts';
import { type OpenedStore, openStore, type StorePlace } from './open.ts';
import { type Snapshot, snapshotOf, TABLE_NAMES } from './snapshot.ts';
import type { Blobs, Tx } from './store.ts';

/** There is something where a copy should go. Nothing was changed. */
export class NotEmpty extends RuleBroken {
  readonly code = 'not_empty';
}

export interface Copied {
  readonly from: string;
  readonly to: string;
  readonly rows: number;
  readonly files: number;
}

/** Files first, then all rows at once. Throws NotEmpty, and what the engines throw. */
export async function copyStore(from: StorePlace, to: StorePlace): Promise<Copied> {
  // Nothing ends while it is copied, whatever the time of that world is.
  const source = await openStore(from, () => 0);
  try {
    const target = await openStore(to, () => 0);
    try {
      return await copyAll(source, target);
    } finally {
      await target.store.close();
    }
  } finally {
    await source.store.close();
  }
}

async function copyAll(source: OpenedStore, target: OpenedStore): Promise<Copied> {
  await mustBeEmpty(target, 'copy to an empty folder or database');
  const snapshot = await snapshotOf(source.store);
  const files = await copyFiles(
    filesOf(source),
    filesOf(target),
    snapshot.documents.map(({ id }) => id),
  );
  const rows = await target.store.write(async (tx) => putAll(tx, snapshot));
  return { from: source.place ?? '', to: target.place ?? '', rows, files };
}

/** Throws NotEmpty with the mend. */
export async function mustBeEmpty({ store, place }: OpenedStore, mend: string): Promise<void> {
  const taken = await store.write(async (tx) => {
    for (const table of TABLE_NAMES) if ((await tx.all(table)).length > 0) return table;
    return null;
  });
  if (taken) throw new NotEmpty(`${place} holds a world already (there are ${taken}); ${mend}`, { taken });
}

function putAll(tx: Tx, snapshot: Snapshot): number {
  let count = 0;
  for (const table of TABLE_NAMES) {
    for (const row of snapshot[table]) tx.put(table, row);
    count += snapshot[table].length;
  }
  return count;
}

async function copyFiles(source: Blobs, target: Blobs, ids: readonly string[]): Promise<number> {
  let copied = 0;
  for (const id of ids) {
    const content = await source.read(id);
    if (!content) continue;
    const written = await target.write(id, content, () => undefined);
    await written.finish();
    copied += 1;
  }
  return copied;
}

/** Where the uploaded files of a store are. */
export function filesOf({ store, documentsFolder }: OpenedStore): Blobs {
  return store.blobs ?? openFiles(documentsFolder);
}

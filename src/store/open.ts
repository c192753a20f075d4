/** Opens the store that the settings ask for: in memory, in a folder, or in a PostgreSQL database; each is loaded by who has one. */
import { join, resolve } from 'node:path';
import { openMemory } from './memory/open.ts';
import type { Store } from './store.ts';

/** What `store` says when there is no database. */
export const FOLDER = 'folder';

export interface StorePlace {
  /** `folder`, or `postgres://…`, which goes before the others. */
  readonly store: string;
  readonly memory: boolean;
  readonly data: string;
}

export interface OpenedStore {
  readonly store: Store;
  /** Where it is, as it may be shown; null when it is in memory. */
  readonly place: string | null;
  /** Where uploaded files are, unless the store keeps them itself; null keeps them for this process. */
  readonly documentsFolder: string | null;
  /** The same of named snapshots. */
  readonly snapshotsFolder: string | null;
}

const NO_FOLDERS = { documentsFolder: null, snapshotsFolder: null };

/** @param now house time. Throws what the engines throw */
export async function openStore({ store, memory, data }: StorePlace, now: () => number): Promise<OpenedStore> {
  if (store !== FOLDER) {
    const { openPostgres, shownUrl } = await import('./postgres/index.ts');
    return { store: await openPostgres({ url: store, now }), place: shownUrl(store), ...NO_FOLDERS };
  }
  if (memory) return { store: await openMemory({ now }), place: null, ...NO_FOLDERS };
  // With what a row has to be: a folder may hold anything.
  const { openLowdb } = await import('./lowdb/open.ts');
  const place = resolve(data);
  return {
    store: await openLowdb({ folder: data, now }),
    place,
    documentsFolder: join(place, 'documents'),
    snapshotsFolder: join(place, 'snapshots'),
  };
}

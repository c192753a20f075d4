/** Named snapshots: one file for each in the data folder, written whole or not at all; in memory where there is no folder. */
import { mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { RuleBroken } from '../rule.ts';
import { syncNames } from '../store/index.ts';
import type { WorldSnapshot } from './snapshots.ts';

/** A name that could be a path, or that no file system takes. */
export class SnapshotNameRefused extends RuleBroken {
  readonly code = 'snapshot_name_refused';
  constructor(name: string) {
    super(`a snapshot is named by 1 to 64 letters, digits, "-", "_" and "." inside, got "${name}"`, { field: 'name' });
  }
}

/** There is no snapshot with this name. `details.known`. */
export class SnapshotUnknown extends RuleBroken {
  readonly code = 'snapshot_unknown';
  constructor(name: string, known: readonly string[]) {
    super(`there is no snapshot "${name}"; there are: ${known.join(', ') || 'none'}`, { field: 'name', known });
  }
}

/** Several simulators may work on one database, and none of them alone keeps anything. */
export class SnapshotsNowhere extends RuleBroken {
  readonly code = 'snapshots_nowhere';
}

export interface Named {
  name: string;
  /** House time at which it was taken. */
  takenAt: number;
}

export interface Shelf {
  save(name: string, snapshot: WorldSnapshot): Promise<void>;
  /** Throws SnapshotUnknown, SnapshotRefused. */
  load(name: string): Promise<WorldSnapshot>;
  list(): Promise<Named[]>;
  remove(name: string): Promise<void>;
}

const NAME = /^[\p{L}\p{N}](?:[\p{L}\p{N}._-]{0,62}[\p{L}\p{N}_-])?$/u;
const ENDING = '.json';

/** Throws SnapshotNameRefused. */
export function checkName(name: string): void {
  if (!NAME.test(name)) throw new SnapshotNameRefused(name);
}

export function openShelf(folder: string | null): Shelf {
  return folder === null ? shelfInMemory() : shelfIn(folder);
}

/** For a world in a database. */
export function noShelf(): Shelf {
  const refuse = async (): Promise<never> => {
    throw new SnapshotsNowhere(
      'a world in a database has no named snapshots, as they are kept by a data folder; ' +
        'write one with "kakao-sync-simulator backup FILE --store …", and go back to it with "restore"',
    );
  };
  return { save: refuse, load: refuse, list: refuse, remove: refuse };
}

function shelfInMemory(): Shelf {
  const kept = new Map<string, WorldSnapshot>();
  return {
    save: async (name, snapshot) => void kept.set(name, snapshot),
    async load(name) {
      const snapshot = kept.get(name);
      if (!snapshot) throw new SnapshotUnknown(name, [...kept.keys()]);
      return snapshot;
    },
    list: async () => [...kept].map(([name, { takenAt }]) => ({ name, takenAt })),
    remove: async (name) => void kept.delete(name),
  };
}

function shelfIn(folder: string): Shelf {
  const pathOf = (name: string): string => join(folder, name + ENDING);
  const names = async (): Promise<string[]> =>
    (await readdir(folder).catch(() => [])).filter((file) => file.endsWith(ENDING)).map((file) => file.slice(0, -ENDING.length));
  const load = async (name: string): Promise<WorldSnapshot> => {
    const text = await readFile(pathOf(name), 'utf8').catch(() => undefined);
    if (text === undefined) throw new SnapshotUnknown(name, await names());
    // What its rows have to be is loaded with the first one.
    const { parsed } = await import('./snapshot-file.ts');
    return parsed(text, pathOf(name));
  };
  return {
    load,
    async save(name, snapshot) {
      await mkdir(folder, { recursive: true, mode: 0o700 });
      const temporary = `${pathOf(name)}.tmp`;
      const handle = await open(temporary, 'w', 0o600);
      try {
        const { textOf } = await import('./snapshot-file.ts');
        await handle.writeFile(textOf(snapshot));
        await handle.sync();
      } finally {
        await handle.close();
      }
      await rename(temporary, pathOf(name));
      await syncNames(folder);
    },
    async list() {
      const all = await names();
      return Promise.all(all.toSorted().map(async (name) => ({ name, takenAt: (await load(name)).takenAt })));
    },
    remove: (name) => rm(pathOf(name), { force: true }),
  };
}

/** Named snapshots: one file for each in the data folder, written whole or not at all; in memory where there is no folder. */
import { mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { RuleBroken } from '../rule.ts';
import { type Snapshot, syncNames, TABLE_NAMES, tables } from '../store/index.ts';
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

/** Its file is none, or is broken, or of a newer version. Nothing was changed. */
export class SnapshotRefused extends RuleBroken {
  readonly code = 'snapshot_refused';
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
const FORMAT = 'kakao-sync-simulator snapshot';

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
    return parsed(text, pathOf(name));
  };
  return {
    load,
    async save(name, snapshot) {
      await mkdir(folder, { recursive: true, mode: 0o700 });
      const temporary = `${pathOf(name)}.tmp`;
      const handle = await open(temporary, 'w', 0o600);
      try {
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

/** Without the keys of the installation: the file may be copied to another one. */
function textOf({ takenAt, rows, files, partner }: WorldSnapshot): string {
  const contents = Object.fromEntries([...files].map(([id, content]) => [id, content.toString('base64')]));
  return `${JSON.stringify({ format: FORMAT, version: 1, takenAt, partner, files: contents, tables: { ...rows, secrets: [] } })}\n`;
}

const shape = z.object({
  format: z.literal(FORMAT),
  version: z.literal(1),
  takenAt: z.number(),
  partner: z.string(),
  files: z.record(z.string(), z.base64()),
  tables: z.strictObject(Object.fromEntries(TABLE_NAMES.map((name) => [name, z.array(tables[name].row).default([])]))),
});

/** Rows of an older version get what was added since. Throws SnapshotRefused. */
function parsed(text: string, file: string): WorldSnapshot {
  try {
    const { takenAt, partner, files, tables: rows } = shape.parse(JSON.parse(text));
    const contents = Object.entries(files).map(([id, content]): [string, Buffer] => [id, Buffer.from(content, 'base64')]);
    return { takenAt, partner, files: new Map(contents), rows: rows as unknown as Snapshot };
  } catch (error) {
    const reason = error instanceof z.ZodError ? z.prettifyError(error).split('\n').slice(0, 4).join(' ') : (error as Error).message;
    throw new SnapshotRefused(`${file} is no snapshot of this version: ${reason}`);
  }
}

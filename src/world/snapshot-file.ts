/** A snapshot as a file. */
import { z } from 'zod';
import { type Snapshot, TABLE_NAMES } from '../store/index.ts';
import { shapes } from '../store/schema.ts';
import { SnapshotRefused, type WorldSnapshot } from './snapshots.ts';

const FORMAT = 'kakao-sync-simulator snapshot';

/** Without the keys of the installation: the file may be copied to another one. */
export function textOf({ takenAt, rows, files, partner }: WorldSnapshot): string {
  const contents = Object.fromEntries([...files].map(([id, content]) => [id, content.toString('base64')]));
  return `${JSON.stringify({ format: FORMAT, version: 1, takenAt, partner, files: contents, tables: { ...rows, secrets: [] } })}\n`;
}

const shape = z.object({
  format: z.literal(FORMAT),
  version: z.literal(1),
  takenAt: z.number(),
  partner: z.string(),
  files: z.record(z.string(), z.base64()),
  tables: z.strictObject(Object.fromEntries(TABLE_NAMES.map((name) => [name, z.array(shapes[name]).default([])]))),
});

/** Rows of an older version get what was added since. Throws SnapshotRefused. */
export function parsed(text: string, file: string): WorldSnapshot {
  try {
    const { takenAt, partner, files, tables: rows } = shape.parse(JSON.parse(text));
    const contents = Object.entries(files).map(([id, content]): [string, Buffer] => [id, Buffer.from(content, 'base64')]);
    return { takenAt, partner, files: new Map(contents), rows: rows as unknown as Snapshot };
  } catch (error) {
    const reason = error instanceof z.ZodError ? z.prettifyError(error).split('\n').slice(0, 4).join(' ') : (error as Error).message;
    throw new SnapshotRefused(`${file} is no snapshot of this version: ${reason}`);
  }
}

/**
 * A backup: lines of JSON. A header, a line for each row and each uploaded file, and a last one that counts them and has the SHA-256
 * of everything before it; so a file that is cut off, damaged or changed is noticed before anything is done with it.
 */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { RuleBroken } from '../../rule.ts';
import type { AnyRow } from '../memory/row.ts';
import { shapes, type TableName } from '../schema.ts';

const FORMAT = 'kakao-sync-simulator backup';
const VERSION = 1;
const NEWLINE = 0x0a;

/** The file is none, or is not whole, or of a newer version. Nothing was changed. */
export class BackupRefused extends RuleBroken {
  readonly code = 'backup_refused';

  constructor(file: string, reason: string) {
    super(`${file} is refused: ${reason}. Nothing was changed.`, { file, reason });
  }
}

export interface Backup {
  /** The version of the program that wrote it. */
  readonly writtenBy: string;
  /** Rows of this version, whichever wrote them. */
  readonly rows: ReadonlyMap<TableName, readonly AnyRow[]>;
  readonly files: ReadonlyMap<string, Buffer>;
}

/** The lines of a backup. */
export async function* encode(
  rows: ReadonlyMap<TableName, Iterable<AnyRow>>,
  files: AsyncIterable<readonly [id: string, content: Buffer]>,
  writtenBy: string,
): AsyncGenerator<string> {
  const hash = createHash('sha256');
  const count = { rows: 0, files: 0 };
  const line = (value: unknown): string => {
    const text = `${JSON.stringify(value)}\n`;
    hash.update(text);
    return text;
  };
  yield line({ format: FORMAT, version: VERSION, writtenBy });
  for (const [table, list] of rows) {
    for (const row of list) {
      count.rows += 1;
      yield line({ table, row });
    }
  }
  for await (const [id, content] of files) {
    count.files += 1;
    yield line({ file: id, content: content.toString('base64') });
  }
  yield `${JSON.stringify({ ...count, sha256: hash.digest('hex') })}\n`;
}

const header = z.object({ format: z.literal(FORMAT), version: z.number(), writtenBy: z.string() });
const end = z.strictObject({ rows: z.number(), files: z.number(), sha256: z.string() });
const entry = z.union([
  z.strictObject({ table: z.string(), row: z.looseObject({ id: z.string() }) }),
  z.strictObject({ file: z.string(), content: z.base64() }),
]);

/** Reads a backup, all of it. Throws BackupRefused. */
export async function readBackup(file: string): Promise<Backup> {
  const bytes = await readFile(file).catch((error: Error) => {
    throw new BackupRefused(file, `it cannot be read (${error.message})`);
  });
  const refuse = (reason: string): never => {
    throw new BackupRefused(file, reason);
  };
  const first = header.safeParse(parsed(bytes.subarray(0, bytes.indexOf(NEWLINE) + 1)));
  if (!first.success) return refuse(`it is no backup ("format": "${FORMAT}" expected in its first line)`);
  const { version, writtenBy } = first.data;
  if (version !== VERSION) return refuse(`version ${writtenBy} wrote it in format ${version}, and this one knows ${VERSION}; update first`);
  const lastAt = bytes.lastIndexOf(NEWLINE, -2) + 1;
  const last = end.safeParse(parsed(bytes.subarray(lastAt)));
  if (!last.success || bytes.at(-1) !== NEWLINE) return refuse('it is cut off');
  const sum = createHash('sha256').update(bytes.subarray(0, lastAt)).digest('hex');
  if (sum !== last.data.sha256) return refuse('its checksum does not match: it was damaged, or changed by hand');

  const rows = new Map<TableName, AnyRow[]>();
  const files = new Map<string, Buffer>();
  for (let at = bytes.indexOf(NEWLINE) + 1; at < lastAt;) {
    const next = bytes.indexOf(NEWLINE, at) + 1;
    const read = entry.parse(parsed(bytes.subarray(at, next)));
    at = next;
    if ('file' in read) {
      files.set(read.file, Buffer.from(read.content, 'base64'));
      continue;
    }
    const name = read.table as TableName;
    if (!Object.hasOwn(shapes, name)) return refuse(`version ${writtenBy} wrote it, and this one knows no table ${name}; update first`);
    const row = shapes[name].safeParse(read.row);
    if (!row.success) return refuse(`${name}["${read.row.id}"].${row.error.issues[0]?.path.join('.')}: ${row.error.issues[0]?.message}`);
    const list = rows.get(name) ?? [];
    list.push(row.data);
    rows.set(name, list);
  }
  return { writtenBy, rows, files };
}

function parsed(line: Buffer): unknown {
  try {
    return JSON.parse(line.toString('utf8'));
  } catch {
    return undefined;
  }
}

/** Rows as they come from the disk: what they hold is asked once, here. */
import type { z } from 'zod';
import { DataFileRefused } from '../errors.ts';
import type { AnyRow } from '../memory/row.ts';
import { shapes, type TableName } from '../schema.ts';

/** The row with what older versions did not know. Throws DataFileRefused, naming the first thing that is wrong. */
export function validRow(file: string, table: TableName, id: string, row: unknown): AnyRow {
  const checked = shapes[table].safeParse(row);
  if (!checked.success) throw new DataFileRefused(file, `${table}["${id}"]${complaint(checked.error)}`);
  return checked.data;
}

/** The first thing zod found, as `.email.address: expected string`. */
function complaint({ issues }: z.ZodError): string {
  const path = (issues[0]?.path ?? []).map((part) => (typeof part === 'number' ? `[${part}]` : `.${String(part)}`)).join('');
  return `${path}: ${issues[0]?.message.replace(/^Invalid input: /, '') ?? 'not valid'}`;
}

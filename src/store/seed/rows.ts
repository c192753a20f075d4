/** The rows of a seed. */
import { z } from 'zod';
import { type Row, shapes, type TableName } from '../schema.ts';

/** Rows as the store has them, table by table: what the nouns above have no words for. Written by `export`. */
export const seedRows: z.ZodType<{ readonly [T in TableName]?: readonly Row<T>[] | undefined }> = z.strictObject(
  Object.fromEntries(Object.entries(shapes).map(([name, row]) => [name, z.array(row).optional()])),
);

/** The uploaded files of a seed, by the ids of their documents. */
import type { Seed } from './shape.ts';

export function filesIn({ files = {} }: Seed): Map<string, Buffer> {
  return new Map(Object.entries(files).map(([id, base64]) => [id, Buffer.from(base64, 'base64')]));
}

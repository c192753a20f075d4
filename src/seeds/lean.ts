/** A seed without what goes without saying: a key is left out where the seed means the same without it. */
import { isDeepStrictEqual } from 'node:util';
import type { z } from 'zod';
import { seedFile } from '../store/seed/shape.ts';

type Entry = Readonly<Record<string, unknown>>;

export function lean(nouns: object): Entry {
  const lists = Object.entries(nouns) as [keyof typeof seedFile.shape, Entry[]][];
  return Object.fromEntries(
    lists.filter(([, entries]) => entries.length > 0).map(([noun, entries]) => [noun, entries.map(leanBy(elementOf(noun)))]),
  );
}

function elementOf(noun: keyof typeof seedFile.shape): z.ZodObject {
  const list = seedFile.shape[noun];
  return (list as unknown as z.ZodDefault<z.ZodArray<z.ZodObject>>).unwrap().element;
}

const leanBy =
  (schema: z.ZodObject) =>
  (entry: Entry): Entry => {
    const kept = Object.entries(entry).filter(([name, value]) => {
      const without = schema.shape[name]?.safeParse(undefined);
      const said = schema.shape[name]?.safeParse(value);
      return !(without?.success && said?.success && isDeepStrictEqual(without.data, said.data));
    });
    return Object.fromEntries(kept);
  };

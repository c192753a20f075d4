/** A schema with what it means, in both languages: the OpenAPI document has the English, and the Korean beside it. */
import type { z } from 'zod';

export const KOREAN = 'x-description-ko';

/** What stands in a field. */
export function says<T extends z.ZodType>(schema: T, en: string, ko: string): T {
  return schema.meta({ description: en, [KOREAN]: ko });
}

/** A thing with a name of its own in the document. */
export function named<T extends z.ZodType>(title: string, schema: T): T {
  return schema.meta({ title });
}

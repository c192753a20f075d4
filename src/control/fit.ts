/** What goes out, held against its description. */
import { z } from 'zod';

/** An answer is not what its description promises: a fault of ours. */
export class AnswerUnfit extends Error {}

/** An answer as it goes out. Throws AnswerUnfit. */
export function fit(schema: z.ZodType, value: unknown): unknown {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  throw new AnswerUnfit(`an answer of the control API does not fit its description: ${z.prettifyError(result.error)}`);
}

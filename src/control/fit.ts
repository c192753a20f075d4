/** What comes in, and what goes out, held against its description. */
import { z } from 'zod';
import { InputRefused } from '../web/forms.ts';

/** An answer is not what its description promises: a fault of ours. */
export class AnswerUnfit extends Error {}

/** Parameters or a body as the schema reads them. Throws InputRefused, with the field and what was expected. */
export function read(schema: z.ZodObject, value: unknown): unknown {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  if (issue?.code === 'unrecognized_keys') {
    const known = Object.keys(schema.shape).join(', ') || 'none';
    throw new InputRefused([...issue.path, issue.keys[0]].join('.'), `no such field; there are: ${known}`);
  }
  throw new InputRefused(issue?.path.join('.') || 'body', inWords(issue));
}

/** An answer as it goes out. Throws AnswerUnfit. */
export function fit(schema: z.ZodType, value: unknown): unknown {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  throw new AnswerUnfit(`an answer of the control API does not fit its description: ${z.prettifyError(result.error)}`);
}

/** What was expected, without the library's "Invalid input: ". */
function inWords(issue: z.core.$ZodIssue | undefined): string {
  return issue?.message.replace(/^Invalid (?:input|option): /, '') ?? 'something else';
}

/** What comes in, held against its description. */
import type { z } from 'zod';
import { InputRefused } from '../web/forms.ts';

/** Parameters or a body as the schema reads them. Throws InputRefused, with the field and what was expected. */
export function read<T extends z.ZodObject>(schema: T, value: unknown): z.output<T> {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  if (issue?.code === 'unrecognized_keys') {
    const known = Object.keys(schema.shape).join(', ') || 'none';
    throw new InputRefused([...issue.path, issue.keys[0]].join('.'), `no such field; there are: ${known}`);
  }
  throw new InputRefused(issue?.path.join('.') || 'body', inWords(issue));
}

/** What was expected, without the library's "Invalid input: ". */
function inWords(issue: z.core.$ZodIssue | undefined): string {
  return issue?.message.replace(/^Invalid (?:input|option): /, '') ?? 'something else';
}

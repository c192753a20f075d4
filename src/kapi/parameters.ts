/**
 * Parameters as kapi takes them: lists are JSON text or comma text, everything else is plain text. Source: kakao-api 2.0.
 * Query and form count alike, whatever the method: the Flutter SDK puts fields of a POST into its query.
 */
import type { Context } from 'koa';
import { z } from 'zod';
import { exactNumbers } from '../json.ts';
import { formBody, InputRefused } from '../web/forms.ts';
import type { Asked } from './call.ts';
import { BodyUnreadable } from './failures.ts';

const NUMBERS = 'expected a JSON array of user numbers';
const TEXTS = 'expected a JSON array of strings';
const FIELDS = 'expected a JSON object of strings';

/** All fields of a request; those sent empty count as not sent, a form field wins over the query. Throws BodyUnreadable. */
export async function sentBy(ctx: Context): Promise<Record<string, unknown>> {
  await readForm(ctx);
  const fields = { ...ctx.query, ...(ctx.request.body as object | undefined) };
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== ''));
}

/** The named fields as `schema` reads them; other fields are ignored. Throws InputRefused, which names the field. */
export function parameters<Schema extends z.ZodObject>(sent: Asked['sent'], schema: Schema): z.output<Schema> {
  const result = schema.safeParse(sent);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  throw new InputRefused(issue?.path.join('.') || 'request', issue?.message ?? 'unexpected');
}

/** `true` or `false`, in any case (Python sends `True`). */
export const flag = z.stringbool();

/** A whole number in digits. A fraction of zero is dropped: Dart prints 1767225600 as `1767225600.0`. */
export const wholeNumber = z
  .string()
  .regex(/^\d{1,19}(\.0+)?$/, 'expected a whole number')
  .transform(Number);

/** A user number, digit for digit. */
export const userNumber = z.string('expected a user number').regex(/^\d{1,19}$/, 'expected a user number');

/** `[1,2]`: user numbers, digit for digit. */
export const userNumberList = z.string(NUMBERS).transform((text, issue): string[] => {
  const numbers = exactNumbers(text);
  if (numbers?.every((number) => userNumber.safeParse(number).success)) return numbers;
  issue.addIssue({ code: 'custom', message: NUMBERS });
  return z.NEVER;
});

/** `["a","b"]`. The literal `null` means "not sent": the Flutter SDK sends it. */
export const jsonList = z.string(TEXTS).transform((text, issue): string[] | undefined => {
  const value = parsed(text);
  if (value === null) return undefined;
  if (Array.isArray(value) && value.every((each) => typeof each === 'string')) return value;
  issue.addIssue({ code: 'custom', message: TEXTS });
  return z.NEVER;
});

/** `{"a":"b"}`. */
export const jsonFields = z.string(FIELDS).transform((text, issue): Record<string, string> => {
  const value = parsed(text);
  const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
  if (isObject && Object.values(value).every((each) => typeof each === 'string')) return value as Record<string, string>;
  issue.addIssue({ code: 'custom', message: FIELDS });
  return z.NEVER;
});

/** `a,b`, or the field repeated. */
export const commaList = z.union([z.string(), z.array(z.string())], 'expected names joined by commas').transform((sent) =>
  [sent]
    .flat()
    .flatMap((text) => text.split(','))
    .map((name) => name.trim())
    .filter((name) => name !== ''),
);

/** The same, with at least one name in it. */
export const someTags = commaList.refine((tags) => tags.length > 0, 'expected one tag or more');

/** The parser reads forms of POST requests. Other bodies, JSON for one, count as none: sloppy clients send them along. */
async function readForm(ctx: Context): Promise<void> {
  try {
    await formBody(ctx, async () => undefined);
  } catch (cause) {
    throw new BodyUnreadable(cause);
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

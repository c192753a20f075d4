/** Reading a form: typed values, or what to mend, field by field and in the language of the reader. */
import type { Context } from 'koa';
import type { z } from 'zod';
import { FORM_TOKEN } from './form-token.ts';
import { reading } from './language.ts';
import { hasText, type TextKey } from './text/index.ts';
import { nested, type Typed, typedOf } from './typed.ts';

/** What is wrong with a field: left out, too long, too short, too many or few chosen, or otherwise not what is expected. */
export type Fault = 'missing' | 'long' | 'short' | 'many' | 'few' | 'format';

/** In words, by the name of the field; '' is the form as a whole. */
export type Errors = Readonly<Record<string, string>>;

/**
 * How a form says what is wrong, by field: one text for whatever it is, or one for each fault. `{most}` and `{least}` are
 * filled in. Fields of a list are named with a star: `terms.*.tag`. What is not named has a usual text.
 */
export type Words<T> = Readonly<Partial<Record<FieldName<T>, TextKey | Readonly<Partial<Record<Fault, TextKey>>>>>>;

export type ReadForm<T> = { value: T; errors: null; typed: Typed } | { value: null; errors: Errors; typed: Typed };

type FieldName<T> = T extends readonly (infer E)[]
  ? '*' | `*.${FieldName<E>}`
  : T extends object
    ? { [K in keyof T & string]: K | (NonNullable<T[K]> extends object ? `${K}.${FieldName<NonNullable<T[K]>>}` : never) }[keyof T & string]
    : never;

const USUAL: Readonly<Record<Fault, TextKey>> = {
  missing: 'form.missing',
  long: 'form.long',
  short: 'form.short',
  many: 'form.many',
  few: 'form.few',
  format: 'form.format',
};
const FORMATS: Readonly<Record<string, TextKey>> = { url: 'form.url', email: 'form.email', date: 'form.date' };

/** Names that belong to the form, not to what it says. */
export const RESERVED = ['once', 'version', 'as', FORM_TOKEN] as const;

/**
 * The form of this request as `schema` reads it.
 * A refinement may say its own text: `z.string().refine(isTag, 'terms.tagTaken' satisfies TextKey)`.
 */
export function readForm<S extends z.ZodType>(ctx: Context, schema: S, words?: Words<z.input<S>>): ReadForm<z.output<S>> {
  const { t } = reading(ctx);
  const typed = typedOf(ctx);
  const said = Object.fromEntries(Object.entries(typed).filter(([name]) => !(RESERVED as readonly string[]).includes(name)));
  const { values, nameOf } = nested(said);
  const result = schema.safeParse(values);
  if (result.success) return { value: result.data, errors: null, typed };
  const errors = new Map<string, string>();
  for (const issue of result.error.issues) {
    const name = nameOf(issue.path);
    const { most, least } = bounds(issue);
    if (!errors.has(name)) errors.set(name, t(wordsFor(issue, isBlank(values, issue.path), words ?? {}), { most, least }));
  }
  return { value: null, errors: Object.fromEntries(errors), typed };
}

type Issue = z.core.$ZodIssue;

function wordsFor(
  issue: Issue,
  blank: boolean,
  words: Readonly<Record<string, TextKey | Partial<Record<Fault, TextKey>> | undefined>>,
): TextKey {
  const said = words[issue.path.map((step) => (typeof step === 'number' ? '*' : String(step))).join('.')];
  const fault = faultOf(issue, blank);
  if (typeof said === 'string') return said;
  if (said?.[fault]) return said[fault];
  if (issue.code === 'custom' && hasText(issue.message)) return issue.message;
  // An offer that none was chosen of, whether it came empty or as something else.
  if (issue.code === 'invalid_value') return 'form.choose';
  return (fault === 'format' && issue.code === 'invalid_format' && FORMATS[issue.format]) || USUAL[fault];
}

function faultOf(issue: Issue, blank: boolean): Fault {
  const isList = 'origin' in issue && issue.origin === 'array';
  if (blank && !isList) return 'missing';
  if (issue.code === 'too_big') return isList ? 'many' : 'long';
  if (issue.code === 'too_small') return isList ? 'few' : 'short';
  return 'format';
}

function bounds(issue: Issue): { most: string; least: string } {
  return {
    most: issue.code === 'too_big' ? String(issue.maximum) : '',
    least: issue.code === 'too_small' ? String(issue.minimum) : '',
  };
}

/** Whether nothing stands where the issue is. */
function isBlank(values: unknown, path: readonly PropertyKey[]): boolean {
  const at = path.reduce<unknown>((value, step) => (value as Record<PropertyKey, unknown> | undefined)?.[step], values);
  return at === undefined || (typeof at === 'string' && at.trim() === '');
}

/** What is wrong with a seed file, in words: where, what was expected, what stands there. */
import { z } from 'zod';
import { RuleBroken } from '../../rule.ts';
import { didYouMean } from './near.ts';

/** Steps from the top of the file: `['apps', 2, 'keys', 0]` is written `apps[2].keys[0]`. */
export type Path = readonly PropertyKey[];

/** One thing that is wrong, and where. */
export interface Problem {
  readonly path: string;
  readonly message: string;
}

/** A seed file that is not taken. Nothing was planted. `details.problems` lists all that is wrong with it. */
export class SeedRefused extends RuleBroken {
  readonly code = 'seed_refused';
  readonly problems: readonly Problem[];

  constructor(file: string, problems: readonly Problem[]) {
    const lines = problems.map(({ path, message }) => (path ? `  ${path}: ${message}` : `  ${message}`));
    const count = problems.length === 1 ? '1 problem' : `${problems.length} problems`;
    super(`the seed file ${file} is refused (${count}):\n${lines.join('\n')}\nMend the file and start again.`, { file, problems });
    this.problems = problems;
  }
}

export function problem(path: Path, message: string): Problem {
  return { path: pathText(path), message };
}

/** The problems that zod found with a file of this shape; each unknown key is one of its own. */
export function problemsOf(error: z.ZodError, shape: z.ZodType): Problem[] {
  return error.issues.flatMap((issue) => {
    if (issue.code !== 'unrecognized_keys') return [problem(issue.path, issue.message + got(issue) + meant(issue))];
    const known = Object.keys(objectAt(shape, issue.path)?.shape ?? {});
    return issue.keys.map((key) =>
      problem([...issue.path, key], `is not a key of this place${didYouMean(key, known) || `, which has: ${known.join(', ')}`}`),
    );
  });
}

/** How a seed is checked. `jitless`: for the one text that a schema reads, zod need not write and compile a program. */
export const CHECKING = { error: explain, reportInput: true, jitless: true } as const;

/** zod's error map for what the shape itself has no words for. */
export function explain(issue: z.core.$ZodRawIssue): string {
  if (issue.code === 'invalid_type' && issue.input === undefined) return `is missing: expected ${nameOf(issue.expected)}`;
  return `expected ${expectation(issue)}`;
}

function expectation(issue: z.core.$ZodRawIssue): string {
  if (issue.code === 'invalid_type') return nameOf(issue.expected);
  if (issue.code === 'invalid_value') return issue.values.map((value) => JSON.stringify(value)).join(' or ');
  if (issue.code === 'too_small') return `at least ${count(issue.minimum, issue.origin)}`;
  if (issue.code === 'too_big') return `at most ${count(issue.maximum, issue.origin)}`;
  if (issue.code !== 'invalid_format') return 'another value';
  if (issue.format === 'starts_with') return `text that begins with ${issue['prefix']}`;
  return formats[issue.format] ?? 'text of another form';
}

const formats: Readonly<Record<string, string>> = {
  url: 'an http or https URL',
  email: 'an e-mail address',
  datetime: 'a time like 2026-01-05T02:10:11Z',
};

function count(limit: number | bigint, origin: string): string {
  const [one, many] = origin === 'array' ? ['entry', 'entries'] : ['character', 'characters'];
  return `${limit} ${Number(limit) === 1 ? one : many}`;
}

function nameOf(type: string): string {
  const names: Readonly<Record<string, string>> = {
    string: 'text',
    int: 'a whole number',
    number: 'a number',
    boolean: 'true or false',
    array: 'a list',
    object: 'an object',
  };
  return names[type] ?? type;
}

/** What stands in the file, if it is short enough to be recognised and no secret. */
function got({ code, input, path }: z.core.$ZodIssue): string {
  const name = path.findLast((step) => typeof step === 'string');
  if (code === 'custom' || input === undefined || (name !== undefined && SECRETS.has(name))) return '';
  if (input === null) return ', got null';
  if (Array.isArray(input)) return `, got a list of ${input.length}`;
  if (typeof input === 'object') return ', got an object';
  const text = JSON.stringify(input);
  return text.length > 60 ? '' : `, got ${text}`;
}

/** For a word that is a near miss of one that is expected there. */
function meant(issue: z.core.$ZodIssue): string {
  const isWord = issue.code === 'invalid_value' && typeof issue.input === 'string' && /[a-z]/i.test(issue.input);
  return isWord ? didYouMean(issue.input, issue.values.map(String)) : '';
}

const SECRETS: ReadonlySet<string> = new Set(['password', 'secret', 'value', 'adminKeys']);

function pathText(path: Path): string {
  return path.map((step, i) => (typeof step === 'number' ? `[${step}]` : `${i ? '.' : ''}${String(step)}`)).join('');
}

/** The object schema at the end of a path. */
function objectAt(shape: z.core.$ZodType, path: Path): z.ZodObject | undefined {
  let here = bare(shape);
  for (const step of path) {
    if (here instanceof z.ZodArray) here = bare(here.element);
    else if (here instanceof z.ZodObject) here = bare(here.shape[String(step)] ?? z.never());
    else return undefined;
  }
  return here instanceof z.ZodObject ? here : undefined;
}

function bare(schema: z.core.$ZodType): z.core.$ZodType {
  if (
    schema instanceof z.ZodOptional ||
    schema instanceof z.ZodNullable ||
    schema instanceof z.ZodDefault ||
    schema instanceof z.ZodPrefault
  ) {
    return bare(schema.unwrap());
  }
  return schema;
}

/**
 * What was typed into a form, by the names of its fields. Names have dots where values have depth: `terms.0.title` is the
 * title of the first of the terms, `number.2` the third box of a number.
 */
import type { Context } from 'koa';

/** Field by field as it came: a text, or a list of those that came several times. */
export type Typed = Readonly<Record<string, string | readonly string[]>>;

/** What was typed as the values that it stands for. */
export interface Nested {
  values: unknown;
  /** The name of the field that a path in the values came from. */
  nameOf(path: readonly PropertyKey[]): string;
}

type Leaf = string | readonly string[];
type Branch = Map<string, Branch | Leaf>;
const DEEPEST = 5;

/** The fields of this request's form, urlencoded or multipart. Files are not among them. */
export function typedOf(ctx: Context): Typed {
  const { rawBody, body } = ctx.request;
  // As it came: the body parser would have made its own structure of dots and numbers.
  if (rawBody !== undefined) return grouped(new URLSearchParams(rawBody));
  const fields = Object.entries((body ?? {}) as Record<string, unknown>);
  return grouped(
    fields.flatMap(([name, value]) => (Array.isArray(value) ? value : [value]).map((each): [string, unknown] => [name, each])),
  );
}

/** The text of a field; of several ones the last, as browsers fill forms in; none is ''. */
export function textOf(typed: Typed, name: string): string {
  const value = typed[name];
  return typeof value === 'string' ? value : (value?.at(-1) ?? '');
}

/** The texts of a field that may come several times. */
export function textsOf(typed: Typed, name: string): readonly string[] {
  const value = typed[name] ?? [];
  return typeof value === 'string' ? [value] : value;
}

/** Fields with numbers become lists, in the order of the numbers and without gaps. */
export function nested(typed: Typed): Nested {
  const root: Branch = new Map();
  for (const [name, value] of Object.entries(typed)) grow(root, name.split('.', DEEPEST), value);
  return {
    values: valueOf(root),
    nameOf(path) {
      let at: Branch | Leaf | undefined = root;
      return path
        .map((step) => {
          const key: string = at instanceof Map && isList(at) ? (numbersOf(at)[Number(step)] ?? String(step)) : String(step);
          at = at instanceof Map ? at.get(key) : undefined;
          return key;
        })
        .join('.');
    },
  };
}

function grouped(pairs: Iterable<readonly [string, unknown]>): Typed {
  const typed = new Map<string, string | string[]>();
  for (const [name, value] of pairs) {
    if (typeof value !== 'string') continue;
    // Browsers send the lines of a text area with CRLF, and count them as LF.
    const text = value.replaceAll('\r\n', '\n');
    const before = typed.get(name);
    typed.set(name, before === undefined ? text : [before, text].flat());
  }
  return Object.fromEntries(typed);
}

function grow(branch: Branch, [key = '', ...rest]: string[], value: Leaf): void {
  const there = branch.get(key);
  if (rest.length === 0) {
    if (there === undefined) branch.set(key, value);
    return;
  }
  const next = there ?? new Map<string, Branch | Leaf>();
  if (!(next instanceof Map)) return;
  branch.set(key, next);
  grow(next, rest, value);
}

function valueOf(at: Branch | Leaf): unknown {
  if (!(at instanceof Map)) return at;
  if (isList(at)) return numbersOf(at).map((key) => valueOf(at.get(key)!));
  return Object.fromEntries([...at].map(([key, value]) => [key, valueOf(value)]));
}

function isList(branch: Branch): boolean {
  return branch.size > 0 && [...branch.keys()].every((key) => /^\d{1,4}$/.test(key));
}

function numbersOf(branch: Branch): string[] {
  return [...branch.keys()].sort((a, b) => Number(a) - Number(b));
}

/** Rows inside the engine: plain JSON, frozen. */
import { bytesOf, textOf, type Bytes } from './bytes.ts';

export interface AnyRow {
  readonly id: string;
}

/**
 * The JSON of a row. What is read goes through it, so that it shares nothing with what was put, and is now what it will be
 * after a restart. Throws TypeError for a row without an id, or with something JSON does not know.
 */
export function written(row: AnyRow): string {
  if (typeof row?.id !== 'string' || row.id === '') throw new TypeError('a row needs an id: a string that is not empty');
  const text = JSON.stringify(row);
  // zod drops such a key when the file is opened, so it is not kept until then either.
  if (!text.includes('"__proto__"')) return text;
  return JSON.stringify(JSON.parse(text, (key, value: unknown) => (key === '__proto__' ? undefined : value)));
}

/** The row that this is the JSON of, frozen. */
export function parsed(text: string): AnyRow {
  return freeze(JSON.parse(text) as AnyRow);
}

/** The JSON of a row that is in order, as its bytes. */
export function jsonOf(row: AnyRow): Bytes {
  return bytesOf(JSON.stringify(row));
}

/** The row of such JSON, frozen. */
export function rowOf(json: Bytes): AnyRow {
  return parsed(textOf(json));
}

/** Freezes plain JSON, all the way down. */
export function freeze<T extends object>(value: T): T {
  for (const inner of Object.values(value as Record<string, unknown>)) if (typeof inner === 'object' && inner !== null) freeze(inner);
  return Object.freeze(value);
}

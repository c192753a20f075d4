/** Rows inside the engine: plain JSON, frozen. */

export interface AnyRow {
  readonly id: string;
}

export interface FrozenRow {
  readonly row: AnyRow;
  /** The row as JSON, for engines that write it down. */
  readonly text: string;
}

/**
 * A frozen copy that shares nothing with what was put. It goes through JSON, so that what is read now is what will be
 * read after a restart. Throws TypeError for a row without an id, or with something JSON does not know.
 */
export function frozenCopy(row: AnyRow): FrozenRow {
  if (typeof row?.id !== 'string' || row.id === '') throw new TypeError('a row needs an id: a string that is not empty');
  const text = JSON.stringify(row);
  // zod drops such a key when the file is opened, so it is not kept until then either.
  if (!text.includes('"__proto__"')) return { row: freeze(JSON.parse(text) as AnyRow), text };
  const clean = JSON.parse(text, (key, value: unknown) => (key === '__proto__' ? undefined : value)) as AnyRow;
  return { row: freeze(clean), text: JSON.stringify(clean) };
}

/** Freezes plain JSON, all the way down. */
export function freeze<T extends object>(value: T): T {
  for (const key in value) {
    const inner = value[key];
    if (typeof inner === 'object' && inner !== null) freeze(inner);
  }
  return Object.freeze(value);
}

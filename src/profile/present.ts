/** Objects whose empty fields are absent, as kapi's are: never null. */

/** The fields that have a value, or undefined when none has. */
export function present<T>(fields: Readonly<Record<string, T | undefined>>): Record<string, T> | undefined {
  let kept: Record<string, T> | undefined;
  for (const [name, value] of Object.entries(fields)) if (value !== undefined) (kept ??= {})[name] = value;
  return kept;
}

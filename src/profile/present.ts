/** Objects whose empty fields are absent, as kapi's are: never null. */

/** The fields that have a value, or undefined when none has. */
export function present<T>(fields: Readonly<Record<string, T | undefined>>): Record<string, T> | undefined {
  const entries = Object.entries(fields).filter((entry): entry is [string, T] => entry[1] !== undefined);
  return entries.length > 0 ? Object.fromEntries(entries) : undefined;
}

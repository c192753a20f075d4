/** What can become of a connection, or of the answer on it, on the way. */

/** `reset`: torn down. `hang`: no answer. `truncate`: half of it. A number: a gateway answers in its place, with a page. */
export type Wire = 'reset' | 'hang' | 'truncate' | '500' | '502' | '503' | '504';

export const wires: readonly Wire[] = ['reset', 'hang', 'truncate', '500', '502', '503', '504'];

export function isWire(text: string): text is Wire {
  return (wires as readonly string[]).includes(text);
}

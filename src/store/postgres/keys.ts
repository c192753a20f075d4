/** Ids and index values as PostgreSQL can hold them: it knows no NUL, and its indexes no long keys. */
import { createHash } from 'node:crypto';

const LONGEST = 500;

/** The text itself, nearly always. Order stays, but for what is longer than anything of ours: that is cut, and told apart by a hash. */
export function keyText(text: string): string {
  // NUL becomes two characters that sort where it did, so its neighbour needs two as well.
  const known = /\p{Cc}/u.test(text) ? text.replaceAll('\x01', '\x01\x02').replaceAll('\0', '\x01\x01') : text;
  if (known.length <= LONGEST) return known;
  return `${known.slice(0, LONGEST).toWellFormed()}${createHash('sha256').update(known).digest('base64url')}`;
}

/** The name of an uploaded file, as people may read it. It never becomes part of a path. */

const MOST = 120;
/** Control characters, and marks that turn the direction of writing, so that `exe` can be read as `gpj`. */
const UNSEEN = /[\p{Cc}\p{Cs}\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/gu;

/** The last part of the path that a browser sent, composed (macOS sends 한글 in parts), with nothing unseen in it. */
export function displayName(sent: string): string {
  const last = sent.split(/[/\\]/).at(-1) ?? '';
  const clean = last.normalize('NFC').replace(UNSEEN, '').trim();
  return [...clean].slice(0, MOST).join('') || 'unnamed';
}

/** Ids and secrets. Everything random comes from here. */
import { createHash, randomBytes, randomInt } from 'node:crypto';

const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
let last = 0;

/**
 * An id that sorts by creation: 10 characters of time, then 14 random ones (24, like Kakao's resource ids).
 * Within one process each id is greater than the one before, even when the clock stands still.
 * @param now milliseconds
 */
export function timeId(now: number): string {
  last = Math.max(last + 1, now * 1024);
  let head = '';
  for (let rest = last, i = 0; i < 12; i += 1) {
    head = ALPHABET.charAt(rest % 32) + head;
    rest = Math.floor(rest / 32);
  }
  return head + randomText(12, ALPHABET);
}

/** Ids of a world that begins anew sort by its own time, not after those of the one before, which may have been far ahead. */
export function beginIds(): void {
  last = 0;
}

/** `length` random characters of an alphabet (of at most 256). */
export function randomText(length: number, alphabet: string): string {
  let text = '';
  for (let i = 0; i < length; i += 1) text += alphabet.charAt(randomInt(alphabet.length));
  return text;
}

/** A random URL-safe token of `bytes` bytes. */
export function randomToken(bytes = 24): string {
  return randomBytes(bytes).toString('base64url');
}

/**
 * A user number (회원번호): ten digits that begin with 39, or nineteen, which do not fit a JavaScript number. The same name gets the
 * same number in every world, so that it can be told before it is given.
 */
export function userNumber(name: string, length: 10 | 19): string {
  const digits = BigInt(`0x${createHash('sha256').update(name).digest('hex')}`)
    .toString()
    .slice(-18);
  return length === 10 ? `39${digits.slice(-8)}` : `4${digits}`;
}

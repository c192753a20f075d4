/** Ids and secrets. Everything random comes from here. */
import { createHash, randomBytes, randomInt } from 'node:crypto';

const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
/** Letters of time. */
const HEAD = 12;
/** The last id of each second: worlds beside one another have times of their own. */
const lasts = new Map<number, number>();
const MOST_SECONDS = 1000;

/**
 * An id that sorts by creation: 12 characters of time, then 12 random ones (24, like Kakao's resource ids).
 * Within one process each id of a second is greater than the one before, even when the clock stands still.
 * @param now milliseconds
 * @param after an id of whatever process, and whatever its clock says: the new one is greater
 */
export function timeId(now: number, after?: string): string {
  const second = Math.floor(now / 1000);
  const last = Math.max((lasts.get(second) ?? 0) + 1, now * 1024);
  remember(second, last);
  return headOf(Math.max(last, after === undefined ? 0 : numberOf(after) + 1)) + randomText(12, ALPHABET);
}

function headOf(number: number): string {
  let head = '';
  for (let rest = number, i = 0; i < HEAD; i += 1) {
    head = ALPHABET.charAt(rest % 32) + head;
    rest = Math.floor(rest / 32);
  }
  return head;
}

function numberOf(id: string): number {
  let number = 0;
  for (const letter of id.slice(0, HEAD)) number = number * 32 + ALPHABET.indexOf(letter);
  return number;
}

/** The seconds that were used last are kept. */
function remember(second: number, last: number): void {
  lasts.delete(second);
  lasts.set(second, last);
  if (lasts.size > MOST_SECONDS) lasts.delete(lasts.keys().next().value!);
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

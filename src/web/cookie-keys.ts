/**
 * What signs cookies and checks them: the signatures are Keygrip's, byte for byte, which the libraries below would make of the keys
 * themselves. Each request of a login checks two or three; Keygrip takes three HMACs for each, by keys that it makes anew, and this one.
 */
import { createHmac, createSecretKey, timingSafeEqual } from 'node:crypto';

export interface CookieKeys {
  sign(data: string): string;
  verify(data: string, signature: string): boolean;
  /** Which key has signed it, or -1. */
  index(data: string, signature: string): number;
}

/** Far more than the logins of one moment need. */
const MOST = 1000;

/** The first key signs, all of them verify. */
export function cookieKeys(keys: readonly string[]): CookieKeys {
  const secrets = keys.map((key) => createSecretKey(Buffer.from(key)));
  /** The latest that the first key has made, by what they sign: a cookie that is set is asked for soon, and more than once. */
  const latest = new Map<string, Buffer>();
  const signatures = (data: string, at: number): Buffer => Buffer.from(createHmac('sha1', secrets[at]!).update(data).digest('base64url'));
  const byFirst = (data: string): Buffer => {
    const known = latest.get(data);
    if (known) return known;
    if (latest.size === MOST) latest.clear();
    const made = signatures(data, 0);
    latest.set(data, made);
    return made;
  };
  const index = (data: string, signature: string): number => {
    const given = Buffer.from(signature);
    return secrets.findIndex((_, at) => isSame(given, at === 0 ? byFirst(data) : signatures(data, at)));
  };
  return { index, sign: (data) => byFirst(data).toString(), verify: (data, signature) => index(data, signature) >= 0 };
}

function isSame(given: Buffer, expected: Buffer): boolean {
  return given.length === expected.length && timingSafeEqual(given, expected);
}

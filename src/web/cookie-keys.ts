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
  const signers = keys.map(signer);
  const index = (data: string, signature: string): number => {
    const given = Buffer.from(signature);
    return signers.findIndex((sign) => isSame(given, sign(data)));
  };
  return { index, sign: (data) => signers[0]!(data).toString(), verify: (data, signature) => index(data, signature) >= 0 };
}

/** Keeps the latest that it has made: a cookie that is set is asked for soon, and more than once. */
function signer(key: string): (data: string) => Buffer {
  const secret = createSecretKey(Buffer.from(key));
  const latest = new Map<string, Buffer>();
  return (data) => {
    const known = latest.get(data);
    if (known) return known;
    if (latest.size === MOST) latest.clear();
    const made = Buffer.from(createHmac('sha1', secret).update(data).digest('base64url'));
    latest.set(data, made);
    return made;
  };
}

function isSame(given: Buffer, expected: Buffer): boolean {
  return given.length === expected.length && timingSafeEqual(given, expected);
}

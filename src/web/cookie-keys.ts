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

/** The first key signs, all of them verify. */
export function cookieKeys(keys: readonly string[]): CookieKeys {
  const secrets = keys.map((key) => createSecretKey(Buffer.from(key)));
  const signatures = (data: string, at: number): Buffer => Buffer.from(createHmac('sha1', secrets[at]!).update(data).digest('base64url'));
  const index = (data: string, signature: string): number => {
    const given = Buffer.from(signature);
    return secrets.findIndex((_, at) => isSame(given, signatures(data, at)));
  };
  return { index, sign: (data) => signatures(data, 0).toString(), verify: (data, signature) => index(data, signature) >= 0 };
}

function isSame(given: Buffer, expected: Buffer): boolean {
  return given.length === expected.length && timingSafeEqual(given, expected);
}

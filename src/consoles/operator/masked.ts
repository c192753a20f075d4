/** Secrets as the bench shows them: the first four characters are enough to tell two keys apart. */
const SECRET_HEADERS = new Set(['authorization', 'proxy-authorization', 'cookie', 'set-cookie', 'webhook-signature']);
const KEPT = 4;
const MASK = '••••••••';

type Header = readonly [name: string, value: string];

/** A header whose scheme (`KakaoAK`, `v1,`) stays readable, and whose secret does not; nor does a key that a receiver sends back. */
export function maskedHeader([name, value]: Header): Header {
  return [name, SECRET_HEADERS.has(name.toLowerCase()) ? maskSecret(value) : maskKeys(value)];
}

/** Headers as lines of `Name: value`. */
export function headerLines(headers: Iterable<Header>): string {
  return [...headers].map(([name, value]) => `${name}: ${value}`).join('\n');
}

/** The URL without its password. */
export function maskUrl(url: string): string {
  return url.replace(/^(https?:\/\/)[^/?#]*@/, `$1${MASK}@`);
}

/** What stands before the secret of a header, and the secret. */
export function partsOfSecret(value: string): { scheme: string; secret: string } {
  const [, scheme = '', secret = ''] = /^([A-Za-z]+ |v1a?,|[^=;\s]+=)?(.*)$/s.exec(value) ?? [];
  return { scheme, secret };
}

function maskSecret(value: string): string {
  const { scheme, secret } = partsOfSecret(value);
  return scheme + masked(secret);
}

function maskKeys(value: string): string {
  return value.replace(/(KakaoAK\s+)(\S+)/gi, (_, scheme: string, key: string) => scheme + masked(key));
}

function masked(secret: string): string {
  return secret.slice(0, KEPT) + MASK;
}

/** Secrets as the log shows them: the first four characters are enough to tell two keys apart. */
const SECRET_HEADERS = new Set(['authorization', 'proxy-authorization', 'cookie', 'set-cookie', 'webhook-signature']);
const KEPT = 4;
const MASK = '••••••••';

/** Headers as lines of `Name: value`. A scheme (`KakaoAK`, `v1,`) stays readable; a key that a receiver sends back does not. */
export function headerLines(headers: Readonly<Record<string, string>>): string {
  return Object.entries(headers)
    .map(([name, value]) => `${name}: ${SECRET_HEADERS.has(name.toLowerCase()) ? maskHeader(value) : maskKeys(value)}`)
    .join('\n');
}

/** The URL without its password. */
export function maskUrl(url: string): string {
  return url.replace(/^(https?:\/\/)[^/?#]*@/, `$1${MASK}@`);
}

function maskHeader(value: string): string {
  return value.replace(/^([A-Za-z]+ |v1a?,|[^=;\s]+=)?(.*)$/s, (_, scheme: string = '', secret: string) => scheme + masked(secret));
}

function maskKeys(value: string): string {
  return value.replace(/(KakaoAK\s+)(\S+)/gi, (_, scheme: string, key: string) => scheme + masked(key));
}

function masked(secret: string): string {
  return secret.slice(0, KEPT) + MASK;
}

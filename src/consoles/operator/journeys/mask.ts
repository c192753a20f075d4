/** Secrets of a journey: found once where they have a name, and covered wherever else they stand. */
import type { JourneyStep } from '../../../journeys/index.ts';

/** Covers the secrets in a text of this journey. */
export type Mask = (text: string) => string;

/** Parameters, fields and properties that are secrets. */
export const SECRET_NAMES = [
  'access_token',
  'refresh_token',
  'id_token',
  'id_token_hint',
  'code',
  'code_verifier',
  'client_secret',
  'password',
  'auth_tran_id',
  'agt',
  'token',
  'once',
] as const;

const NAMES = SECRET_NAMES.join('|');
const IN_QUERY = new RegExp(`(^|[?&;\\s])(${NAMES})=([^&#\\s"]*)`, 'g');
const IN_JSON = new RegExp(`("(?:${NAMES})"\\s*:\\s*")((?:[^"\\\\]|\\\\.)*)`, 'g');
const COOKIE = /([^=;,\s]+=)([^;,\s]*)/g;
const ATTRIBUTE = /^(?:path|expires|samesite|domain|max-age)=$/i;
const SCHEME = /\b(Bearer|Basic|KakaoAK)(\s+)([^\s,"]+)/gi;
const MASK = '••••••••';
/** What is shorter could stand anywhere by chance. */
const LONG_ENOUGH = 8;
/** The first characters tell two secrets apart, and of a short one would tell too much. */
const KEPT = 4;
const KEPT_FROM = 12;

/** @param shown whether secrets were asked for: then nothing is covered */
export function maskOf(steps: readonly JourneyStep[], shown = false): Mask {
  if (shown) return (text) => text;
  const secrets = secretsOf(steps);
  return (text) => {
    const named = text
      .replace(IN_QUERY, (_, before: string, name: string, value: string) => `${before}${name}=${covered(value)}`)
      .replace(IN_JSON, (_, before: string, value: string) => before + covered(value))
      .replace(SCHEME, (_, scheme: string, space: string, value: string) => scheme + space + covered(value));
    return secrets.reduce((rest, secret) => rest.replaceAll(secret, covered(secret)), named);
  };
}

/** A header as it may be shown. */
export function maskedHeader(mask: Mask, name: string, value: string): string {
  const cookies = /^(?:set-)?cookie$/.test(name) && mask('token=0') !== 'token=0';
  return mask(
    cookies ? value.replace(COOKIE, (all, key: string, secret: string) => (ATTRIBUTE.test(key) ? all : key + covered(secret))) : value,
  );
}

/** Long ones first: one may be a part of another. */
function secretsOf(steps: readonly JourneyStep[]): string[] {
  const found = new Set<string>();
  for (const step of steps) {
    const headers = { ...step.requestHeaders, ...step.responseHeaders };
    for (const text of [step.url, step.requestBody, step.responseBody, ...Object.values(headers)]) {
      for (const [, , , value = ''] of text.matchAll(IN_QUERY)) found.add(value).add(decoded(value));
      for (const [, , value = ''] of text.matchAll(IN_JSON)) found.add(value);
      for (const [, , , value = ''] of text.matchAll(SCHEME)) found.add(value);
    }
    for (const jar of [step.requestHeaders.cookie, step.responseHeaders['set-cookie']]) {
      for (const [, name = '', value = ''] of (jar ?? '').matchAll(COOKIE)) if (!ATTRIBUTE.test(name)) found.add(value);
    }
  }
  return [...found].filter(({ length }) => length >= LONG_ENOUGH).sort((a, b) => b.length - a.length);
}

function decoded(value: string): string {
  return new URLSearchParams(`value=${value}`).get('value') ?? value;
}

function covered(secret: string): string {
  if (secret === '' || secret.endsWith(MASK)) return secret;
  return (secret.length >= KEPT_FROM ? secret.slice(0, KEPT) : '') + MASK;
}

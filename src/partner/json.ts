/** Kakao's JSON, read without losing a digit: user numbers may have nineteen, JavaScript's numbers hold sixteen. */

/** What never belongs on a screen in full, by its field name. */
const SECRETS = new Set(['access_token', 'refresh_token', 'id_token', 'client_secret', 'code_verifier', 'code']);

/**
 * The value that `text` says; numbers that JavaScript cannot hold exactly come as a string of their digits.
 * Undefined for what is not JSON.
 */
export function readJson(text: string): unknown {
  return parse(text, (number, digits) => (Number.isInteger(number) && !Number.isSafeInteger(number) ? digits : number));
}

/** `text` indented for a reader, digit for digit, with tokens and secrets shortened. What is not JSON stays as it is. */
export function prettyJson(text: string): string {
  const value = parse(text, (_number, digits) => JSON.rawJSON(digits));
  if (value === undefined) return text;
  const shortened = (key: string, field: unknown) => (typeof field === 'string' && SECRETS.has(key) ? shorten(field) : field);
  return JSON.stringify(value, shortened, 2);
}

/** Enough of a secret to recognise it, and its length. */
export function shorten(secret: string): string {
  return `${secret.length <= 8 ? '' : secret.slice(0, 4)}…(${secret.length})`;
}

/** The field at `path` if there is one and it is a string, number or boolean, as text. */
export function textAt(value: unknown, ...path: string[]): string | undefined {
  const found = path.reduce<unknown>((inner, key) => (isRecord(inner) ? inner[key] : undefined), value);
  return ['string', 'number', 'boolean'].includes(typeof found) ? String(found) : undefined;
}

/** The objects in the list under `key`; empty if there is no such list. */
export function listAt(value: unknown, key: string): Record<string, unknown>[] {
  const found = isRecord(value) ? value[key] : undefined;
  return Array.isArray(found) ? found.filter(isRecord) : [];
}

/** Whether `value` is a JSON object. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function parse(text: string, numbers: (number: number, digits: string) => unknown): unknown {
  try {
    return JSON.parse(text, (_key, value: unknown, context?: { source?: string }) =>
      typeof value === 'number' && context?.source !== undefined ? numbers(value, context.source) : value,
    );
  } catch {
    return undefined;
  }
}

/** JSON with numbers beyond JavaScript's safe integers, digit for digit. */

declare global {
  interface JSON {
    /** ES2025: text that stands in JSON as it is. */
    rawJSON(text: string): object;
  }
}

/** A user number as a JSON number: `"4012345678901234567"` becomes 4012345678901234567 on the wire. Throws TypeError. */
export function exactNumber(digits: string): object {
  if (!/^\d+$/.test(digits)) throw new TypeError(`expected digits, got ${digits}`);
  return JSON.rawJSON(digits);
}

/** The digits of a JSON array of whole numbers (`[4012345678901234567]`), or undefined for any other text. */
export function exactNumbers(text: string): string[] | undefined {
  try {
    const value: unknown = JSON.parse(text, asBigInt);
    return Array.isArray(value) && value.every((each) => typeof each === 'bigint') ? value.map(String) : undefined;
  } catch {
    return undefined;
  }
}

/** JSON on several lines, with every number as it was written. Text that is no JSON comes back as it is. */
export function prettyJson(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text, asWritten), null, 2);
  } catch {
    return text;
  }
}

function asBigInt(_key: string, value: unknown, context?: { source?: string }): unknown {
  const digits = typeof value === 'number' ? context?.source : undefined;
  return digits !== undefined && /^\d+$/.test(digits) ? BigInt(digits) : value;
}

function asWritten(_key: string, value: unknown, context?: { source?: string }): unknown {
  return typeof value === 'number' && context?.source ? JSON.rawJSON(context.source) : value;
}

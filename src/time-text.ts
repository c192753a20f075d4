/** Time as people and programs write it: how long (`6h`, `1d12h`, `90s`) and when (`2026-12-01T09:00`, in Korea unless it says where). */
import { z } from 'zod';
import { DAY, HOUR, MINUTE, SECOND } from './clock.ts';

const UNITS: Readonly<Record<string, number>> = { ms: 1, s: SECOND, m: MINUTE, h: HOUR, d: DAY, w: 7 * DAY };

/** What to say of a text that is none. */
export const A_DURATION = 'expected a duration like 6h, 90s, 1d12h or 250ms';
export const A_MOMENT = 'expected a moment like 2026-12-01T09:00:00+09:00 or 2026-12-01';

/** Milliseconds of `6h`, `1d12h`, `1.5s`; undefined for what is no duration. */
export function durationOf(text: string): number | undefined {
  if (!/^(?:\d+(?:\.\d+)?(?:ms|[smhdw])\s*)+$/.test(text)) return undefined;
  const parts = [...text.matchAll(/(\d+(?:\.\d+)?)(ms|[smhdw])/g)];
  return Math.round(parts.reduce((sum, [, amount, unit]) => sum + Number(amount) * UNITS[unit!]!, 0));
}

/** Milliseconds since 1970; a day alone is its midnight, a time without a zone is Korea's. Undefined for what is no moment. */
export function momentIn(text: string): number | undefined {
  const [, day, time = 'T00:00', zone = '+09:00'] =
    /^(\d{4}-\d\d-\d\d)(T\d\d:\d\d(?::\d\d(?:\.\d{1,3})?)?)?(Z|[+-]\d\d:\d\d)?$/.exec(text) ?? [];
  const at = day === undefined ? Number.NaN : Date.parse(day + time + zone);
  // A parser takes the 31st of February for a day in March.
  const isReal = !Number.isNaN(at) && new Date(Date.parse(`${day}T00:00Z`)).toISOString().startsWith(day!);
  return isReal ? at : undefined;
}

/** `6h`, `1d12h`, `90s` to milliseconds. */
export const duration = numberFrom(durationOf, A_DURATION);
/** `2026-12-01T09:00` to milliseconds since 1970. */
export const moment = numberFrom(momentIn, A_MOMENT);

/** A duration, or milliseconds as a number. */
export const howLong = z.union([duration, z.number().int().min(0)], `${A_DURATION}, or milliseconds`);

function numberFrom(read: (text: string) => number | undefined, expected: string) {
  return z.string(expected).transform((text, ctx) => {
    const number = read(text.trim());
    if (number === undefined) ctx.addIssue({ code: 'custom', message: `${expected}, got "${text}"` });
    return number ?? z.NEVER;
  });
}

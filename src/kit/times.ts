/** How long and when, as a test or a program says it. */
import { z } from 'zod';
import { A_DURATION, A_MOMENT, durationOf, momentIn } from '../time-text.ts';

/** `6h`, `1d12h`, `90s` to milliseconds. */
export const duration = numberFrom(durationOf, A_DURATION);
/** `2026-12-01T09:00` to milliseconds since 1970. */
export const moment = numberFrom(momentIn, A_MOMENT);

/** The same, or milliseconds as a number. */
export const howLong = z.union([duration, z.number().int().min(0)], `${A_DURATION}, or milliseconds`);

function numberFrom(read: (text: string) => number | undefined, expected: string) {
  return z.string(expected).transform((text, ctx) => {
    const number = read(text.trim());
    if (number === undefined) ctx.addIssue({ code: 'custom', message: `${expected}, got "${text}"` });
    return number ?? z.NEVER;
  });
}

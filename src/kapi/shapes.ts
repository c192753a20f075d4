/** Shapes that answers share. Each API says what it gives; the tests hold every answer against it, the coverage page lists its fields. */
import { z } from 'zod';

/** 회원번호, or another 64-bit integer: a JSON number, which readers may have rounded by now. */
export const longNumber = z.number().nonnegative();

/** RFC 3339 in UTC with whole seconds. Source: kakao-api 0.5. */
export const dateTime = z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);

export const url = z.url({ protocol: /^https?$/ });

/** How a user stands to a channel; `NONE` has no date. */
export const relation = z.enum(['ADDED', 'BLOCKED', 'NONE']);

/** What the APIs answer that only do something. */
export const idAlone = z.strictObject({ id: longNumber });

/** The body of every failure; `-402` says which consent is missing. Source: kakao-api 0.5, 2.17. */
export const failure = z.strictObject({
  msg: z.string().min(1),
  code: z.number().int().negative(),
  api_type: z.string().optional(),
  required_scopes: z.array(z.string()).optional(),
  allowed_scopes: z.array(z.string()).optional(),
});

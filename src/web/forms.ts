/** Bodies and queries of our own routes, checked by zod before a handler sees them. */
import type { Context } from 'koa';
import type { z } from 'zod';
import { RuleBroken } from '../rule.ts';
import { onFirst } from './on-first.ts';

/** What was sent does not fit: names the field and what was expected. */
export class InputRefused extends RuleBroken {
  readonly code: string = 'input_refused';
  constructor(field: string, expected: string, more: Record<string, unknown> = {}) {
    super(`${field}: ${expected}`, { field, expected, ...more });
  }
}

/** Middleware for our own POST routes; never in front of the provider's, which read their own bodies. */
export const formBody = onFirst(async () => {
  const { bodyParser } = await import('@koa/bodyparser');
  return bodyParser({ enableTypes: ['form'], formLimit: '64kb', onError: unreadable });
});

/** What the parser cannot read (a gzip that is none, for one) is the sender's fault, as its other errors say by a status. */
function unreadable(error: Error): never {
  throw Object.assign(error, 'status' in error ? {} : { status: 400 });
}

/** The form body as `schema` reads it. Throws InputRefused. */
export function form<T extends z.ZodType>(ctx: Context, schema: T): z.output<T> {
  return checked(ctx.request.body ?? {}, schema);
}

/** The query as `schema` reads it. Throws InputRefused. */
export function query<T extends z.ZodType>(ctx: Context, schema: T): z.output<T> {
  return checked(ctx.query, schema);
}

/** Form fields that may come once, several times or not at all, as a list. */
export function list(value: unknown): unknown {
  return value === undefined ? [] : Array.isArray(value) ? value : [value];
}

function checked<T extends z.ZodType>(value: unknown, schema: T): z.output<T> {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  throw new InputRefused(issue?.path.join('.') || 'body', issue?.message ?? 'unexpected');
}

/** Links of a page to the same one seen otherwise. */
import type { Context } from 'koa';
import { FORM_TOKEN } from './form-token.ts';

/** Its address with this parameter as the last one. */
export function thisPageWith(ctx: Context, name: string, value: string): string {
  return new URL(ctx.originalUrl, 'http://localhost').pathname + queryWith(ctx, name, value);
}

/** The query of that: a browser keeps the path where a link has a query alone. */
export function queryWith(ctx: Context, name: string, value: string): string {
  // As it was asked for: on its way through a door the address may have been rewritten.
  const { searchParams } = new URL(ctx.originalUrl, 'http://localhost');
  for (const each of [FORM_TOKEN, name]) searchParams.delete(each);
  searchParams.append(name, value);
  return `?${searchParams}`;
}

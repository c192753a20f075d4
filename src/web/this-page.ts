/** The address of the page that is being answered, for links to the same one seen otherwise. */
import type { Context } from 'koa';
import { FORM_TOKEN } from './form-token.ts';

/** With this parameter as its last one. */
export function thisPageWith(ctx: Context, name: string, value: string): string {
  // As it was asked for: on its way through a door the address may have been rewritten.
  const { pathname, searchParams } = new URL(ctx.originalUrl, 'http://localhost');
  for (const each of [FORM_TOKEN, name]) searchParams.delete(each);
  searchParams.append(name, value);
  return `${pathname}?${searchParams}`;
}

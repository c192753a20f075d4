/** What a form has done, said on the page that it leads to: `?done=` names a text of ours, and never is one. */
import type { Context } from 'koa';
import { reading } from '../../web/language.ts';
import { hasText, type TextKey } from '../../web/text/index.ts';

/** A text `done.…` of the dictionary. */
export type DoneKey = TextKey extends infer K ? (K extends `done.${infer Name}` ? Name : never) : never;

/** A path to go on to, where the page will say what was done. */
export function saying(path: string, key: DoneKey): string {
  const [page = '', fragment] = path.split('#');
  const separator = page.includes('?') ? '&' : '?';
  return `${page}${separator}done=${key}${fragment === undefined ? '' : `#${fragment}`}`;
}

/** The text that this page has to say, or null. */
export function doneText(ctx: Context): string | null {
  const key = `done.${String(ctx.query.done)}`;
  return hasText(key) ? reading(ctx).t(key) : null;
}

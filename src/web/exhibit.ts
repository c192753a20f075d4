/** A page of the login that is only shown: drawn as always, in a frame of ours, with forms that go nowhere and a sign that says so. */
import type { Context } from 'koa';
import { framedByUs } from './guard.ts';
import { type Language, translator } from './text/index.ts';

export interface Exhibit {
  /** What is shown, in the reader's language. */
  name: string;
  /** Where all of them hang. */
  back: string;
  /** The same one in another language. */
  languageLink(to: string): string;
}

/** From here on the answer is an exhibit in this language, which is nobody's choice for other pages. */
export function exhibit(ctx: Context, language: Language, shown: Exhibit): void {
  framedByUs(ctx);
  Object.assign(ctx.state, { language, t: translator(language), exhibit: shown });
}

/** What the answer is an exhibit of, or null for a page of the house at work. */
export function exhibitOf(ctx: Context): Exhibit | null {
  return (ctx.state as { exhibit?: Exhibit }).exhibit ?? null;
}

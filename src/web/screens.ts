/** The only way to draw a page: a typed screen, spoken by the view of the same name. */
import type { Context } from 'koa';
import { sharing } from './as-reached.ts';
import { asset } from './assets.ts';
import { clockSign } from './clock-sign.ts';
import { exhibitOf } from './exhibit.ts';
import { tokensIn } from './form-token.ts';
import { reading } from './language.ts';
import { tell } from './tell.ts';
import { thisPageWith } from './this-page.ts';
import { speak } from './views.ts';

/** Draws its screen as the answer to `ctx`, with status 200 unless told otherwise. */
export type Screen<Model extends object> = (ctx: Context, model: Model, status?: number) => Promise<void>;

/** The screen `views/{name}.ejs`. The view gets the model's fields and what every view gets. It decides nothing and escapes everything. */
export function screen<Model extends object>(name: string): Screen<Model> {
  return async (ctx, model, status = 200) => {
    const given = givenTo(ctx);
    const html = speak(name, { ...model, ...given });
    ctx.status = status;
    ctx.type = 'html';
    ctx.set('Content-Language', given.language);
    // An exhibit sends nothing, and leaves nothing with who looks.
    const page = given.exhibit ? html : tokensIn(ctx, html);
    ctx.body = bytesOf(page);
    tell(ctx, { screen: name });
  };
}

/**
 * What every view gets: `t`, `language`, `asset` (where a style sheet or script is), `languageLink` (the page's own address in
 * another language), `sharing` (who else sees it), `initial` (the first letter of a name), `clockSign` (what is to be said of the time) and `exhibit` (what a page that is only shown is an exhibit of).
 */
export function givenTo(ctx: Context) {
  const { t, language } = reading(ctx);
  const exhibit = exhibitOf(ctx);
  return {
    t,
    language,
    asset,
    initial,
    exhibit,
    sharing: sharing(ctx),
    clockSign: clockSign(ctx),
    languageLink: exhibit?.languageLink ?? ((to: string) => thisPageWith(ctx, 'lang', to)),
  };
}

const encoder = new TextEncoder();
const room = new Uint8Array(64 * 1024);

/** As bytes, which a string would be made into twice: to count them, and to send them. Into room that is there, as a new one is as dear. */
function bytesOf(page: string): Buffer {
  const { read, written } = encoder.encodeInto(page, room);
  return read === page.length ? Buffer.copyBytesFrom(room, 0, written) : Buffer.from(page);
}

/** Made with the first page that has one: it loads the rules of all scripts. */
let letters: Intl.Segmenter | undefined;

/** As people count letters: a flag, or a letter and its accents, is one. */
function initial(name: string): string {
  // Of most names it is plain, and told without the rules.
  if (/^[A-Za-z가-힣](?:[\w가-힣 ]|$)/.test(name)) return name.slice(0, 1);
  letters ??= new Intl.Segmenter();
  return letters.segment(name)[Symbol.iterator]().next().value?.segment ?? '';
}

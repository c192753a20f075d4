/** `POST /talk/messages/:id/clicks`: the button of a message is pressed. It leads to the link that was sent with it, and to no other. */
import type { Context } from 'koa';
import type { House } from '../../house.ts';
import { personOf } from '../kit/person.ts';

export function clickMessage(house: House) {
  return async (ctx: Context): Promise<void> => {
    const link = await house.messages.click(personOf(ctx).id, String(ctx.params.id));
    ctx.status = 303;
    // As it was sent, letter by letter: `ctx.redirect` would write it anew. A header has no letters beyond ASCII.
    ctx.set('Location', link.replace(/[^\x21-\x7e]+/g, encodeURIComponent));
    ctx.body = '';
  };
}

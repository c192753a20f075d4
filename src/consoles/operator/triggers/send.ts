/** `POST /_sim/triggers`: sends what was shown; leads to the delivery. */
import type { Context } from 'koa';
import { z } from 'zod';
import { unlinkReasons } from '../../../consent/index.ts';
import type { House } from '../../../house.ts';
import { saying } from '../../kit/done.ts';
import { takeForm } from '../../kit/take-form.ts';
import { pathOf } from '../deliveries/cards.ts';

const none = z.literal('').transform(() => undefined);
const LONGEST = 100;
const text = z.union([none, z.string().max(LONGEST)]);
const sendForm = z.object({
  event: z.string().max(LONGEST),
  app: z.string().max(LONGEST),
  user: text,
  channel: text,
  reason: z.union([none, z.enum(unlinkReasons)]),
  scopes: z.string().transform((items) => (items ? items.split(',') : undefined)),
});

export function sendByHand(house: House) {
  return async (ctx: Context): Promise<void> => {
    const back = (): void => {
      // Things have changed since it was shown: the page says what is in the way now.
      ctx.redirect(`/_sim/triggers?${new URLSearchParams(chosen(ctx.request.body))}`);
      ctx.status = 303;
    };
    await takeForm(house, ctx, {
      schema: sendForm,
      rules: Object.fromEntries(REFUSALS.map((code) => [code, ['', 'triggers.changed']])),
      apply: ({ event: name, app: appId, user: accountId, channel: channelId, reason, scopes }) =>
        house.store.write((tx) => house.consent.trigger(tx, { name, appId, accountId, channelId, reason, scopes })),
      onward: (id) => saying(pathOf({ id }), 'triggered'),
      draw: async () => back(),
    });
  };
}

/** What was chosen, as far as it could be a choice: the rest does not fit into an address. */
function chosen(body: unknown): [string, string][] {
  const sent = Object(body) as Record<string, unknown>;
  return ['event', 'app', 'user'].flatMap((name) => {
    const value = sent[name];
    return typeof value === 'string' && value.length <= LONGEST ? [[name, value]] : [];
  });
}

const REFUSALS = ['unknown_app', 'unknown_trigger', 'no_callback_address', 'no_user_to_tell', 'no_channel_to_tell', 'reason_not_told'];

/** What one click does to an inbox: used as the app's address, emptied, a script added or taken back. */
import type { Context } from 'koa';
import { z } from 'zod';
import type { House } from '../../../house.ts';
import { inboxKinds } from '../../../inbox/index.ts';
import { type DoneKey, saying } from '../../kit/done.ts';
import { type Taking, takeForm } from '../../kit/take-form.ts';
import { appOf, drawInbox } from './app.ts';
import { scriptRefusals, scriptSchema } from './script.ts';
import { pathOf } from './words.ts';

const kindForm = z.object({ kind: z.enum(inboxKinds as ['channel', 'sync', 'unlink', 'account']) });

/** `POST /_sim/inbox/:app/addresses` */
export function adopt(house: House) {
  return click(house, kindForm, 'inboxAdopted', (appId, { kind }) => house.inbox.adopt(appId, kind));
}

/** `POST /_sim/inbox/:app/scripts` */
export function addScript(house: House) {
  return async (ctx: Context): Promise<void> => {
    const { id: appId } = await appOf(house, ctx);
    await takeForm(house, ctx, {
      schema: scriptSchema,
      words: { delayMs: 'inbox.wrongDelay', times: 'inbox.wrongTimes' },
      rules: {
        script_refused: ({ field }) => [[String(field), scriptRefusals[String(field) as keyof typeof scriptRefusals]]],
      },
      apply: (value) => house.inbox.addScript(appId, { ...value, location: value.location || null }),
      onward: () => saying(`${pathOf(appId)}#scripts`, 'scriptAdded'),
      draw: (draft, status) => drawInbox(house, ctx, draft, status),
    });
  };
}

/** `POST /_sim/inbox/:app/clearances` */
export function clear(house: House) {
  return click(house, z.object({}), 'inboxCleared', (appId) => house.inbox.clear(appId));
}

/** `POST /_sim/inbox/:app/scripts/:id/removals` */
export function removeScript(house: House) {
  return click(house, z.object({}), 'scriptRemoved', (appId, _, ctx) => house.inbox.removeScript(appId, String(ctx.params.id)));
}

function click<S extends z.ZodType>(
  house: House,
  schema: S,
  done: DoneKey,
  apply: (appId: string, value: z.output<S>, ctx: Context) => Promise<unknown>,
) {
  return async (ctx: Context): Promise<void> => {
    const { id } = await appOf(house, ctx);
    const taking: Taking<S, unknown> = {
      schema,
      apply: (value) => apply(id, value, ctx),
      onward: () => saying(pathOf(id), done),
      draw: (_, status) => drawInbox(house, ctx, undefined, status),
    };
    await takeForm(house, ctx, taking);
  };
}

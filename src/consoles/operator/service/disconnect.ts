/** `/_sim/desk/:app/profiles/:channel/disconnections`: 연결 해제. Source: guide, 신청 1단계. */
import type { Context } from 'koa';
import { z } from 'zod';
import type { House } from '../../../house.ts';
import { DESK } from '../../../sync/index.ts';
import { reading } from '../../../web/language.ts';
import { saying } from '../../kit/done.ts';
import { freshDraft } from '../../kit/draft.ts';
import { fieldsOf } from '../../kit/fields.ts';
import { formOf } from '../../kit/form.ts';
import { button, fact } from '../../kit/parts.ts';
import { type Act, drawAct, noteFact, takeAct } from './act.ts';
import { serviceStep } from './app.ts';
import { pathOfApp } from './log.ts';
import { MOST_NOTE } from './note.ts';

const disconnectForm = z.object({ note: z.string().trim().max(MOST_NOTE).default('') });

export function showDisconnect(house: House) {
  return async (ctx: Context): Promise<void> => {
    const act = await disconnectAct(house, ctx);
    if (act) await drawAct(ctx, act, freshDraft(house, ctx));
  };
}

export function disconnect(house: House) {
  return async (ctx: Context): Promise<void> => {
    const act = await disconnectAct(house, ctx);
    if (act) await takeAct(house, ctx, act);
  };
}

async function disconnectAct(house: House, ctx: Context): Promise<Act<typeof disconnectForm, void> | undefined> {
  const { t } = reading(ctx);
  const app = await house.apps.byId(String(ctx.params.app));
  const channel = await house.channels.byId(String(ctx.params.channel));
  if (!app || !channel) return undefined;
  const path = pathOfApp(app.id);
  return {
    head: { heading: t('service.disconnectOf', { channel: channel.name }), trail: [serviceStep(ctx), { href: path, word: app.name }] },
    schema: disconnectForm,
    rules: { channel_not_connected: ['', 'service.notConnected'] },
    form: (draft) =>
      formOf(ctx, draft, {
        fields: [fieldsOf(ctx, draft).area('note', t('service.note'), { required: false, rows: 3, most: MOST_NOTE })],
        actions: [button(t('service.next'), 'primary', { testid: 'act-next' })],
      }),
    confirm: ({ note }) => ({
      heading: t('service.disconnectHeading'),
      says: t('service.disconnectSays'),
      summary: [
        fact(t('review.app'), `${app.name} (${app.id})`),
        fact(t('review.profile'), `${channel.name} (${channel.id})`),
        ...noteFact(ctx, note),
      ],
      ...(app.channelOnConsent === channel.id && { warning: t('service.disconnectShown') }),
      word: t('service.disconnect'),
    }),
    apply: ({ note }) => house.sync.disconnect(DESK, app.id, channel.id, note),
    onward: () => saying(path, 'disconnected'),
  };
}

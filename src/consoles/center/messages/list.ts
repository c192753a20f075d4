/** `GET /center/profiles/:id/messages`: what was sent, to whom, and what became of it. */
import type { Context } from 'koa';
import { z } from 'zod';
import type { Channel } from '../../../channels/index.ts';
import type { House } from '../../../house.ts';
import type { Sent } from '../../../messages/index.ts';
import { query } from '../../../web/forms.ts';
import { reading } from '../../../web/language.ts';
import { momentOf } from '../../../web/moment.ts';
import { screen } from '../../../web/screens.ts';
import type { Translate } from '../../../web/text/index.ts';
import { type Action, type Empty, link } from '../../kit/parts.ts';
import { personOf } from '../../kit/person.ts';
import { profileOf } from '../profile.ts';
import { cell, pageOf, type Pages, type Row, type Table } from '../table.ts';
import { messagePath, type MessagesFrame, messagesFrame, messagesPath, sendingRefusal } from './shared.ts';

interface MessagesScreen extends MessagesFrame {
  actions: Action[];
  table: Table | null;
  empty: Empty;
  pages: Pages | null;
}

const PAGE_SIZE = 20;
const LONGEST = 40;
const messagesQuery = z.object({ before: z.string().optional() });
const messagesPage = screen<MessagesScreen>('center/messages');

export function showMessages(house: House) {
  return async (ctx: Context): Promise<void> => {
    const { t } = reading(ctx);
    const profile = await profileOf(house, ctx);
    const { before } = query(ctx, messagesQuery);
    const sent = await house.messages.sent(personOf(ctx).id, profile.id, { before, limit: PAGE_SIZE + 1 });
    const found = sent.map((each) => ({ id: each.message.id, ...each }));
    const { shown, pages } = pageOf(found, PAGE_SIZE, { path: messagesPath(profile, 'sent'), before });
    const columns = [t('messages.message'), t('messages.to'), t('messages.recipients'), t('messages.opened'), t('messages.clicked')];
    const compose = link(t('messages.compose'), messagesPath(profile, 'new'), 'primary', {
      testid: 'compose',
      refusal: sendingRefusal(ctx, profile),
    });
    await messagesPage(ctx, {
      ...(await messagesFrame(house, ctx, profile, 'sent')),
      actions: [compose],
      table: shown.length > 0 ? { label: t('center.messages'), columns, rows: shown.map((each) => rowOf(t, profile, each)) } : null,
      empty: { title: before ? t('center.endOfList') : t('messages.none'), says: before ? '' : t('messages.noneNext'), actions: [] },
      pages,
    });
  };
}

function rowOf(t: Translate, profile: Channel, { message, recipients, opened, clicked, clicks }: Sent): Row {
  const text = message.text.length > LONGEST ? `${message.text.slice(0, LONGEST).trimEnd()}…` : message.text;
  return {
    testid: `message-${message.id}`,
    cells: [
      cell({ kind: 'link', text, href: messagePath(profile, message) }, { kind: 'time', time: momentOf(message.sentAt) }),
      cell(message.group?.name ?? t('messages.allFriends')),
      cell(t('center.count', { count: recipients })),
      cell(t('center.count', { count: opened })),
      cell(message.button ? t('messages.clicksOf', { people: clicked, clicks }) : t('messages.noButton')),
    ],
  };
}

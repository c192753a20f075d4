/** `GET /center/profiles/:id/messages/:message`: one message, who got it, who opened it, who clicked, and who got nothing. */
import type { Context } from 'koa';
import { z } from 'zod';
import type { House } from '../../../house.ts';
import type { Receipt, Sent } from '../../../messages/index.ts';
import { query } from '../../../web/forms.ts';
import { reading } from '../../../web/language.ts';
import { momentOf } from '../../../web/moment.ts';
import { screen } from '../../../web/screens.ts';
import type { Translate } from '../../../web/text/index.ts';
import { type Fact, fact, type Value } from '../../kit/parts.ts';
import { personOf } from '../../kit/person.ts';
import { nameOf } from '../people.ts';
import { profileOf } from '../profile.ts';
import { cell, pageOf, type Pages, type Row, type Table } from '../table.ts';
import { type Bubble, bubbleOf, messagePath, type MessagesFrame, messagesFrame, skippedFacts } from './shared.ts';

interface MessageScreen extends MessagesFrame {
  bubble: Bubble;
  facts: Fact[];
  /** Numbers of the group that got nothing. */
  skipped: Fact[];
  table: Table;
  pages: Pages | null;
}

const PAGE_SIZE = 20;
const messageQuery = z.object({ before: z.string().optional() });
const messagePage = screen<MessageScreen>('center/message');

export function showMessage(house: House) {
  return async (ctx: Context): Promise<void> => {
    const { t } = reading(ctx);
    const by = personOf(ctx).id;
    const profile = await profileOf(house, ctx);
    const { before } = query(ctx, messageQuery);
    const sent = await house.messages.sentOne(by, profile.id, String(ctx.params.message));
    const receipts = await house.messages.receipts(by, profile.id, sent.message.id, { before, limit: PAGE_SIZE + 1 });
    const { shown, pages } = pageOf(receipts, PAGE_SIZE, { path: messagePath(profile, sent.message), before });
    const columns = [t('messages.recipient'), t('messages.openedAt'), t('messages.clickedAt'), t('messages.clicks')];
    await messagePage(ctx, {
      ...(await messagesFrame(house, ctx, profile, 'sent', { heading: t('messages.message') })),
      bubble: bubbleOf(profile, sent.message),
      facts: await factsOf(house, t, sent),
      skipped: skippedFacts(t, sent.message.skipped),
      table: { label: t('messages.recipients'), columns, rows: await Promise.all(shown.map((each) => rowOf(house, t, each))) },
      pages,
    });
  };
}

async function factsOf(house: House, t: Translate, { message, recipients, opened, clicked, clicks }: Sent): Promise<Fact[]> {
  const { button, group, sentAt, sentBy } = message;
  return [
    fact(t('messages.sentAt'), { kind: 'time', time: momentOf(sentAt) }),
    fact(t('messages.sentBy'), (await nameOf(house, sentBy)).name),
    fact(t('messages.to'), group?.name ?? t('messages.allFriends')),
    fact(t('messages.recipients'), t('center.count', { count: recipients })),
    fact(t('messages.opened'), t('center.count', { count: opened })),
    fact(t('messages.clicked'), button ? t('messages.clicksOf', { people: clicked, clicks }) : t('messages.noButton')),
    ...(button ? [fact(t('messages.link'), { kind: 'code', text: button.link })] : []),
  ];
}

async function rowOf(house: House, t: Translate, { accountId, openedAt, clickedAt, clicks }: Receipt): Promise<Row> {
  return {
    testid: `receipt-${accountId}`,
    cells: [cell((await nameOf(house, accountId)).name), cell(moment(t, openedAt)), cell(moment(t, clickedAt)), cell(String(clicks))],
  };
}

function moment(t: Translate, at: number | null): Value {
  return at === null ? { kind: 'none', text: t('messages.notYet') } : { kind: 'time', time: momentOf(at) };
}

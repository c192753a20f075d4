/** `GET /talk/channels/:id`: a channel's own page, with what one has received from it. */
import type { Context } from 'koa';
import type { House } from '../../house.ts';
import { reading } from '../../web/language.ts';
import { momentOf } from '../../web/moment.ts';
import { screen } from '../../web/screens.ts';
import { personOf } from '../kit/person.ts';
import { type ChannelCard, channelCard } from './cards.ts';
import { snippet } from './chats.ts';
import { channelPath, phoneOf, type PhoneScreen } from './phone.ts';

interface ChannelScreen extends PhoneScreen {
  hasTalk: boolean;
  channel: ChannelCard;
  friends: string;
  /** The newest first. */
  received: { id: string; text: string; at: ReturnType<typeof momentOf>; isNew: boolean }[];
  chat: string;
}

const MOST_SHOWN = 5;
const channelPage = screen<ChannelScreen>('talk/channel');

export function showChannel(house: House) {
  return async (ctx: Context): Promise<void> => {
    const { t } = reading(ctx);
    const account = personOf(ctx);
    const channel = await house.channels.byId(String(ctx.params.id));
    if (!channel) return;
    const received = (await house.messages.chat(account.id, channel.id)).reverse().slice(0, MOST_SHOWN);
    await channelPage(ctx, {
      phone: await phoneOf(house, ctx, account, 'channels', { heading: channel.name }),
      hasTalk: account.hasTalk,
      channel: await channelCard(house, t, channel, account.id),
      friends: t('talk.friends', { count: await house.channels.friendsOf(channel.id) }),
      received: received.map(({ message, receipt }) => ({
        id: message.id,
        text: snippet(message),
        at: momentOf(message.sentAt),
        isNew: receipt.openedAt === null,
      })),
      chat: channelPath(channel.id, '/messages'),
    });
  };
}

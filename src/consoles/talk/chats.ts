/** `GET /talk/messages`: 받은 메시지, a chat for each channel that has sent something. */
import type { Context } from 'koa';
import type { House } from '../../house.ts';
import type { Message } from '../../messages/index.ts';
import { type Moment, momentOf } from '../../web/moment.ts';
import { picturePath } from '../../web/pictures.ts';
import { screen } from '../../web/screens.ts';
import { personOf } from '../kit/person.ts';
import { channelPath, phoneOf, type PhoneScreen } from './phone.ts';

interface ChatsScreen extends PhoneScreen {
  chats: { id: string; path: string; name: string; image: string | null; last: string; at: Moment; unread: number }[];
}

const LONGEST = 80;
const chatsPage = screen<ChatsScreen>('talk/chats');

export function showChats(house: House) {
  return async (ctx: Context): Promise<void> => {
    const account = personOf(ctx);
    const chats = await house.messages.chats(account.id);
    await chatsPage(ctx, {
      phone: await phoneOf(house, ctx, account, 'messages'),
      chats: await Promise.all(
        chats.map(async ({ channelId, last, unread }) => {
          const channel = await house.channels.byId(channelId);
          return {
            id: channelId,
            path: channelPath(channelId, '/messages'),
            name: channel?.name ?? channelId,
            image: channel ? picturePath(channel) : null,
            last: snippet(last),
            at: momentOf(last.sentAt),
            unread,
          };
        }),
      ),
    });
  };
}

/** A message in one line. */
export function snippet({ text }: Message): string {
  const line = text.replace(/\s+/g, ' ');
  return line.length > LONGEST ? `${line.slice(0, LONGEST).trimEnd()}…` : line;
}

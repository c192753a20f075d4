/** `GET /talk/channels/:id/messages`: the chat with a channel. Whoever looks at it has opened what is in it. */
import type { Context } from 'koa';
import type { House } from '../../house.ts';
import { reading } from '../../web/language.ts';
import { type Moment, momentOf } from '../../web/moment.ts';
import { picturePath } from '../../web/pictures.ts';
import { screen } from '../../web/screens.ts';
import { personOf } from '../kit/person.ts';
import { channelPath, phoneOf, type PhoneScreen } from './phone.ts';

interface ChatScreen extends PhoneScreen {
  channel: { path: string; name: string; image: string | null };
  days: { day: string; messages: { id: string; text: string; at: Moment; time: string; button: string | null; clicks: string }[] }[];
  /** Said at the end of a chat with a channel that was blocked or is not added. */
  note: string | null;
}

const chatPage = screen<ChatScreen>('talk/chat');

export function showChat(house: House) {
  return async (ctx: Context): Promise<void> => {
    const { t } = reading(ctx);
    const account = personOf(ctx);
    const channel = await house.channels.byId(String(ctx.params.id));
    if (!channel) return;
    await house.messages.openChat(account.id, channel.id);
    const entries = await house.messages.chat(account.id, channel.id);
    const messages = entries.map(({ message }) => {
      const at = momentOf(message.sentAt);
      const [day = '', time = ''] = at.text.split(' ');
      const clicks = `/talk/messages/${encodeURIComponent(message.id)}/clicks`;
      return { id: message.id, text: message.text, at, day, time: time.slice(0, 5), button: message.button?.title ?? null, clicks };
    });
    const relation = (await house.channels.relation(channel.id, account.id))?.relation;
    await chatPage(ctx, {
      phone: await phoneOf(house, ctx, account, 'messages', { heading: channel.name }),
      channel: { path: channelPath(channel.id), name: channel.name, image: picturePath(channel) },
      days: [...Map.groupBy(messages, ({ day }) => day)].map(([day, each]) => ({ day, messages: each })),
      note: relation === 'ADDED' ? null : t(relation ? 'talk.chatBlocked' : 'talk.chatNotAdded'),
    });
  };
}

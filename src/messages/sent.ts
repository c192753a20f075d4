/** What became of the messages of a profile, for its managers. Counted from the receipts, never kept beside them. */
import type { Message, Page, Reader, Receipt } from '../store/index.ts';
import { isUnread } from './chats.ts';
import { UnknownMessage } from './click.ts';
import type { MessagesDeps } from './deps.ts';

export interface Sent {
  message: Message;
  recipients: number;
  /** People, and people who have clicked. */
  opened: number;
  clicked: number;
  /** All clicks together. */
  clicks: number;
}

/** Newest first. Throws UnknownChannel, ChannelRoleMissing. */
export async function sentMessages({ channels }: MessagesDeps, from: Reader, by: string, channelId: string, page: Page): Promise<Sent[]> {
  await channels.asManager(channelId, by, 'member', from);
  const messages = await from.find('messages', 'channel', channelId, page);
  return Promise.all(messages.map((message) => counted(from, message)));
}

/** Throws UnknownChannel, ChannelRoleMissing, UnknownMessage. */
export async function sentMessage(deps: MessagesDeps, from: Reader, by: string, channelId: string, messageId: string): Promise<Sent> {
  return counted(from, await messageFor(deps, from, by, channelId, messageId));
}

/** The newest accounts first. Throws UnknownChannel, ChannelRoleMissing, UnknownMessage. */
export async function receiptsOf(
  deps: MessagesDeps,
  from: Reader,
  by: string,
  channelId: string,
  messageId: string,
  page: Page,
): Promise<Receipt[]> {
  await messageFor(deps, from, by, channelId, messageId);
  return from.find('receipts', 'message', messageId, page);
}

/** How many messages a person has not opened. */
export async function unread(from: Reader, accountId: string): Promise<number> {
  return (await from.find('receipts', 'account', accountId)).filter(isUnread).length;
}

async function messageFor({ channels }: MessagesDeps, from: Reader, by: string, channelId: string, messageId: string): Promise<Message> {
  await channels.asManager(channelId, by, 'member', from);
  const message = await from.get('messages', messageId);
  if (message?.channelId !== channelId) throw new UnknownMessage(`no message ${messageId}`, { messageId });
  return message;
}

async function counted(from: Reader, message: Message): Promise<Sent> {
  const receipts = await from.find('receipts', 'message', message.id);
  return {
    message,
    recipients: receipts.length,
    opened: receipts.filter((receipt) => !isUnread(receipt)).length,
    clicked: receipts.filter(({ clicks }) => clicks > 0).length,
    clicks: receipts.reduce((sum, receipt) => sum + receipt.clicks, 0),
  };
}

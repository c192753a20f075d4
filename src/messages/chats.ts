/** What a person has received, chat by chat: one for each profile that has sent something. */
import type { Message, Reader, Receipt } from '../store/index.ts';
import type { MessagesDeps } from './deps.ts';

export interface ChatEntry {
  message: Message;
  receipt: Receipt;
}

export interface Chat {
  channelId: string;
  last: Message;
  unread: number;
}

/** The chat with the newest message first. */
export async function chats(from: Reader, accountId: string): Promise<Chat[]> {
  const receipts = await from.find('receipts', 'account', accountId);
  const ofChannel = [...Map.groupBy(receipts, ({ channelId }) => channelId)];
  const found = await Promise.all(
    ofChannel.map(async ([channelId, each]): Promise<Chat | undefined> => {
      const last = await from.get('messages', each.at(-1)!.messageId);
      return last && { channelId, last, unread: each.filter(isUnread).length };
    }),
  );
  return found.filter((each) => each !== undefined).sort((a, b) => (a.last.id < b.last.id ? 1 : -1));
}

/** Oldest first. */
export async function chat(from: Reader, accountId: string, channelId: string): Promise<ChatEntry[]> {
  const receipts = await from.find('receipts', 'chat', `${channelId}:${accountId}`);
  const entries = await Promise.all(receipts.map(async (receipt) => ({ receipt, message: await from.get('messages', receipt.messageId) })));
  return entries.flatMap(({ receipt, message }) => (message ? [{ receipt, message }] : []));
}

/** Marks all of it as opened, and writes nothing where it was. */
export async function openChat({ store, clock }: MessagesDeps, accountId: string, channelId: string): Promise<void> {
  const unreadIn = async (from: Reader) => (await from.find('receipts', 'chat', `${channelId}:${accountId}`)).filter(isUnread);
  if ((await unreadIn(store)).length === 0) return;
  await store.write(async (tx) => {
    for (const receipt of await unreadIn(tx)) tx.put('receipts', { ...receipt, openedAt: clock.now() });
  });
}

export function isUnread({ openedAt }: Receipt): boolean {
  return openedAt === null;
}

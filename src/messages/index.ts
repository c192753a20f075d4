/**
 * Messages (메시지): what a profile sends to its friends, to all or to a group, and what became of it.
 * Words: friend group (친구그룹, an uploaded list of user numbers of one app), recipient, receipt, chat, opened, click.
 * Limits: friends alone receive, once each; a message is sent whole and never changed; numbers that get nothing are named.
 * Leaves to others: who is a friend (channels), whose number it is (consent), which app belongs to a profile (sync).
 */
import type { Message, Page, Reader, Receipt } from '../store/index.ts';
import { chat, type ChatEntry, chats, openChat } from './chats.ts';
import { click } from './click.ts';
import type { MessagesDeps } from './deps.ts';
import { addGroup, type GroupStanding, groupFor, groupStanding, groupsOf, type NewGroup, removeGroup } from './groups.ts';
import { type NewMessage, type Outlook, outlook, send } from './send.ts';
import { receiptsOf, type Sent, sentMessage, sentMessages, unread } from './sent.ts';

export type { Chat, ChatEntry } from './chats.ts';
export { UnknownMessage } from './click.ts';
export { AppNotConnected, GroupEmpty, type GroupStanding, type NewGroup, UnknownGroup } from './groups.ts';
export { LARGEST_LIST, ListTooLarge, MOST_GROUP_NAME, NotAList, readList, type UploadedList } from './list.ts';
export type { Member, Standing } from './members.ts';
export { isLink, MOST_LINK, MOST_TEXT, MOST_TITLE } from './rules.ts';
export { MessageRefused, type NewMessage, NobodyReceives, type Outlook } from './send.ts';
export type { Sent } from './sent.ts';
export type { FriendGroup, Message, Receipt } from '../store/index.ts';

export type Messages = ReturnType<typeof openMessages>;

/** `by` is the account id of who asks. Those verbs throw UnknownChannel, ChannelRoleMissing: managers send, members look on. */
export function openMessages(deps: MessagesDeps) {
  const { store } = deps;
  return {
    /** Keeps an uploaded list. Throws AppNotConnected, GroupEmpty. */
    addGroup: (by: string, channelId: string, group: NewGroup) => store.write((tx) => addGroup(deps, tx, by, channelId, group)),

    /** Throws UnknownGroup. Messages that were sent to it stay. */
    removeGroup: (by: string, channelId: string, groupId: string) => store.write((tx) => removeGroup(deps, tx, by, channelId, groupId)),

    /** The friend groups of a profile, newest first. */
    groups: (by: string, channelId: string) => groupsOf(deps, store, by, channelId),

    /** A friend group, and who of it would receive now. Throws UnknownGroup. */
    group: async (by: string, channelId: string, groupId: string): Promise<GroupStanding> =>
      groupStanding(deps, store, await groupFor(deps, store, by, channelId, groupId)),

    /** Who would get a message to this group (null: to all friends), and which numbers would not. Throws UnknownGroup, AppNotConnected. */
    outlook: (by: string, channelId: string, groupId: string | null): Promise<Outlook> => outlook(deps, store, by, channelId, groupId),

    /** Sends to everybody who may receive. Throws MessageRefused, UnknownGroup, AppNotConnected, NobodyReceives. */
    send: (by: string, channelId: string, message: NewMessage): Promise<Message> =>
      store.write((tx) => send(deps, tx, by, channelId, message)),

    /** The messages of a profile with what became of them, newest first. */
    sent: (by: string, channelId: string, page: Page): Promise<Sent[]> => sentMessages(deps, store, by, channelId, page),

    /** One of them. Throws UnknownMessage. */
    sentOne: (by: string, channelId: string, messageId: string): Promise<Sent> => sentMessage(deps, store, by, channelId, messageId),

    /** Who got it, a page at a time. Throws UnknownMessage. */
    receipts: (by: string, channelId: string, messageId: string, page: Page): Promise<Receipt[]> =>
      receiptsOf(deps, store, by, channelId, messageId, page),

    /** The chats of a person, the one with the newest message first. */
    chats: (accountId: string, from: Reader = store) => chats(from, accountId),

    /** How many messages a person has not opened. */
    unread: (accountId: string) => unread(store, accountId),

    /** What a person has got from a profile, oldest first. */
    chat: (accountId: string, channelId: string): Promise<ChatEntry[]> => chat(store, accountId, channelId),

    /** The person looks at the chat: all of it is opened. */
    openChat: (accountId: string, channelId: string) => openChat(deps, accountId, channelId),

    /** The person presses the button: counts, and resolves with its link. Throws UnknownMessage. */
    click: (accountId: string, messageId: string): Promise<string> => store.write((tx) => click(deps, tx, accountId, messageId)),
  };
}

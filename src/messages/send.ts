/** 메시지 보내기: in one unit of work with a receipt for each friend. Whoever blocked the profile, or never added it, gets nothing. */
import { RuleBroken } from '../rule.ts';
import { type Message, type Reader, type Receipt, timeId, type Tx } from '../store/index.ts';
import { groupFor, mustBeConnected } from './groups.ts';
import type { MessagesDeps } from './deps.ts';
import { type Member, membersOf } from './members.ts';
import { isLink, MOST_TEXT, MOST_TITLE } from './rules.ts';

/** A message that cannot be sent as it is. `details.field`: `text`, `button.title` or `button.link`. */
export class MessageRefused extends RuleBroken {
  readonly code = 'message_refused';
  constructor(field: string, expected: string) {
    super(`${field}: ${expected}`, { field, expected });
  }
}

/** Nobody is left who would receive it. */
export class NobodyReceives extends RuleBroken {
  readonly code = 'nobody_receives';
}

export interface NewMessage {
  text: string;
  button: { title: string; link: string } | null;
  /** Null is all friends. */
  groupId: string | null;
}

export interface Outlook {
  group: Message['group'];
  /** Account ids. */
  recipients: string[];
  skipped: Message['skipped'];
}

/** Throws UnknownChannel, ChannelRoleMissing, MessageRefused, UnknownGroup, AppNotConnected, NobodyReceives. */
export async function send(deps: MessagesDeps, tx: Tx, by: string, channelId: string, sent: NewMessage): Promise<Message> {
  const { text, button } = sent;
  const { recipients, ...to } = await outlook(deps, tx, by, channelId, sent.groupId);
  mustBeRight(sent);
  if (recipients.length === 0) throw new NobodyReceives('nobody is left to receive it');
  const now = deps.clock.now();
  const message: Message = { id: timeId(now), channelId, text, button, ...to, sentBy: by, sentAt: now };
  tx.put('messages', message);
  for (const accountId of recipients) tx.put('receipts', receiptFor(message, accountId));
  return message;
}

/** Throws UnknownChannel, ChannelRoleMissing, UnknownGroup, AppNotConnected. */
export async function outlook(deps: MessagesDeps, from: Reader, by: string, channelId: string, groupId: string | null): Promise<Outlook> {
  await deps.channels.asManager(channelId, by, 'manager', from);
  if (groupId === null) {
    const friends = await from.find('friendships', 'relation', `${channelId}:ADDED`);
    return { group: null, recipients: friends.map(({ accountId }) => accountId), skipped: [] };
  }
  const group = await groupFor(deps, from, by, channelId, groupId);
  await mustBeConnected(deps, from, group.appId, channelId);
  const members = await membersOf(deps, from, group);
  return {
    group: { id: group.id, appId: group.appId, name: group.name },
    recipients: members.flatMap(({ standing, accountId }) => (standing === 'friend' && accountId ? [accountId] : [])),
    skipped: members.flatMap(skippedOf),
  };
}

/** Throws MessageRefused. */
function mustBeRight({ text, button }: NewMessage): void {
  if (text.trim() === '' || text.length > MOST_TEXT) throw new MessageRefused('text', `expected 1 to ${MOST_TEXT} characters`);
  if (!button) return;
  if (button.title.trim() === '' || button.title.length > MOST_TITLE)
    throw new MessageRefused('button.title', `expected 1 to ${MOST_TITLE} characters`);
  if (!isLink(button.link)) throw new MessageRefused('button.link', 'expected an http or https address');
}

function skippedOf({ number, standing }: Member): Message['skipped'] {
  return standing === 'friend' ? [] : [{ number, why: standing }];
}

function receiptFor({ id, channelId }: Message, accountId: string): Receipt {
  return { id: `${id}:${accountId}`, messageId: id, channelId, accountId, openedAt: null, clicks: 0, clickedAt: null };
}

/** The user numbers of a friend group as people: users of the app, and of those the friends of the profile. */
import type { FriendGroup, Message, Reader } from '../store/index.ts';
import type { MessagesDeps } from './deps.ts';

export type Standing = 'friend' | Message['skipped'][number]['why'];

export interface Member {
  number: string;
  standing: Standing;
  /** Null for a number that is no user's. */
  accountId: string | null;
}

/** In the order of the list. */
export async function membersOf(deps: MessagesDeps, from: Reader, group: FriendGroup): Promise<Member[]> {
  const members: Member[] = [];
  for (const number of group.numbers) members.push(await memberOf(deps, from, group, number));
  return members;
}

async function memberOf({ channels, consent }: MessagesDeps, from: Reader, group: FriendGroup, number: string): Promise<Member> {
  const link = await consent.byNumber(group.appId, number, from);
  if (!link) return { number, standing: 'no_user', accountId: null };
  const friendship = await channels.relation(group.channelId, link.accountId, from);
  const standing = friendship ? (friendship.relation === 'ADDED' ? 'friend' : 'blocked') : 'no_friend';
  return { number, standing, accountId: link.accountId };
}

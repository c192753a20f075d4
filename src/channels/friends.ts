/** The friends of a profile (친구), and those who blocked it, as its managers see them. */
import type { Friendship, Page, Reader } from '../store/index.ts';
import { channelFor } from './roles.ts';

export interface FriendsPage extends Page {
  /** One relation only. */
  relation?: Friendship['relation'] | undefined;
}

export interface FriendCounts {
  added: number;
  blocked: number;
}

/** A page of them, those whose account is newest first. Any role will do. Throws UnknownChannel, ChannelRoleMissing. */
export async function friends(from: Reader, by: string, channelId: string, { relation, ...page }: FriendsPage): Promise<Friendship[]> {
  await channelFor(from, channelId, by, 'member');
  if (relation) return from.find('friendships', 'relation', `${channelId}:${relation}`, page);
  return from.find('friendships', 'channel', channelId, page);
}

/** How many there are. Any role will do. Throws UnknownChannel, ChannelRoleMissing. */
export async function friendCounts(from: Reader, by: string, channelId: string): Promise<FriendCounts> {
  await channelFor(from, channelId, by, 'member');
  const count = async (relation: Friendship['relation']) => (await from.find('friendships', 'relation', `${channelId}:${relation}`)).length;
  return { added: await count('ADDED'), blocked: await count('BLOCKED') };
}

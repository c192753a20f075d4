/** Who may do what with a profile: master (마스터) before manager (매니저) before member (멤버). */
import { RuleBroken } from '../rule.ts';
import type { Channel, Reader } from '../store/index.ts';

export type ChannelRole = Channel['managers'][number]['role'];

/** There is no channel with this id. */
export class UnknownChannel extends RuleBroken {
  readonly code = 'unknown_channel';
}

/** The person's role in this profile is not enough. `details`: `needed`, and `has` (null for a stranger). */
export class ChannelRoleMissing extends RuleBroken {
  readonly code = 'channel_role_missing';
}

export const channelRoles: readonly ChannelRole[] = ['master', 'manager', 'member'];

export function channelRole({ managers }: Channel, accountId: string): ChannelRole | undefined {
  return managers.find((manager) => manager.accountId === accountId)?.role;
}

/** 매니저 이상: whether the person has this role or a higher one. */
export function hasChannelRole(channel: Channel, accountId: string, needed: ChannelRole): boolean {
  const role = channelRole(channel, accountId);
  return role !== undefined && channelRoles.indexOf(role) <= channelRoles.indexOf(needed);
}

/** The channel, for a person who may touch it. Throws UnknownChannel, ChannelRoleMissing. */
export async function channelFor(from: Reader, channelId: string, by: string, needed: ChannelRole): Promise<Channel> {
  const channel = await from.get('channels', channelId);
  if (!channel) throw new UnknownChannel(`no channel ${channelId}`, { channelId });
  if (hasChannelRole(channel, by, needed)) return channel;
  const has = channelRole(channel, by) ?? null;
  throw new ChannelRoleMissing(`profile ${channelId} needs a ${needed}, ${by} is ${has ?? 'nobody there'}`, { channelId, needed, has });
}

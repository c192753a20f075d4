/** 친구그룹 관리: lists of user numbers that are kept under a name, to be sent to again and again. */
import type { ChannelRole } from '../channels/index.ts';
import { RuleBroken } from '../rule.ts';
import { type FriendGroup, type Reader, timeId, type Tx } from '../store/index.ts';
import type { MessagesDeps } from './deps.ts';
import type { UploadedList } from './list.ts';
import { type Member, membersOf } from './members.ts';

/** This profile has no such friend group. */
export class UnknownGroup extends RuleBroken {
  readonly code = 'unknown_group';
}

/** User numbers are an app's, and this app is not connected to the profile. `details.appId`. */
export class AppNotConnected extends RuleBroken {
  readonly code = 'app_not_connected';
  constructor(appId: string, channelId: string) {
    super(`app ${appId} is not connected to profile ${channelId}`, { appId, channelId });
  }
}

/** There is no user number in the list. */
export class GroupEmpty extends RuleBroken {
  readonly code = 'group_empty';
}

export interface NewGroup {
  appId: string;
  name: string;
  list: UploadedList;
}

export interface GroupStanding {
  group: FriendGroup;
  members: Member[];
}

/** Throws UnknownChannel, ChannelRoleMissing, AppNotConnected, GroupEmpty. */
export async function addGroup(deps: MessagesDeps, tx: Tx, by: string, channelId: string, group: NewGroup): Promise<FriendGroup> {
  await deps.channels.asManager(channelId, by, 'manager', tx);
  await mustBeConnected(deps, tx, group.appId, channelId);
  if (group.list.numbers.length === 0) throw new GroupEmpty('no line of the list is a user number');
  const now = deps.clock.now();
  const { appId, name, list } = group;
  const added: FriendGroup = { id: timeId(now), channelId, appId, name, ...list, uploadedBy: by, uploadedAt: now };
  tx.put('friendGroups', added);
  return added;
}

/** Throws UnknownChannel, ChannelRoleMissing, UnknownGroup. */
export async function removeGroup(deps: MessagesDeps, tx: Tx, by: string, channelId: string, groupId: string): Promise<void> {
  tx.remove('friendGroups', (await groupFor(deps, tx, by, channelId, groupId, 'manager')).id);
}

/** Newest first. Throws UnknownChannel, ChannelRoleMissing. */
export async function groupsOf({ channels }: MessagesDeps, from: Reader, by: string, channelId: string): Promise<FriendGroup[]> {
  await channels.asManager(channelId, by, 'member', from);
  return (await from.find('friendGroups', 'channel', channelId)).reverse();
}

/** The group, for who may see it. Throws UnknownChannel, ChannelRoleMissing, UnknownGroup. */
export async function groupFor(
  { channels }: MessagesDeps,
  from: Reader,
  by: string,
  channelId: string,
  groupId: string,
  needed: ChannelRole = 'member',
): Promise<FriendGroup> {
  await channels.asManager(channelId, by, needed, from);
  const group = await from.get('friendGroups', groupId);
  if (group?.channelId !== channelId) throw new UnknownGroup(`no friend group ${groupId}`, { groupId });
  return group;
}

export async function groupStanding(deps: MessagesDeps, from: Reader, group: FriendGroup): Promise<GroupStanding> {
  return { group, members: await membersOf(deps, from, group) };
}

/** Throws AppNotConnected. */
export async function mustBeConnected({ sync }: MessagesDeps, from: Reader, appId: string, channelId: string): Promise<void> {
  const apps = await sync.connectedApps(channelId, from);
  if (!apps.some((each) => each.appId === appId)) throw new AppNotConnected(appId, channelId);
}

/** Managers of a profile (관리자): a master invites, promotes and removes them. One master always stays. */
import { RuleBroken } from '../rule.ts';
import type { Channel, Tx } from '../store/index.ts';
import { channelFor, type ChannelRole, channelRole } from './roles.ts';

/** There is no such account, or it is no manager of this profile. */
export class UnknownManager extends RuleBroken {
  readonly code = 'unknown_manager';
}

/** The account has a role already: it is changed, not invited. */
export class AlreadyManager extends RuleBroken {
  readonly code = 'already_manager';
}

/** A profile without a master would belong to nobody. */
export class LastMaster extends RuleBroken {
  readonly code = 'last_master';
}

/** Gives a role to an account that has none. Throws UnknownChannel, ChannelRoleMissing, UnknownManager, AlreadyManager. */
export async function inviteManager(tx: Tx, by: string, channelId: string, accountId: string, role: ChannelRole): Promise<Channel> {
  const channel = await channelFor(tx, channelId, by, 'master');
  if (channelRole(channel, accountId)) throw new AlreadyManager(`${accountId} has a role`, { accountId });
  return setManager(tx, by, channelId, accountId, role);
}

/** Gives the account this role, whatever it had before. Throws UnknownChannel, ChannelRoleMissing, UnknownManager, LastMaster. */
export async function setManager(tx: Tx, by: string, channelId: string, accountId: string, role: ChannelRole): Promise<Channel> {
  const channel = await channelFor(tx, channelId, by, 'master');
  if (!(await tx.get('accounts', accountId))) throw new UnknownManager(`no account ${accountId}`, { accountId });
  const isNew = !channel.managers.some((each) => each.accountId === accountId);
  const managers = channel.managers.map((each) => (each.accountId === accountId ? { accountId, role } : each));
  return put(tx, channel, isNew ? [...managers, { accountId, role }] : managers);
}

/** A master removes anybody, and everybody may leave. Throws UnknownChannel, ChannelRoleMissing, UnknownManager, LastMaster. */
export async function removeManager(tx: Tx, by: string, channelId: string, accountId: string): Promise<Channel> {
  const channel = await channelFor(tx, channelId, by, by === accountId ? 'member' : 'master');
  const managers = channel.managers.filter((each) => each.accountId !== accountId);
  if (managers.length === channel.managers.length) throw new UnknownManager(`${accountId} is no manager`, { accountId });
  return put(tx, channel, managers);
}

function put(tx: Tx, channel: Channel, managers: Channel['managers']): Channel {
  if (!managers.some(({ role }) => role === 'master')) throw new LastMaster('one master has to stay', { channelId: channel.id });
  const after = { ...channel, managers };
  tx.put('channels', after);
  return after;
}

/** Adding and blocking a channel (친구 추가, 차단). */
import { RuleBroken } from '../rule.ts';
import type { Account, Friendship, Tx } from '../store/index.ts';
import { UnknownChannel } from './roles.ts';

/** The account has no KakaoTalk, so it can add or block nothing. */
export class NoTalkUser extends RuleBroken {
  readonly code = 'no_talk_user';
}

/** Resolves with the new friendship, or undefined when nothing changed. Throws UnknownChannel, NoTalkUser. */
export async function relate(
  tx: Tx,
  now: number,
  channelId: string,
  account: Account,
  relation: Friendship['relation'],
): Promise<Friendship | undefined> {
  if (!(await tx.get('channels', channelId))) throw new UnknownChannel(`no channel ${channelId}`, { channelId });
  if (!account.hasTalk) throw new NoTalkUser('given account is not connected to any talk user.');
  const id = `${channelId}:${account.id}`;
  const before = await tx.get('friendships', id);
  if (before?.relation === relation) return undefined;
  const after = { id, channelId, accountId: account.id, relation, createdAt: before?.createdAt ?? now, updatedAt: now };
  tx.put('friendships', after);
  return after;
}

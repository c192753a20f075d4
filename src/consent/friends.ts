/** Adding and blocking a channel, from the consent screen or from KakaoTalk, and telling every linked app that asked to be told. */
import type { Account, Friendship, Tx } from '../store/index.ts';
import { announceChannel } from './callbacks/channel.ts';
import type { ConsentDeps } from './deps.ts';

/** Sets the relation and writes the callbacks, in the caller's unit of work; whether it was otherwise before. Throws UnknownChannel, NoTalkUser. */
export async function befriend(
  deps: ConsentDeps,
  tx: Tx,
  channelId: string,
  account: Account,
  relation: Friendship['relation'],
): Promise<boolean> {
  const friendship = await deps.channels.relate(tx, channelId, account, relation);
  if (!friendship) return false;
  for (const { appId } of await deps.sync.connectedApps(channelId, tx)) await announceChannel(deps, tx, appId, account, friendship);
  return true;
}

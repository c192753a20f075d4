/** 웹훅 테스트: a real callback to the registered address, about whoever asks, without anything having happened. Source: kakao-api 3.1. */
import { RuleBroken } from '../rule.ts';
import type { Friendship, Tx } from '../store/index.ts';
import { announceChannel } from './callbacks/channel.ts';
import type { ConsentDeps } from './deps.ts';

/** No address is registered that a callback could be sent to. */
export class NoCallbackAddress extends RuleBroken {
  readonly code = 'no_callback_address';
}

/** A callback is about a profile, and none is connected. */
export class NoChannelToTell extends RuleBroken {
  readonly code = 'no_channel_to_tell';
}

/**
 * Sends what adding or blocking would send, of the profile on the consent screen or else the first connected one.
 * Throws UnknownApp, AppRoleMissing, NoCallbackAddress, NoChannelToTell.
 */
export async function testCallback(deps: ConsentDeps, tx: Tx, by: string, appId: string, relation: Friendship['relation']): Promise<void> {
  const app = await deps.apps.asMember(appId, by, 'editor', tx);
  if (!(await deps.webhooks.endpoint(appId, 'channel', tx))) throw new NoCallbackAddress(`app ${appId} has no address`, { appId });
  const connected = (await deps.sync.connections(appId, tx)).map(({ channelId }) => channelId);
  const channelId = connected.find((id) => id === app.channelOnConsent) ?? connected[0];
  const account = await tx.get('accounts', by);
  if (!channelId || !account) throw new NoChannelToTell(`app ${appId} has no profile`, { appId });
  const now = deps.clock.now();
  const id = `${channelId}:${by}`;
  await announceChannel(deps, tx, appId, account, { id, channelId, accountId: by, relation, createdAt: now, updatedAt: now });
}

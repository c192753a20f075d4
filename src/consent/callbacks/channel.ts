/** 카카오톡 채널 웹훅: somebody has added or blocked a channel. Written in the caller's unit of work; webhooks/ sends it. */
import { createHmac } from 'node:crypto';
import { type ChannelField, inEra } from '../../apps/index.ts';
import { isoSeconds, SECOND } from '../../clock.ts';
import type { Account, App, Channel, Friendship, Reader, Tx } from '../../store/index.ts';
import type { Outgoing } from '../../webhooks/index.ts';
import type { ConsentDeps } from '../deps.ts';
import { findLink, isUser } from '../linked.ts';
import { kakaoHeaders } from './headers.ts';

/** Tells of it, if the app has an address for it. */
export async function announceChannel(deps: ConsentDeps, tx: Tx, appId: string, account: Account, friendship: Friendship): Promise<void> {
  const callback = await channelCallback(deps, tx, appId, account, friendship);
  if (callback) deps.webhooks.enqueue(tx, callback);
}

/**
 * The callback, or undefined where the app has no address for it.
 * `id_type` is `app_user_id` for a user, registered or not, who agreed to `plusfriends`; others are an opaque `open_id`. Source: kakao-api 3.2, 3.3.
 */
export async function channelCallback(
  deps: ConsentDeps,
  from: Reader,
  appId: string,
  account: Pick<Account, 'id'>,
  friendship: Friendship,
): Promise<Outgoing | undefined> {
  const { webhooks, apps, channels, openIdKey } = deps;
  const endpoint = await webhooks.endpoint(appId, 'channel', from);
  const app = await apps.byId(appId, from);
  const channel = await channels.byId(friendship.channelId, from);
  if (!endpoint || !app || !channel) return undefined;

  const link = await findLink(deps, `${appId}:${account.id}`, from);
  const isKnown = isUser(link) && link.items.some(({ id }) => id === 'plusfriends');
  const openId = createHmac('sha256', openIdKey).update(`${appId}:${channel.id}:${account.id}`).digest('base64url');
  const event = friendship.relation === 'ADDED' ? 'added' : 'blocked';
  const who = isKnown ? { id: link.number, id_type: 'app_user_id' } : { id: openId, id_type: 'open_id' };
  const lane = `${appId}:${account.id}:${channel.id}`;
  const id = await webhooks.newId(from, { endpointId: endpoint.id, lane });
  return {
    id,
    endpoint,
    event: `channel.${event}`,
    lane,
    headers: kakaoHeaders(app, id, 'application/json'),
    body: JSON.stringify({ event, ...who, ...channelFields(app, channel, friendship.updatedAt) }),
  };
}

/** In the names of the app's era; a switch sends old and new names together. */
function channelFields(app: App, channel: Channel, at: number): object {
  const all: Record<ChannelField, unknown> = {
    plus_friend_public_id: channel.id,
    plus_friend_uuid: channel.searchId,
    channel_public_id: channel.id,
    channel_uuid: channel.searchId,
    timestamp: Math.floor(at / SECOND) * SECOND,
    updated_at: isoSeconds(at),
  };
  if (app.switches.channelPayload === 'both') return all;
  return Object.fromEntries(inEra(app, 'channelCallback').map((name) => [name, all[name]]));
}

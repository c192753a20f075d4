/** GET /v1/api/talk/plusfriends: the channel API of 2019, in the words of 플러스친구. Source: kakao-api 2.16. */
import { isoSeconds } from '../clock.ts';
import { exactNumber } from '../json.ts';
import type { Call } from './call.ts';
import { jsonList, parameters } from './parameters.ts';

/**
 * The user's relation to the profiles linked to the app: all, or those in `plus_friend_public_ids`.
 * Throws InputRefused, ItemNotUsable, ItemNotAgreed, NoTalkUser.
 */
export async function plusFriends({ house, app, link, account, sent }: Call): Promise<object> {
  const { plus_friend_public_ids: named } = parameters(sent, { plus_friend_public_ids: jsonList.optional() });
  const all = await house.consent.channelsOf(app, link, account);
  const asked = named && named.length > 0 ? all.filter(({ channel }) => named.includes(channel.id)) : all;
  return {
    user_id: exactNumber(link.number),
    plus_friends: asked.map(({ channel, friendship }) => ({
      plus_friend_public_id: channel.id,
      plus_friend_uuid: channel.searchId,
      relation: friendship?.relation ?? 'NONE',
      ...(friendship && { updated_at: isoSeconds(friendship.updatedAt) }),
    })),
  };
}

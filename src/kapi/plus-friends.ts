/** GET /v1/api/talk/plusfriends: the channel API of 2019, in the words of 플러스친구. Source: kakao-api 2.16. */
import { z } from 'zod';
import { isoSeconds } from '../clock.ts';
import { exactNumber } from '../json.ts';
import { api, type Call } from './call.ts';
import { jsonList } from './parameters.ts';
import { dateTime, longNumber, relation } from './shapes.ts';

const plusFriend = z.strictObject({
  plus_friend_public_id: z.string().startsWith('_'),
  plus_friend_uuid: z.string().startsWith('@'),
  relation,
  updated_at: dateTime.optional(),
});

/**
 * The user's relation to the profiles linked to the app: all, or those in `plus_friend_public_ids`.
 * Throws InputRefused, ItemNotUsable, ItemNotAgreed, NoTalkUser.
 */
export const plusFriends = api({
  takes: { plus_friend_public_ids: jsonList.optional() },
  gives: z.strictObject({ user_id: longNumber, plus_friends: z.array(plusFriend) }),
  async answer({ house, app, link, account }: Call, { plus_friend_public_ids: named }) {
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
  },
});

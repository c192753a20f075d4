/** GET /v2/api/talk/channels and /v1/api/talk/channels: 카카오톡 채널 관계 확인하기. Source: kakao-api 2.16. */
import { z } from 'zod';
import { isoSeconds } from '../clock.ts';
import { exactNumber } from '../json.ts';
import type { Call } from './call.ts';
import { commaList, jsonList, parameters } from './parameters.ts';

/**
 * The user's relation to the channels linked to the app: all, or those in `channel_ids` (today's) or `channel_public_ids`
 * (v1's); both are read on both paths. Throws InputRefused, ItemNotUsable, ItemNotAgreed, NoTalkUser.
 */
export async function channels({ house, app, link, account, sent }: Call): Promise<object> {
  const { channel_ids, channel_public_ids } = parameters(sent, {
    channel_ids: commaList.optional(),
    channel_public_ids: jsonList.optional(),
    channel_id_type: z.literal('channel_public_id', 'expected channel_public_id').optional(),
  });
  const named = [...(channel_ids ?? []), ...(channel_public_ids ?? [])];
  const all = await house.consent.channelsOf(app, link, account);
  const asked = named.length > 0 ? all.filter(({ channel }) => named.includes(channel.id)) : all;
  return {
    user_id: exactNumber(link.number),
    channels: asked.map(({ channel, friendship }) => ({
      channel_uuid: channel.searchId,
      channel_public_id: channel.id,
      relation: friendship?.relation ?? 'NONE',
      ...(friendship && { updated_at: isoSeconds(friendship.updatedAt) }),
    })),
  };
}

/** GET /v2/api/talk/channels and /v1/api/talk/channels: 카카오톡 채널 관계 확인하기. Source: kakao-api 2.16. */
import { z } from 'zod';
import { asChannel } from '../profile/index.ts';
import { exactNumber } from '../json.ts';
import { api, type Call } from './call.ts';
import { commaList, jsonList } from './parameters.ts';
import { dateTime, longNumber, relation } from './shapes.ts';

const channel = z.strictObject({
  channel_uuid: z.string().startsWith('@'),
  channel_public_id: z.string().startsWith('_'),
  relation,
  updated_at: dateTime.optional(),
});

/**
 * The user's relation to the channels linked to the app: all, or those in `channel_ids` (today's) or `channel_public_ids`
 * (v1's); both are read on both paths. Throws InputRefused, ItemNotUsable, ItemNotAgreed, NoTalkUser.
 */
export const channels = api({
  takes: {
    channel_ids: commaList.optional(),
    channel_public_ids: jsonList.optional(),
    channel_id_type: z.literal('channel_public_id', 'expected channel_public_id').optional(),
  },
  gives: z.strictObject({ user_id: longNumber, channels: z.array(channel) }),
  async answer({ house, app, link, account }: Call, { channel_ids, channel_public_ids }) {
    const named = [...(channel_ids ?? []), ...(channel_public_ids ?? [])];
    const all = await house.consent.channelsOf(app, link, account);
    const asked = named.length > 0 ? all.filter(({ channel: { id } }) => named.includes(id)) : all;
    return {
      user_id: exactNumber(link.number),
      channels: asked.map((each) => asChannel(each.channel, each.friendship)),
    };
  },
});

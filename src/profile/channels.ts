/** How a user stands to a channel, in the words of talk/channels. Source: kakao-api 2.16. */
import type { Channel, Friendship } from '../channels/index.ts';
import { isoSeconds } from '../clock.ts';

export function asChannel({ id, searchId }: Channel, friendship: Pick<Friendship, 'relation' | 'updatedAt'> | undefined): object {
  return {
    channel_uuid: searchId,
    channel_public_id: id,
    relation: friendship?.relation ?? 'NONE',
    ...(friendship && { updated_at: isoSeconds(friendship.updatedAt) }),
  };
}

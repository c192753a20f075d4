/** People and channels as KakaoTalk shows them. */
import type { Channel, Friendship } from '../../channels/index.ts';
import { picturePath } from '../../web/pictures.ts';
import type { TextKey, Translate } from '../../web/text/index.ts';

type Relation = Friendship['relation'];

export interface ChannelCard {
  id: string;
  name: string;
  image: string | null;
  searchId: string;
  relation: { word: string; look: 'ok' | 'fail' | '' };
  /** What can be done from here. */
  buttons: { relation: Relation; word: string; look: 'primary' | 'danger' | ''; testid: string }[];
}

type Standing = Relation | 'NONE';

const STANDINGS = {
  NONE: { word: 'talk.none', look: '', moves: ['ADDED', 'BLOCKED'] },
  ADDED: { word: 'talk.added', look: 'ok', moves: ['BLOCKED'] },
  BLOCKED: { word: 'talk.blocked', look: 'fail', moves: ['ADDED'] },
} as const satisfies Record<Standing, { word: TextKey; look: string; moves: readonly Relation[] }>;

/** @param relation undefined for a channel that was never added nor blocked */
export function channelCard(t: Translate, channel: Channel, relation: Relation | undefined): ChannelCard {
  const { word, look, moves } = STANDINGS[relation ?? 'NONE'];
  return {
    id: channel.id,
    name: channel.name,
    image: picturePath(channel),
    searchId: channel.searchId,
    relation: { word: t(word), look },
    buttons: moves.map((move) => button(t, channel.id, relation, move)),
  };
}

/** Unblocking adds the channel again, as it does in KakaoTalk. */
function button(t: Translate, channelId: string, from: Relation | undefined, relation: Relation): ChannelCard['buttons'][number] {
  if (relation === 'BLOCKED') return { relation, word: t('talk.block'), look: '', testid: `talk-block-${channelId}` };
  return { relation, word: t(from === 'BLOCKED' ? 'talk.unblock' : 'talk.add'), look: 'primary', testid: `talk-add-${channelId}` };
}

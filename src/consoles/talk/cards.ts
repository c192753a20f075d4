/** People and channels as KakaoTalk shows them. */
import type { Channel, Friendship } from '../../channels/index.ts';
import type { House } from '../../house.ts';
import { picturePath } from '../../web/pictures.ts';
import type { TextKey, Translate } from '../../web/text/index.ts';
import { channelPath } from './phone.ts';

type Relation = Friendship['relation'];

export interface ChannelCard {
  id: string;
  path: string;
  name: string;
  image: string | null;
  searchId: string;
  /** Says so of a profile with 비즈니스 인증. */
  certified: string | null;
  relation: { word: string; look: 'ok' | 'fail' | '' };
  standing: Standing;
  /** What can be done from here. */
  buttons: { relation: Relation; word: string; look: 'primary' | 'danger' | ''; testid: string }[];
}

export type Standing = Relation | 'NONE';

const STANDINGS = {
  NONE: { word: 'talk.none', look: '', moves: ['ADDED', 'BLOCKED'] },
  ADDED: { word: 'talk.added', look: 'ok', moves: ['BLOCKED'] },
  BLOCKED: { word: 'talk.blocked', look: 'fail', moves: ['ADDED'] },
} as const satisfies Record<Standing, { word: TextKey; look: string; moves: readonly Relation[] }>;

export async function channelCard({ channels }: House, t: Translate, channel: Channel, accountId: string): Promise<ChannelCard> {
  const standing = (await channels.relation(channel.id, accountId))?.relation ?? 'NONE';
  const { word, look, moves } = STANDINGS[standing];
  return {
    id: channel.id,
    path: channelPath(channel.id),
    name: channel.name,
    image: picturePath(channel),
    searchId: channel.searchId,
    certified: (await channels.certified(channel.id)) ? t('talk.certified') : null,
    relation: { word: t(word), look },
    standing,
    buttons: moves.map((move) => button(t, channel.id, standing, move)),
  };
}

/** Unblocking adds the channel again, as it does in KakaoTalk. */
function button(t: Translate, channelId: string, from: Standing, relation: Relation): ChannelCard['buttons'][number] {
  if (relation === 'BLOCKED') return { relation, word: t('talk.block'), look: '', testid: `talk-block-${channelId}` };
  return { relation, word: t(from === 'BLOCKED' ? 'talk.unblock' : 'talk.add'), look: 'primary', testid: `talk-add-${channelId}` };
}

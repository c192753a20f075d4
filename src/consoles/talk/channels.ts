/** KakaoTalk of somebody signed in: every channel, how one stands to it, and what can be done about it. */
import type { Context } from 'koa';
import type { Account } from '../../accounts/index.ts';
import type { House } from '../../house.ts';
import { reading } from '../../web/language.ts';
import { screen } from '../../web/screens.ts';
import { pictureOf } from '../kit/sign-in.ts';
import { type ChannelCard, channelCard } from './cards.ts';

interface ChannelsScreen {
  me: { id: string; nickname: string; login: string; image: string | null };
  hasTalk: boolean;
  channels: ChannelCard[];
}

const channelsPage = screen<ChannelsScreen>('talk/channels');

export async function showChannels(house: House, ctx: Context, account: Account): Promise<void> {
  const { t } = reading(ctx);
  const { id, nickname, email, phone, key, hasTalk } = account;
  const channels = hasTalk ? await house.channels.all() : [];
  await channelsPage(ctx, {
    me: { id, nickname, login: email?.address ?? phone ?? key ?? '', image: pictureOf(account) },
    hasTalk,
    channels: await Promise.all(
      channels.map(async (channel) => channelCard(t, channel, (await house.channels.relation(channel.id, id))?.relation)),
    ),
  });
}

/** `GET /talk`, signed in: the channels that the person has added, blocked, or may find by name and search id. */
import type { Context } from 'koa';
import type { Account } from '../../accounts/index.ts';
import type { House } from '../../house.ts';
import { reading } from '../../web/language.ts';
import { screen } from '../../web/screens.ts';
import type { TextKey } from '../../web/text/index.ts';
import { type ChannelCard, channelCard, type Standing } from './cards.ts';
import { phoneOf, type PhoneScreen } from './phone.ts';

interface ChannelsScreen extends PhoneScreen {
  hasTalk: boolean;
  /** Whether there is any channel at all. */
  hasChannels: boolean;
  search: string;
  groups: { name: Standing; word: string; channels: ChannelCard[] }[];
}

const channelsPage = screen<ChannelsScreen>('talk/channels');

const GROUPS = { ADDED: 'talk.group.added', NONE: 'talk.group.none', BLOCKED: 'talk.group.blocked' } as const satisfies Record<
  Standing,
  TextKey
>;
const MOST_SEARCH = 100;

export async function showChannels(house: House, ctx: Context, account: Account): Promise<void> {
  const { t } = reading(ctx);
  const search = String(ctx.query.q ?? '').slice(0, MOST_SEARCH);
  const all = account.hasTalk ? await house.channels.all() : [];
  const found = search.trim() ? await house.channels.search(search) : all;
  const cards = account.hasTalk ? await Promise.all(found.map((channel) => channelCard(house, t, channel, account.id))) : [];
  const groups = (Object.keys(GROUPS) as Standing[]).map((name) => ({
    name,
    word: t(GROUPS[name]),
    channels: cards.filter(({ standing }) => standing === name),
  }));
  await channelsPage(ctx, {
    phone: await phoneOf(house, ctx, account, 'channels'),
    hasTalk: account.hasTalk,
    hasChannels: all.length > 0,
    search,
    groups: groups.filter(({ channels }) => channels.length > 0),
  });
}

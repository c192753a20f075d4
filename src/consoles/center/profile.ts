/** A profile as its pages share it: who may see it, its frame, its menu, how it stands. */
import type { Context } from 'koa';
import { type CertificationState, type Channel, channelRole, type ChannelRole } from '../../channels/index.ts';
import type { House } from '../../house.ts';
import { reading } from '../../web/language.ts';
import { picturePath } from '../../web/pictures.ts';
import type { TextKey, Translate } from '../../web/text/index.ts';
import { type Frame, frame } from '../kit/frame.ts';
import { type Badge, badge, type Status, type Tabs } from '../kit/parts.ts';
import { personOf } from '../kit/person.ts';
import { roadFacts } from '../kit/road-facts.ts';

/** The pages of a profile, in the order of its menu, each with its path below the profile's. */
const PAGES = {
  dashboard: '',
  certification: '/certification',
  friends: '/friends',
  messages: '/messages',
  callbacks: '/callbacks',
  managers: '/managers',
} as const;

export type ProfilePage = keyof typeof PAGES;

const STATUSES: Readonly<Record<CertificationState, Status>> = {
  none: 'uncertified',
  pending: 'certifying',
  rejected: 'rejected',
  valid: 'certified',
};

/** The profile of this request, for a person with this role or a higher one. Throws UnknownChannel, ChannelRoleMissing. */
export function profileOf(house: House, ctx: Context, needed: ChannelRole = 'member'): Promise<Channel> {
  return house.channels.asManager(String(ctx.params.id), personOf(ctx).id, needed);
}

export function profilePath({ id }: Pick<Channel, 'id'>, page: ProfilePage = 'dashboard'): string {
  return `/center/profiles/${encodeURIComponent(id)}${PAGES[page]}`;
}

export function roleOf(profile: Channel, personId: string): ChannelRole {
  return channelRole(profile, personId) ?? 'member';
}

export function roleWord(t: Translate, role: ChannelRole): string {
  return t(`center.role.${role}`);
}

export async function certificationBadge({ channels }: House, t: Translate, { id }: Channel): Promise<Badge> {
  return badge(t, STATUSES[await channels.certification(id)]);
}

export interface ProfileFrame {
  frame: Frame;
  menu: Tabs;
}

/** The frame of a page of a profile. Pages deeper than the menu name themselves, and the menu's page comes on their trail. */
export async function profileFrame(
  house: House,
  ctx: Context,
  profile: Channel,
  page: ProfilePage,
  { heading, lead }: { heading?: string; lead?: string } = {},
): Promise<ProfileFrame> {
  const { t } = reading(ctx);
  const isHome = page === 'dashboard';
  const home = { href: profilePath(profile), word: profile.name };
  const above = { href: profilePath(profile, page), word: t(`center.${page}`) };
  return {
    frame: frame(ctx, 'center', {
      heading: isHome ? profile.name : (heading ?? t(`center.${page}`)),
      ...(lead !== undefined && { lead }),
      ...(isHome && { portrait: { name: profile.name, image: picturePath(profile), kind: 'round' as const } }),
      ...(isHome && { badge: await certificationBadge(house, t, profile) }),
      trail: isHome ? [] : [home, ...(ctx.path === above.href ? [] : [above])],
      road: await roadFacts(house, personOf(ctx).id, { channel: profile }),
    }),
    menu: tabs(t('center.menu'), pagesOf(t, profile, page)),
  };
}

/** Pages beside one another; one of them is this one. */
export function tabs(label: string, pages: readonly { word: string; href: string; isCurrent: boolean }[]): Tabs {
  return { label, tabs: pages.map((page) => ({ ...page, count: null })) };
}

function pagesOf(t: Translate, profile: Channel, current: ProfilePage): { word: string; href: string; isCurrent: boolean }[] {
  return (Object.keys(PAGES) as ProfilePage[]).map((page) => ({
    word: t(`center.${page}` satisfies TextKey),
    href: profilePath(profile, page),
    isCurrent: page === current,
  }));
}

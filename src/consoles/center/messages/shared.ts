/** What the pages of messages share: their frame and tabs, their paths, a message as it will look, and numbers that get nothing. */
import type { Context } from 'koa';
import { type Channel, hasChannelRole } from '../../../channels/index.ts';
import type { House } from '../../../house.ts';
import type { FriendGroup, Message } from '../../../messages/index.ts';
import { reading } from '../../../web/language.ts';
import { picturePath } from '../../../web/pictures.ts';
import type { Translate } from '../../../web/text/index.ts';
import { type Fact, fact, type Tabs } from '../../kit/parts.ts';
import { personOf } from '../../kit/person.ts';
import { type ProfileFrame, profileFrame, profilePath, tabs } from '../profile.ts';

export type MessagesTab = 'sent' | 'groups';

export interface MessagesFrame extends ProfileFrame {
  tabs: Tabs;
}

/** A message as a friend will see it. Drawn by partials/talk/bubble. */
export interface Bubble {
  name: string;
  image: string | null;
  text: string;
  button: string | null;
}

/** As many as a page names; how many more there are is said. */
const MOST_NAMED = 200;

export async function messagesFrame(
  house: House,
  ctx: Context,
  profile: Channel,
  tab: MessagesTab,
  heading?: { heading: string; lead?: string },
): Promise<MessagesFrame> {
  const { t } = reading(ctx);
  const pages = (['sent', 'groups'] as const).map((each) => ({
    word: t(`messages.tab.${each}`),
    href: messagesPath(profile, each),
    isCurrent: each === tab,
  }));
  return {
    ...(await profileFrame(house, ctx, profile, 'messages', heading ?? { lead: t(`messages.${tab}Lead`) })),
    tabs: tabs(t('center.messages'), pages),
  };
}

export function messagesPath(profile: Pick<Channel, 'id'>, page: MessagesTab | 'new'): string {
  const below = { sent: '', groups: '/groups', new: '/new' };
  return profilePath(profile, 'messages') + below[page];
}

export function messagePath(profile: Pick<Channel, 'id'>, { id }: Pick<Message, 'id'>): string {
  return `${messagesPath(profile, 'sent')}/${encodeURIComponent(id)}`;
}

export function groupPath(profile: Pick<Channel, 'id'>, { id }: Pick<FriendGroup, 'id'>): string {
  return `${messagesPath(profile, 'groups')}/${encodeURIComponent(id)}`;
}

/** Why this person cannot send, or null. */
export function sendingRefusal(ctx: Context, profile: Channel): string | null {
  return hasChannelRole(profile, personOf(ctx).id, 'manager') ? null : reading(ctx).t('messages.managersOnly');
}

export function bubbleOf(profile: Channel, { text, button }: Pick<Message, 'text' | 'button'>): Bubble {
  return { name: profile.name, image: picturePath(profile), text, button: button?.title ?? null };
}

/** Numbers by why they get nothing, each one named. */
export function skippedFacts(t: Translate, skipped: Message['skipped']): Fact[] {
  const reasons = Map.groupBy(skipped, ({ why }) => why);
  return [...reasons].map(([why, each]) =>
    namedFact(
      t,
      t(`messages.skipped.${why}`, { count: each.length }),
      each.map(({ number }) => number),
    ),
  );
}

/** A fact that names all of these, up to a length that can be read. */
export function namedFact(t: Translate, label: string, names: readonly string[]): Fact {
  const more = names.length - MOST_NAMED;
  const named = names.slice(0, MOST_NAMED).join(', ');
  return fact(label, { kind: 'code', text: named }, ...(more > 0 ? [t('messages.andMore', { count: more })] : []));
}

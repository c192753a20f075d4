/** `GET /center/profiles/:id/friends`: who added or blocked the profile, and when, a page at a time. */
import type { Context } from 'koa';
import { z } from 'zod';
import type { Channel, Friendship } from '../../channels/index.ts';
import type { House } from '../../house.ts';
import { query } from '../../web/forms.ts';
import { reading } from '../../web/language.ts';
import { momentOf } from '../../web/moment.ts';
import { screen } from '../../web/screens.ts';
import type { Translate } from '../../web/text/index.ts';
import { type Empty, link, type Tabs } from '../kit/parts.ts';
import { personOf } from '../kit/person.ts';
import { type ProfileFrame, profileFrame, profileOf, profilePath } from './profile.ts';
import { cell, pageOf, type Pages, type Row, type Table } from './table.ts';

interface FriendsScreen extends ProfileFrame {
  relations: Tabs;
  table: Table | null;
  empty: Empty;
  pages: Pages | null;
}

type Relation = Friendship['relation'];

const PAGE_SIZE = 20;
const friendsQuery = z.object({ relation: z.enum(['ADDED', 'BLOCKED']).optional(), before: z.string().optional() });
const friendsPage = screen<FriendsScreen>('center/friends');

export function showFriends(house: House) {
  return async (ctx: Context): Promise<void> => {
    const { t } = reading(ctx);
    const person = personOf(ctx);
    const profile = await profileOf(house, ctx);
    const { relation, before } = query(ctx, friendsQuery);
    const found = await house.channels.friends(person.id, profile.id, { relation, before, limit: PAGE_SIZE + 1 });
    const path = profilePath(profile, 'friends');
    const { shown, pages } = pageOf(found, PAGE_SIZE, { path, before, more: relation ? { relation } : {} });
    const columns = [t('center.friend'), t('center.relation'), t('center.changed'), t('center.since')];
    const rows = await Promise.all(shown.map((friend) => rowOf(house, t, friend)));
    await friendsPage(ctx, {
      ...(await profileFrame(house, ctx, profile, 'friends', { lead: t('center.friendsLead') })),
      relations: await relationTabs(house, t, profile, person.id, relation),
      table: rows.length > 0 ? { label: t('center.friends'), columns, rows } : null,
      empty: before ? { title: t('center.endOfList'), says: '', actions: [] } : emptyOf(t, relation),
      pages,
    });
  };
}

async function relationTabs(house: House, t: Translate, profile: Channel, by: string, current?: Relation): Promise<Tabs> {
  const path = profilePath(profile, 'friends');
  const { added, blocked } = await house.channels.friendCounts(by, profile.id);
  const tab = (relation: Relation | undefined, count: number) => ({
    word: t(`center.relation.${relation ?? 'all'}`),
    href: relation ? `${path}?relation=${relation}` : path,
    isCurrent: relation === current,
    count,
  });
  return { label: t('center.relation'), tabs: [tab(undefined, added + blocked), tab('ADDED', added), tab('BLOCKED', blocked)] };
}

async function rowOf({ accounts }: House, t: Translate, friend: Friendship): Promise<Row> {
  const { accountId, relation, createdAt, updatedAt } = friend;
  return {
    testid: `friend-${accountId}`,
    cells: [
      cell((await accounts.byId(accountId))?.nickname ?? accountId),
      cell({ kind: 'badge', badge: { word: t(`center.relation.${relation}`), look: relation === 'ADDED' ? 'ok' : 'fail' } }),
      cell({ kind: 'time', time: momentOf(updatedAt) }),
      cell({ kind: 'time', time: momentOf(createdAt) }),
    ],
  };
}

function emptyOf(t: Translate, relation: Relation | undefined): Empty {
  const title = { ADDED: 'center.noneAdded', BLOCKED: 'center.noneBlocked', all: 'center.noFriends' } as const;
  return { title: t(title[relation ?? 'all']), says: t('center.noFriendsNext'), actions: [link(t('center.toTalk'), '/talk')] };
}

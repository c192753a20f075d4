/** `GET /center/profiles/:id`: how a profile stands, at a glance. */
import type { Context } from 'koa';
import type { Channel } from '../../channels/index.ts';
import type { House } from '../../house.ts';
import { reading } from '../../web/language.ts';
import { momentOf } from '../../web/moment.ts';
import { screen } from '../../web/screens.ts';
import type { Translate } from '../../web/text/index.ts';
import { type Action, type Empty, type Fact, fact, link } from '../kit/parts.ts';
import { personOf } from '../kit/person.ts';
import { callbacksEmpty, callbackTable } from './callback-table.ts';
import { certificationBadge, type ProfileFrame, profileFrame, profileOf, profilePath, roleOf, roleWord } from './profile.ts';
import { cell, type Table } from './table.ts';

interface DashboardScreen extends ProfileFrame {
  facts: Fact[];
  people: Fact[];
  peopleActions: Action[];
  apps: Table | null;
  noApps: Empty;
  callbacks: Table | null;
  noCallbacks: Empty;
  callbackActions: Action[];
}

const RECENT = 5;
const dashboardPage = screen<DashboardScreen>('center/dashboard');

export function showDashboard(house: House) {
  return async (ctx: Context): Promise<void> => {
    const { t } = reading(ctx);
    const person = personOf(ctx);
    const profile = await profileOf(house, ctx);
    const { added, blocked } = await house.channels.friendCounts(person.id, profile.id);
    const callbacks = await house.webhooks.recent({ limit: RECENT }, { channelId: profile.id });
    const apps = await appTable(house, t, profile);
    await dashboardPage(ctx, {
      ...(await profileFrame(house, ctx, profile, 'dashboard')),
      facts: await profileFacts(house, t, profile, person.id),
      people: [
        fact(t('center.added'), t('center.count', { count: added })),
        fact(t('center.blocked'), t('center.count', { count: blocked })),
      ],
      peopleActions: [link(t('center.allFriends'), profilePath(profile, 'friends'))],
      apps: apps.rows.length > 0 ? apps : null,
      noApps: await noApps(house, t, profile),
      callbacks: callbacks.length > 0 ? await callbackTable(house, t, callbacks) : null,
      noCallbacks: callbacksEmpty(t),
      callbackActions: [link(t('center.allCallbacks'), profilePath(profile, 'callbacks'))],
    });
  };
}

async function profileFacts(house: House, t: Translate, profile: Channel, personId: string): Promise<Fact[]> {
  const { type } = await house.channels.certificationStanding(profile.id);
  return [
    fact(t('center.certification'), { kind: 'badge', badge: await certificationBadge(house, t, profile) }),
    fact(t('certification.type'), t(`certification.type.${type}`)),
    fact(t('center.role'), roleWord(t, roleOf(profile, personId))),
    fact(t('center.searchId'), profile.searchId),
    fact(t('center.publicId'), { kind: 'copy', text: profile.id, of: t('center.publicId') }),
    fact(t('center.profileNumber'), profile.profileNumber),
  ];
}

async function noApps({ channels }: House, t: Translate, profile: Channel): Promise<Empty> {
  const isCertified = await channels.certified(profile.id);
  const next = isCertified
    ? link(t('center.toConnections'), '/business')
    : link(t('center.toCertification'), profilePath(profile, 'certification'));
  return { title: t('center.noApps'), says: t('center.noAppsNext'), actions: [next] };
}

async function appTable({ apps, sync }: House, t: Translate, profile: Channel): Promise<Table> {
  const rows = await Promise.all(
    (await sync.connectedApps(profile.id)).map(async ({ appId, connectedAt }) => {
      const name = (await apps.byId(appId))?.name ?? appId;
      return {
        testid: `app-${appId}`,
        cells: [
          cell({ kind: 'link', text: name, href: `/developers/apps/${encodeURIComponent(appId)}` }),
          cell(appId),
          cell({ kind: 'time', time: momentOf(connectedAt) }),
        ],
      };
    }),
  );
  return { label: t('center.apps'), columns: [t('center.app'), t('center.appId'), t('center.connectedAt')], rows };
}

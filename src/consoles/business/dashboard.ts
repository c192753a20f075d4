/** `GET /business`: what the person has, and how it stands. */
import type { Context } from 'koa';
import { type App, appRole, hasAppRole } from '../../apps/index.ts';
import { type Channel, channelRole, type CertificationState } from '../../channels/index.ts';
import type { House } from '../../house.ts';
import { iconPath } from '../../web/icons.ts';
import { reading } from '../../web/language.ts';
import { picturePath } from '../../web/pictures.ts';
import { screen } from '../../web/screens.ts';
import type { Translate } from '../../web/text/index.ts';
import type { Frame } from '../kit/frame.ts';
import { type Action, type Badge, badge, type Empty, link, type Status, type Tabs } from '../kit/parts.ts';
import { personOf } from '../kit/person.ts';
import { pageFrame, pathsOf, places, tabsOf } from './page.ts';
import { syncStanding } from './standing.ts';

interface DashboardScreen {
  frame: Frame;
  tabs: Tabs;
  groups: Group[];
}

interface Group {
  id: string;
  title: string;
  entries: Entry[];
  empty: Empty;
}

/** An app, a profile or a business. */
interface Entry {
  testid: string;
  name: string;
  href: string | null;
  image: string | null;
  kind: 'square' | 'round';
  notes: string[];
  badges: Badge[];
  says: string[];
  actions: Action[];
}

const dashboardPage = screen<DashboardScreen>('business/dashboard');

const CERTIFICATIONS: Readonly<Record<CertificationState, Status>> = {
  valid: 'certified',
  pending: 'certifying',
  rejected: 'rejected',
  none: 'uncertified',
};

export function showDashboard(house: House) {
  return async (ctx: Context): Promise<void> => {
    const { t } = reading(ctx);
    const by = personOf(ctx).id;
    const apps = await house.apps.ofMember(by);
    const channels = await house.channels.managedBy(by);
    await dashboardPage(ctx, {
      frame: await pageFrame(house, ctx, { heading: t('console.business'), lead: t('business.dashboard.lead') }),
      tabs: tabsOf(ctx, 'dashboard'),
      groups: [
        group(ctx, 'apps', await Promise.all(apps.map((app) => appEntry(house, ctx, app))), '/developers/apps/new', 'business.apps.make'),
        group(
          ctx,
          'profiles',
          await Promise.all(channels.map((channel) => channelEntry(house, ctx, channel))),
          '/center/profiles/new',
          'business.profiles.make',
        ),
        group(ctx, 'businesses', await businessEntries(house, ctx), `${places.businesses}/new`, 'business.businesses.register'),
      ],
    });
  };
}

type GroupName = 'apps' | 'profiles' | 'businesses';

function group(
  ctx: Context,
  id: GroupName,
  entries: Entry[],
  path: string,
  make: 'business.apps.make' | 'business.profiles.make' | 'business.businesses.register',
): Group {
  const { t } = reading(ctx);
  const says = t(`business.${id}.noneNext`);
  return {
    id,
    title: t(`business.${id}`),
    entries,
    empty: { title: t(`business.${id}.none`), says, actions: [link(t(make), path, 'plain')] },
  };
}

async function appEntry(house: House, ctx: Context, app: App): Promise<Entry> {
  const { t, language } = reading(ctx);
  const by = personOf(ctx).id;
  const isConnected = (await house.sync.connections(app.id)).length > 0;
  const standing = isConnected ? await syncStanding(house, t, language, app, by) : null;
  return {
    testid: `app-${app.id}`,
    name: app.name,
    href: `/developers/apps/${app.id}`,
    image: iconPath(app),
    kind: 'square',
    notes: [t('business.apps.id', { id: app.id }), t('business.myRole', { role: t(`business.role.${appRole(app, by) ?? 'member'}`) })],
    badges: [badge(t, app.businessNumber === null ? 'basic' : 'biz'), badge(t, isConnected ? 'connected' : 'notConnected')].concat(
      standing ? [standing.badge] : [],
    ),
    says: standing?.says ?? [],
    actions: standing?.actions ?? connectActions(t, app, by),
  };
}

/** 1단계 comes next for a biz app of an editor. */
function connectActions(t: Translate, app: App, by: string): Action[] {
  if (app.businessNumber === null || !hasAppRole(app, by, 'editor')) return [];
  return [link(t('business.connect.do'), pathsOf(app).connect, 'plain', { of: app.name, testid: `connect-${app.id}` })];
}

async function channelEntry(house: House, ctx: Context, channel: Channel): Promise<Entry> {
  const { t } = reading(ctx);
  const role = channelRole(channel, personOf(ctx).id) ?? 'member';
  return {
    testid: `profile-${channel.id}`,
    name: channel.name,
    href: `/center/profiles/${channel.id}`,
    image: picturePath(channel),
    kind: 'round',
    notes: [t('business.profiles.number', { number: channel.profileNumber }), t('business.myRole', { role: t(`business.role.${role}`) })],
    badges: [badge(t, CERTIFICATIONS[await house.channels.certification(channel.id)])],
    says: [],
    actions: [],
  };
}

async function businessEntries(house: House, ctx: Context): Promise<Entry[]> {
  return (await house.sync.businessesOf(personOf(ctx).id)).map(({ business }) => ({
    testid: `business-${business.id}`,
    name: business.companyName,
    href: `${places.businesses}#business-${business.id}`,
    image: null,
    kind: 'square',
    notes: [business.id, business.representative],
    badges: [],
    says: [],
    actions: [],
  }));
}

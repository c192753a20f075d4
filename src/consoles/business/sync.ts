/** `GET /business/sync`: 카카오싱크 신청, both stages on one page. Source: guide, 신청 1단계 and 2단계. */
import type { Context } from 'koa';
import type { App } from '../../apps/index.ts';
import type { House } from '../../house.ts';
import { reading } from '../../web/language.ts';
import { screen } from '../../web/screens.ts';
import type { Frame } from '../kit/frame.ts';
import { type Action, type Empty, link, type Tabs } from '../kit/parts.ts';
import { personOf } from '../kit/person.ts';
import { nameOf, pageFrame, tabsOf } from './page.ts';
import { type SyncStanding, syncStanding } from './standing.ts';

interface SyncScreen {
  frame: Frame;
  tabs: Tabs;
  stage1: { title: string; says: string; actions: Action[] };
  /** One for each connected app. */
  rows: { id: string; app: string; profiles: string[]; sync: SyncStanding }[];
  empty: Empty;
}

const syncPage = screen<SyncScreen>('business/sync');

export function showSync(house: House) {
  return async (ctx: Context): Promise<void> => {
    const { t } = reading(ctx);
    const apps = await connectedApps(house, personOf(ctx).id);
    await syncPage(ctx, {
      frame: await pageFrame(house, ctx, { heading: t('business.sync'), lead: t('business.sync.lead') }),
      tabs: tabsOf(ctx, 'sync'),
      stage1: await stage1(house, ctx, apps.length > 0),
      rows: await Promise.all(apps.map((app) => rowOf(house, ctx, app))),
      empty: { title: t('business.stage2.none'), says: t('business.stage2.noneNext'), actions: [] },
    });
  };
}

async function connectedApps({ apps, sync }: House, by: string): Promise<App[]> {
  const mine = await apps.ofMember(by);
  const connections = await Promise.all(mine.map(({ id }) => sync.connections(id)));
  return mine.filter((_, at) => connections[at]!.length > 0);
}

async function stage1(house: House, ctx: Context, isConnected: boolean): Promise<SyncScreen['stage1']> {
  const { t } = reading(ctx);
  const isPossible = await mayConnect(house, personOf(ctx).id);
  const connect = (word: string): Action => link(word, '/business/connections/new', 'primary', { testid: 'connect' });
  if (isConnected) {
    const title = t('business.stage1.connected');
    if (!isPossible) return { title, says: t('business.stage1.connectedAll'), actions: [] };
    return { title, says: t('business.stage1.connectedNext'), actions: [connect(t('business.stage1.add'))] };
  }
  if (isPossible) {
    const actions = [connect(t('business.stage1.connect'))];
    return { title: t('business.stage1.possible'), says: t('business.stage1.possibleNext'), actions };
  }
  const actions = [link(t('business.toDevelopers'), '/developers'), link(t('business.toCenter'), '/center')];
  return { title: t('business.stage1.impossible'), says: t('business.stage1.impossibleNext'), actions };
}

/** Whether there is an app with a profile that can be chosen. */
async function mayConnect({ sync }: House, by: string): Promise<boolean> {
  const apps = await sync.connectableApps(by);
  const choices = await Promise.all(apps.map((app) => sync.channelChoices(by, app)));
  return choices.flat().some(({ refusal }) => refusal === null);
}

async function rowOf(house: House, ctx: Context, app: App): Promise<SyncScreen['rows'][number]> {
  const { t, language } = reading(ctx);
  const channels = await house.sync.connectedChannels(app.id);
  return {
    id: app.id,
    app: nameOf(app),
    profiles: channels.map(({ name }) => name),
    sync: await syncStanding(house, t, language, app, personOf(ctx).id),
  };
}

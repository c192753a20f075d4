/** The facts of the road map, asked of the rooms: for the app or profile that a page is about, or else for the way gone furthest without its end. */
import { type App, appRole } from '../../apps/index.ts';
import { sameBusiness } from '../../businesses/index.ts';
import { type Channel, channelRole } from '../../channels/index.ts';
import type { House } from '../../house.ts';
import type { ApplicationEntry } from '../../sync/index.ts';
import { road, type RoadFacts, type Standing } from './road.ts';

export interface RoadSubject {
  app?: App | undefined;
  channel?: Channel | undefined;
}

/** How far this person has come. */
export async function roadFacts(house: House, accountId: string, { app, channel }: RoadSubject = {}): Promise<RoadFacts> {
  const apps = app ? [app] : await appsOf(house, accountId, channel);
  const ways = await Promise.all(apps.map((each) => wayOf(house, accountId, each, channel)));
  if (ways.length === 0) ways.push(await wayOf(house, accountId, undefined, channel));
  const unfinished = ways.filter((way) => road(way).next !== null);
  return (unfinished.length > 0 ? unfinished : ways).reduce((furthest, way) => (progressOf(way) > progressOf(furthest) ? way : furthest));
}

/** All that the person works at; for a profile those that it is connected to, or else that it might be. Nobody goes this way with a test app. */
async function appsOf(house: House, accountId: string, channel: Channel | undefined): Promise<App[]> {
  const mine = (await house.apps.ofMember(accountId)).filter(({ testOf }) => testOf === null);
  if (!channel) return mine;
  const connections = await house.sync.connectedApps(channel.id);
  const connected = mine.filter(({ id }) => connections.some(({ appId }) => appId === id));
  if (connected.length > 0) return connected;
  const possible = mine.filter((app) => mayMeet(app, channel));
  const taken = await Promise.all(possible.map(async ({ id }) => (await house.sync.connections(id)).length > 0));
  const free = possible.filter((_, at) => !taken[at]);
  return free.length > 0 ? free : possible;
}

async function wayOf(house: House, accountId: string, app: App | undefined, wanted: Channel | undefined): Promise<RoadFacts> {
  const connected = app ? await house.sync.connectedChannels(app.id) : [];
  const mine = connected.length > 0 ? connected : await house.channels.managedBy(accountId);
  const profile = await profileOf(house, accountId, wanted ? [wanted] : mine.filter((channel) => !app || mayMeet(app, channel)));
  const history = app ? await house.sync.applications(app.id) : [];
  const terms = standingOf(history, 'terms');
  const items = standingOf(history, 'items');
  return {
    profile,
    app: app ? { id: app.id, role: appRole(app, accountId) ?? 'member', isBiz: app.businessNumber !== null } : null,
    isConnected: connected.some(({ id }) => id === profile?.id),
    terms,
    items,
    settings: {
      login: app?.loginOn ?? false,
      channel: (app?.channelOnConsent ?? null) !== null,
      consentItems: items === 'none' || !app ? null : await hasItems(house, app),
      simpleSignup: terms === 'none' || !app ? null : app.simpleSignupOn,
    },
  };
}

/** 동일한 사업자, or one of the two has none yet. */
function mayMeet(app: App, channel: Channel): boolean {
  return app.businessNumber === null || channel.businessNumber === null || sameBusiness(app, channel);
}

/** The first one that is certified, or else the newest. */
async function profileOf({ channels }: House, accountId: string, candidates: readonly Channel[]): Promise<RoadFacts['profile']> {
  const profiles = await Promise.all(
    candidates.map(async (channel): Promise<NonNullable<RoadFacts['profile']>> => {
      const state = await channels.certification(channel.id);
      return { id: channel.id, role: channelRole(channel, accountId) ?? 'member', certification: state === 'valid' ? 'approved' : state };
    }),
  );
  return profiles.find(({ certification }) => certification === 'approved') ?? profiles.at(-1) ?? null;
}

/** What was approved once stays so, whatever came of later applications. */
function standingOf(history: readonly ApplicationEntry[], kind: 'terms' | 'items'): Standing {
  const outcomes = history
    .filter(({ application }) => application.kind === kind)
    .map(({ review }) => review.decision?.outcome ?? 'pending');
  return outcomes.includes('approved') ? 'approved' : (outcomes[0] ?? 'none');
}

/** Whether every item that was approved is configured. */
async function hasItems({ sync }: House, app: App): Promise<boolean> {
  const approved = await sync.approvedItems(app.id);
  return approved.length > 0 && approved.every(({ id }) => app.items.some((item) => item.id === id));
}

/** Stages that are done before the one where one stands, then steps in it. */
function progressOf(facts: RoadFacts): number {
  const { stages } = road(facts);
  const here = stages.findIndex(({ state }) => state === 'here');
  const steps = stages[here]?.steps.filter(({ state }) => state === 'done') ?? [];
  return (here < 0 ? stages.length : here) + steps.length / 100;
}

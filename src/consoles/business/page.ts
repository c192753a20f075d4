/** What every page of 카카오 for 비즈니스 has: the frame with the road, and the three places of the console. */
import type { Context } from 'koa';
import type { App } from '../../apps/index.ts';
import type { House } from '../../house.ts';
import { reading } from '../../web/language.ts';
import { type Frame, frame, type FrameOptions } from '../kit/frame.ts';
import type { Tabs } from '../kit/parts.ts';
import { personOf } from '../kit/person.ts';
import { roadFacts } from '../kit/road-facts.ts';

export type Place = 'dashboard' | 'businesses' | 'sync';

export const places: Readonly<Record<Place, string>> = {
  dashboard: '/business',
  businesses: '/business/businesses',
  sync: '/business/sync',
};

/** What an app is called, as the guide writes it: 테스트비즈앱1 (205700). */
export const nameOf = ({ name, id }: Pick<App, 'name' | 'id'>): string => `${name} (${id})`;

/** The frame; the road is that of the app, or how far the person has come. */
export async function pageFrame(house: House, ctx: Context, options: Omit<FrameOptions, 'road'>, app?: App): Promise<Frame> {
  return frame(ctx, 'business', { ...options, road: await roadFacts(house, personOf(ctx).id, { app }) });
}

export function tabsOf(ctx: Context, current: Place): Tabs {
  const { t } = reading(ctx);
  const tab = (place: Place) => ({ word: t(`business.${place}`), href: places[place], isCurrent: place === current, count: null });
  return { label: t('business.menu'), tabs: [tab('dashboard'), tab('businesses'), tab('sync')] };
}

/** The way back from below 카카오싱크 신청. */
export function syncTrail(ctx: Context): NonNullable<FrameOptions['trail']> {
  return [{ href: places.sync, word: reading(ctx).t('business.sync') }];
}

/** Paths of the pages of an app. */
export function pathsOf({ id }: Pick<App, 'id'>) {
  const app = `/business/apps/${id}`;
  return {
    connect: `/business/connections/new/${id}`,
    connected: `/business/connections/new/${id}/done`,
    application: `${app}/application`,
    details: `${app}/application/details`,
    submitted: `${app}/application/done`,
    result: `${app}/result`,
    condition: (item: string) => `${app}/items/${item}/condition`,
    document: (document: string) => `${app}/documents/${document}`,
    preview: `/oauth/preview/${id}`,
    settings: `/developers/apps/${id}`,
  };
}

/** The steps of 신청 1단계 and of 신청 2단계. */
export const connectSteps = ['business.connect.step1', 'business.connect.step2', 'business.connect.step3'] as const;
export const applySteps = ['apply.step1', 'apply.step2', 'apply.step3'] as const;

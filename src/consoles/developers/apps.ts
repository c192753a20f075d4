/** `GET /developers`: every app, and how it stands. */
import type { Context } from 'koa';
import type { House } from '../../house.ts';
import { reading } from '../../web/language.ts';
import { screen } from '../../web/screens.ts';
import { type AppCard, appCard } from './cards.ts';

interface AppsScreen {
  apps: AppCard[];
}

const appsPage = screen<AppsScreen>('developers/apps');

export function showApps(house: House) {
  return async (ctx: Context): Promise<void> => {
    const { t } = reading(ctx);
    const apps = await house.apps.all();
    await appsPage(ctx, { apps: await Promise.all(apps.map((app) => appCard(house, t, app))) });
  };
}

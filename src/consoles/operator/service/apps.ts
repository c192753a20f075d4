/** `GET /_sim/desk`: 고객센터: every app, and what the desk has done. */
import type { Context } from 'koa';
import type { House } from '../../../house.ts';
import { reading } from '../../../web/language.ts';
import { screen } from '../../../web/screens.ts';
import { type Head, head } from '../head.ts';
import { type LogRow, logOf, pathOfApp } from './log.ts';

interface ServiceScreen {
  head: Head;
  apps: { name: string; id: string; path: string; says: string }[];
  log: LogRow[];
}

const servicePage = screen<ServiceScreen>('operator/service');

export function showService(house: House) {
  return async (ctx: Context): Promise<void> => {
    const { t } = reading(ctx);
    const apps = await house.apps.all();
    await servicePage(ctx, {
      head: head(ctx, { heading: t('service.title'), lead: t('service.lead') }),
      apps: await Promise.all(
        apps.map(async ({ id, name }) => {
          const profiles = (await house.sync.connections(id)).length;
          const terms = (await house.terms.approved(id)).length;
          return { id, name, path: pathOfApp(id), says: t('service.has', { profiles, terms }) };
        }),
      ),
      log: await logOf(house, ctx),
    });
  };
}

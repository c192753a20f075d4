/** `GET /_sim/endpoints`: where the callbacks of each app go, how that stands, and what waits there. */
import type { Context } from 'koa';
import type { App } from '../../../apps/index.ts';
import type { House } from '../../../house.ts';
import { reading } from '../../../web/language.ts';
import { screen } from '../../../web/screens.ts';
import type { Translate } from '../../../web/text/index.ts';
import type { Empty, Tabs } from '../../kit/parts.ts';
import { benchTabs } from '../bench.ts';
import { KINDS } from '../deliveries/filters.ts';
import { type Head, head } from '../head.ts';
import { type EndpointCard, endpointCard, pathOf } from './words.ts';

interface EndpointsScreen {
  head: Head;
  bench: Tabs;
  apps: AppEndpoints[];
  /** Apps that nothing is sent to. */
  others: AppEndpoints[];
  empty: Empty | null;
}

interface AppEndpoints {
  id: string;
  name: string;
  endpoints: EndpointCard[];
  /** The kinds that have no address yet, and where one is registered. */
  missing: { path: string; word: string }[];
}

const endpointsPage = screen<EndpointsScreen>('operator/endpoints');

export function showEndpoints(house: House) {
  return async (ctx: Context): Promise<void> => {
    const { t } = reading(ctx);
    const apps = await Promise.all((await house.apps.all()).map((app) => appEndpoints(house, t, app)));
    const served = apps.filter(({ endpoints }) => endpoints.length > 0);
    await endpointsPage(ctx, {
      head: head(ctx, { heading: t('endpoints.title'), lead: t('endpoints.lead') }),
      bench: benchTabs(ctx, 'endpoints'),
      apps: served,
      others: apps.filter(({ endpoints }) => endpoints.length === 0),
      empty: served.length > 0 ? null : emptyOf(ctx),
    });
  };
}

async function appEndpoints(house: House, t: Translate, { id, name }: App): Promise<AppEndpoints> {
  const endpoints = await house.webhooks.endpoints(id);
  const missing = KINDS.filter((kind) => !endpoints.some((endpoint) => endpoint.kind === kind));
  return {
    id,
    name,
    endpoints: await Promise.all(endpoints.map((endpoint) => endpointCard(house, t, endpoint))),
    missing: missing.map((kind) => ({ path: pathOf({ id: `${id}:${kind}` }), word: t(`callback.${kind}`) })),
  };
}

function emptyOf(ctx: Context): Empty {
  const { t } = reading(ctx);
  return {
    title: t('endpoints.empty'),
    says: t('endpoints.emptyNext'),
    actions: [],
  };
}

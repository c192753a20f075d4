/** `GET /_sim/deliveries`: every callback on a row, newest first. */
import type { Context } from 'koa';
import { z } from 'zod';
import type { House } from '../../house.ts';
import { query } from '../../web/forms.ts';
import { reading } from '../../web/language.ts';
import { screen } from '../../web/screens.ts';
import { type DeliveryCard, deliveryCard } from './cards.ts';

interface DeliveriesScreen {
  apps: { id: string; name: string; selected: boolean }[];
  filtered: boolean;
  rows: DeliveryCard[];
  /** Where the next older ones are, if there are any; and the way back to the newest ones. */
  older: string | null;
  newest: string | null;
}

const PAGE_SIZE = 30;
const deliveriesQuery = z.object({ app: z.string().optional(), before: z.string().optional() });
const deliveriesPage = screen<DeliveriesScreen>('operator/deliveries');

export function showDeliveries(house: House) {
  return async (ctx: Context): Promise<void> => {
    const { t } = reading(ctx);
    const { app, before } = query(ctx, deliveriesQuery);
    const found = await house.webhooks.recent({ limit: PAGE_SIZE + 1, before }, { appId: app });
    const shown = found.slice(0, PAGE_SIZE);
    await deliveriesPage(ctx, {
      apps: (await house.apps.all()).map(({ id, name }) => ({ id, name, selected: id === app })),
      filtered: Boolean(app),
      rows: await Promise.all(shown.map((delivery) => deliveryCard(house, t, delivery))),
      older: found.length > shown.length ? pageLink(app, shown.at(-1)?.id) : null,
      newest: before ? pageLink(app) : null,
    });
  };
}

function pageLink(app?: string, before?: string): string {
  const query = new URLSearchParams({ ...(app && { app }), ...(before && { before }) }).toString();
  return query ? `/_sim/deliveries?${query}` : '/_sim/deliveries';
}

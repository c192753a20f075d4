/** `GET /center/profiles/:id/callbacks`: what the connected apps were told about this profile. */
import type { Context } from 'koa';
import { z } from 'zod';
import type { House } from '../../house.ts';
import { query } from '../../web/forms.ts';
import { reading } from '../../web/language.ts';
import { screen } from '../../web/screens.ts';
import type { Empty } from '../kit/parts.ts';
import { callbacksEmpty, callbackTable } from './callback-table.ts';
import { type ProfileFrame, profileFrame, profileOf, profilePath } from './profile.ts';
import { pageOf, type Pages, type Table } from './table.ts';

interface CallbacksScreen extends ProfileFrame {
  table: Table | null;
  empty: Empty;
  pages: Pages | null;
}

const PAGE_SIZE = 20;
const callbacksQuery = z.object({ before: z.string().optional() });
const callbacksPage = screen<CallbacksScreen>('center/callbacks');

export function showCallbacks(house: House) {
  return async (ctx: Context): Promise<void> => {
    const { t } = reading(ctx);
    const profile = await profileOf(house, ctx);
    const { before } = query(ctx, callbacksQuery);
    const found = await house.webhooks.recent({ limit: PAGE_SIZE + 1, before }, { channelId: profile.id });
    const { shown, pages } = pageOf(found, PAGE_SIZE, { path: profilePath(profile, 'callbacks'), before });
    await callbacksPage(ctx, {
      ...(await profileFrame(house, ctx, profile, 'callbacks', { lead: t('center.callbacksLead') })),
      table: shown.length > 0 ? await callbackTable(house, t, shown) : null,
      empty: before ? { title: t('center.endOfList'), says: '', actions: [] } : callbacksEmpty(t),
      pages,
    });
  };
}

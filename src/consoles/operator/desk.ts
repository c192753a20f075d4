/** `GET /_sim`: what there is here, and what time it is. */
import type { Context } from 'koa';
import type { House } from '../../house.ts';
import { reading } from '../../web/language.ts';
import { screen } from '../../web/screens.ts';
import type { Draft } from '../kit/draft.ts';
import { type ClockCard, clockCard } from './clock.ts';
import { doneText } from '../kit/done.ts';

interface DeskScreen {
  done: string | null;
  clock: ClockCard;
  tools: { path: string; title: string; says: string; count: string | null }[];
}

const deskPage = screen<DeskScreen>('operator/desk');

export function showIndex(house: House) {
  return (ctx: Context): Promise<void> => drawIndex(house, ctx);
}

/** @param draft of the clock's form, where it was not taken */
export async function drawIndex(house: House, ctx: Context, draft?: Draft, status = 200): Promise<void> {
  const { t } = reading(ctx);
  const pending = (await house.reviews.pending()).length;
  const { parked: failed } = await house.webhooks.tally();
  const tool = (path: string, title: string, says: string, count: string | null = null) => ({ path, title, says, count });
  await deskPage(
    ctx,
    {
      done: doneText(ctx),
      clock: await clockCard(house, ctx, draft),
      tools: [
        tool('/_sim/reviews', t('reviews.title'), t('reviews.lead'), t('reviews.pendingCount', { count: pending })),
        tool('/_sim/desk', t('service.title'), t('service.lead')),
        tool('/_sim/gallery', t('gallery.title'), t('gallery.lead')),
        tool(
          '/_sim/deliveries',
          t('deliveries.title'),
          t('operator.deliveries'),
          failed > 0 ? t('deliveries.failedCount', { count: failed }) : null,
        ),
        tool('/_sim/endpoints', t('endpoints.title'), t('operator.endpoints')),
        tool('/_sim/triggers', t('triggers.title'), t('operator.triggers')),
        tool('/_sim/inbox', t('inbox.title'), t('inbox.lead')),
        tool('/_sim/records', t('records.title'), t('records.lead')),
        tool('/_sim/journeys', t('journeys.title'), t('operator.journeys')),
        tool('/_sim/api', t('api.title'), t('api.lead')),
        tool('/_sim/why', t('why.title'), t('why.lead')),
        tool('/_sim/coverage', t('coverage.title'), t('operator.coverage')),
        tool('/_sim/forgetting', t('forget.title'), t('forget.lead')),
        tool('/_sim/resets', t('reset.title'), t('reset.lead')),
      ],
    },
    status,
  );
}

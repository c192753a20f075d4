/** `GET /_sim`: what there is here. */
import type { Context } from 'koa';
import { reading } from '../../web/language.ts';
import { screen } from '../../web/screens.ts';

interface DeskScreen {
  tools: { path: string; title: string; says: string }[];
}

const deskPage = screen<DeskScreen>('operator/desk');

export async function showIndex(ctx: Context): Promise<void> {
  const { t } = reading(ctx);
  await deskPage(ctx, {
    tools: [
      { path: '/_sim/deliveries', title: t('deliveries.title'), says: t('operator.deliveries') },
      { path: '/_sim/why', title: t('why.title'), says: t('why.lead') },
      { path: '/_sim/coverage', title: t('coverage.title'), says: t('operator.coverage') },
    ],
  });
}

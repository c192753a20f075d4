/** The pages of the webhook bench, beside one another. */
import type { Context } from 'koa';
import { reading } from '../../web/language.ts';
import type { Tabs } from '../kit/parts.ts';

const PAGES = ['deliveries', 'endpoints', 'triggers', 'inbox'] as const;

export type BenchPage = (typeof PAGES)[number];

export function benchTabs(ctx: Context, current: BenchPage): Tabs {
  const { t } = reading(ctx);
  return {
    label: t('bench.pages'),
    tabs: PAGES.map((page) => ({ word: t(`${page}.title`), href: `/_sim/${page}`, isCurrent: page === current, count: null })),
  };
}

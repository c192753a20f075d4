/** `GET /_sim/reviews`: what waits for a decision, then what was decided, newest first; and how each kind is decided. */
import type { Context } from 'koa';
import { z } from 'zod';
import type { House } from '../../../house.ts';
import type { QueueFilter } from '../../../inspections/index.ts';
import type { Review } from '../../../reviews/index.ts';
import { query } from '../../../web/forms.ts';
import { reading } from '../../../web/language.ts';
import { type Moment, momentOf } from '../../../web/moment.ts';
import { screen } from '../../../web/screens.ts';
import type { Draft } from '../../kit/draft.ts';
import type { Form } from '../../kit/form.ts';
import { type Badge, type Empty, link, type Tabs } from '../../kit/parts.ts';
import { type Head, head } from '../head.ts';
import { policyForm } from './policies.ts';
import { KINDS, pathOf, standingBadge, submitterOf } from './words.ts';

interface ReviewsScreen {
  head: Head;
  kinds: Tabs;
  apps: Tabs;
  rows: Row[];
  empty: Empty | null;
  older: string | null;
  newest: string | null;
  policies: Form;
}

interface Row {
  id: string;
  path: string;
  name: string;
  kind: string;
  by: string;
  at: Moment;
  badge: Badge;
  /** When it falls due by itself. */
  due: Moment | null;
  /** What there is to know of one that has no such time. */
  note: string;
}

const PAGE_SIZE = 50;
const queueQuery = z.object({
  kind: z.enum(['certification', 'terms', 'items']).nullable().catch(null).default(null),
  app: z.string().max(30).nullable().default(null),
  page: z.coerce.number().int().min(1).catch(1).default(1),
});
const reviewsPage = screen<ReviewsScreen>('operator/reviews');

export function showQueue(house: House) {
  return (ctx: Context): Promise<void> => drawQueue(house, ctx);
}

/** @param draft of the form of policies, where it was not taken */
export async function drawQueue(house: House, ctx: Context, draft?: Draft, status = 200): Promise<void> {
  const { t } = reading(ctx);
  const { kind, app, page } = query(ctx, queueQuery);
  const filter = { kind, appId: app };
  const found = await house.inspections.queue(filter);
  const shown = found.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE);
  await reviewsPage(
    ctx,
    {
      head: head(ctx, { heading: t('reviews.title'), lead: t('reviews.lead') }),
      ...(await tabsOf(house, ctx, filter)),
      rows: await Promise.all(shown.map((review) => rowOf(house, ctx, review))),
      empty: shown.length > 0 ? null : emptyOf(ctx, filter),
      older: found.length > page * PAGE_SIZE ? address(filter, page + 1) : null,
      newest: page > 1 ? address(filter) : null,
      policies: await policyForm(house, ctx, draft),
    },
    status,
  );
}

async function rowOf(house: House, ctx: Context, review: Review): Promise<Row> {
  const { t } = reading(ctx);
  const { id, kind, decision, dueAt, submittedAt } = review;
  return {
    id,
    path: pathOf(review),
    name: await house.inspections.nameOf(review),
    kind: t(`review.kind.${kind}`),
    by: await submitterOf(house, t, review),
    at: momentOf(submittedAt),
    badge: standingBadge(t, review),
    due: decision || dueAt === null ? null : momentOf(dueAt),
    note: decision ? (decision.reason ?? '') : dueAt === null ? t('reviews.byHand') : '',
  };
}

async function tabsOf(house: House, ctx: Context, { kind, appId }: QueueFilter): Promise<Pick<ReviewsScreen, 'kinds' | 'apps'>> {
  const { t } = reading(ctx);
  const counted = async (each: QueueFilter) => (await house.inspections.queue(each)).filter(({ decision }) => !decision).length;
  const tab = async (word: string, filter: QueueFilter, isCurrent: boolean) => ({
    word,
    href: address(filter),
    isCurrent,
    count: await counted(filter),
  });
  const apps = await house.apps.all();
  return {
    kinds: {
      label: t('reviews.byKind'),
      tabs: await Promise.all([
        tab(t('reviews.allKinds'), { kind: null, appId }, kind === null),
        ...KINDS.map((each) => tab(t(`review.kind.${each}`), { kind: each, appId }, kind === each)),
      ]),
    },
    apps: {
      label: t('reviews.byApp'),
      tabs: await Promise.all([
        tab(t('reviews.allApps'), { kind, appId: null }, appId === null),
        ...apps.map(({ id, name }) => tab(`${name} (${id})`, { kind, appId: id }, appId === id)),
      ]),
    },
  };
}

function emptyOf(ctx: Context, { kind, appId }: QueueFilter): Empty {
  const { t } = reading(ctx);
  const isFiltered = kind !== null || appId !== null;
  const all = link(t('reviews.showAll'), '/_sim/reviews');
  const go = [link(t('console.center'), '/center'), link(t('console.business'), '/business')];
  return { title: t('reviews.empty'), says: t('reviews.emptyNext'), actions: isFiltered ? [all, ...go] : go };
}

function address({ kind, appId }: QueueFilter, page = 1): string {
  const params = new URLSearchParams({ ...(kind && { kind }), ...(appId && { app: appId }), ...(page > 1 && { page: String(page) }) });
  return params.size > 0 ? `/_sim/reviews?${params}` : '/_sim/reviews';
}

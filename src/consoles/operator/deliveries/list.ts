/** `GET /_sim/deliveries`: every callback on a row, newest first, with the last hour as a picture. */
import type { Context } from 'koa';
import type { House } from '../../../house.ts';
import { reading } from '../../../web/language.ts';
import { screen } from '../../../web/screens.ts';
import type { Field } from '../../kit/field.ts';
import { type Empty, link, type Tabs } from '../../kit/parts.ts';
import { benchTabs } from '../bench.ts';
import { type Head, head } from '../head.ts';
import type { Picture } from '../picture.ts';
import { type DeliveryCard, deliveryCard } from './cards.ts';
import { filterFields, filterOf, type Filters, filtersOf, listPath, stateTabs } from './filters.ts';
import { lastHour } from './last-hour.ts';

interface DeliveriesScreen {
  head: Head;
  /** Why nothing was sent again. */
  problem: string | null;
  bench: Tabs;
  fields: Field[];
  /** Where every filter is taken away; null where there is none. */
  unfiltered: string | null;
  picture: Picture;
  states: Tabs;
  rows: DeliveryCard[];
  /** What the form of the rows carries along. */
  hidden: { name: string; value: string }[];
  /** How many can be sent again in one go; null where there are none. */
  allFailed: string | null;
  empty: Empty | null;
  /** Where the next older ones are, if there are any; and the way back to the newest ones. */
  older: string | null;
  newest: string | null;
}

/** Which part of the list, and what is to be said above it. */
interface Shown {
  filters: Filters;
  before: string | undefined;
  problem?: string;
}

const PAGE_SIZE = 30;
const deliveriesPage = screen<DeliveriesScreen>('operator/deliveries');

export function showDeliveries(house: House) {
  return (ctx: Context): Promise<void> => drawDeliveries(house, ctx, filtersOf(ctx));
}

export async function drawDeliveries(house: House, ctx: Context, shown: Shown, status = 200): Promise<void> {
  const { t } = reading(ctx);
  const { filters, before, problem = null } = shown;
  const found = await house.webhooks.recent({ limit: PAGE_SIZE + 1, before }, filterOf(filters));
  const page = found.slice(0, PAGE_SIZE);
  const { state: _, ...others } = filters;
  const { parked } = await house.webhooks.tally(filterOf(others));
  const model = {
    problem,
    head: head(ctx, { heading: t('deliveries.title'), lead: t('deliveries.lead') }),
    bench: benchTabs(ctx, 'deliveries'),
    fields: await filterFields(house, ctx, filters),
    unfiltered: listPath(others) === listPath({}) ? null : listPath({}),
    picture: await lastHour(house, t, filters.app),
    states: await stateTabs(house, ctx, filters),
    rows: await Promise.all(page.map((delivery) => deliveryCard(house, t, delivery))),
    hidden: Object.entries(filters).flatMap(([name, value]) => (value ? [{ name, value }] : [])),
    allFailed: parked > 0 ? t('replay.allFailed', { count: parked }) : null,
    empty: page.length > 0 ? null : emptyOf(ctx, filters, before),
    older: found.length > page.length ? listPath({ ...filters, before: page.at(-1)?.id }) : null,
    newest: before ? listPath(filters) : null,
  };
  await deliveriesPage(ctx, model, status);
}

function emptyOf(ctx: Context, filters: Filters, before: string | undefined): Empty {
  const { t } = reading(ctx);
  if (before) return { title: t('deliveries.end'), says: '', actions: [] };
  const isFiltered = listPath(filters) !== listPath({});
  const actions = [
    link(t('deliveries.toTriggers'), '/_sim/triggers', 'primary'),
    link(t('deliveries.toTalk'), '/talk'),
    link(t('deliveries.toEndpoints'), '/_sim/endpoints'),
    ...(isFiltered ? [link(t('deliveries.showAll'), listPath({}))] : []),
  ];
  return { title: t(isFiltered ? 'deliveries.emptyFiltered' : 'deliveries.empty'), says: t('deliveries.emptyNext'), actions };
}

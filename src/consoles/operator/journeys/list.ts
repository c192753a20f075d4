/** `GET /_sim/journeys`: every login on a row, newest first. */
import type { Context } from 'koa';
import type { House } from '../../../house.ts';
import { reading } from '../../../web/language.ts';
import { screen } from '../../../web/screens.ts';
import type { Field } from '../../kit/field.ts';
import { type Empty, link, type Tabs } from '../../kit/parts.ts';
import { type Head, head } from '../head.ts';
import { filterFields, filterOf, type Filters, filtersOf, listPath, stateTabs } from './filters.ts';
import { type JourneyCard, journeyCard, pathTo } from './words.ts';

interface JourneysScreen {
  head: Head;
  fields: Field[];
  /** How a journey must stand, carried along by the form of the filters. */
  state: string | null;
  /** Where every filter is taken away; null where there is none. */
  unfiltered: string | null;
  funnel: string;
  states: Tabs;
  rows: JourneyCard[];
  empty: Empty | null;
  /** Where the next older ones are, if there are any; and the way back to the newest ones. */
  older: string | null;
  newest: string | null;
  /** What is wrong with the rows that were picked, in a sentence. */
  problem: string | null;
}

const PAGE_SIZE = 30;
/** Before the id of a journey: the name of its box. */
const PICK = 'pick-';
const journeysPage = screen<JourneysScreen>('operator/journeys');

export function showJourneys(house: House) {
  return (ctx: Context): Promise<void> => draw(house, ctx, null, 200);
}

/** `GET /_sim/journeys/compare`: the two that were ticked in the list, side by side; the list again where it was another number. */
export function comparePicked(house: House) {
  return async (ctx: Context): Promise<void> => {
    const picked = Object.keys(ctx.query).flatMap((name) => (name.startsWith(PICK) ? [name.slice(PICK.length)] : []));
    const [first, second] = picked;
    if (picked.length !== 2) return draw(house, ctx, reading(ctx).t('compare.pickTwo', { count: picked.length }), 422);
    ctx.redirect(`${pathTo(first!)}/compare/${encodeURIComponent(second!)}`);
    ctx.status = 303;
  };
}

async function draw(house: House, ctx: Context, problem: string | null, status: number): Promise<void> {
  const { t } = reading(ctx);
  const { filters, before } = filtersOf(ctx);
  const found = await house.journeys.recent({ limit: PAGE_SIZE + 1, before }, filterOf(filters));
  const page = found.slice(0, PAGE_SIZE);
  await journeysPage(
    ctx,
    {
      head: head(ctx, { heading: t('journeys.title'), lead: t('journeys.lead') }),
      fields: await filterFields(house, ctx, filters),
      state: filters.state ?? null,
      unfiltered: listPath(filters) === listPath({}) ? null : listPath({}),
      funnel: `/_sim/journeys/funnel${filters.app ? `?${new URLSearchParams({ app: filters.app })}` : ''}`,
      states: stateTabs(ctx, filters),
      rows: await Promise.all(page.map((journey) => journeyCard(house, t, journey))),
      empty: page.length > 0 ? null : emptyOf(ctx, filters, before),
      older: found.length > page.length ? listPath({ ...filters, before: page.at(-1)?.id }) : null,
      newest: before ? listPath(filters) : null,
      problem,
    },
    status,
  );
}

function emptyOf(ctx: Context, filters: Filters, before: string | undefined): Empty {
  const { t } = reading(ctx);
  if (before) return { title: t('journeys.end'), says: '', actions: [] };
  if (listPath(filters) === listPath({})) {
    return { title: t('journeys.empty'), says: t('journeys.emptyNext'), actions: [link(t('journeys.toHome'), '/', 'primary')] };
  }
  const actions = [link(t('journeys.showAll'), listPath({}), 'primary')];
  return { title: t('journeys.emptyFiltered'), says: t('journeys.emptyFilteredNext'), actions };
}

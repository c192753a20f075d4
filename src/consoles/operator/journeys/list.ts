/** `GET /_sim/journeys`: every login on a row, newest first. */
import type { Context } from 'koa';
import type { House } from '../../../house.ts';
import { reading } from '../../../web/language.ts';
import { screen } from '../../../web/screens.ts';
import type { Field } from '../../kit/field.ts';
import { type Empty, link, type Tabs } from '../../kit/parts.ts';
import { type Head, head } from '../head.ts';
import { filterFields, filterOf, type Filters, filtersOf, listPath, stateTabs } from './filters.ts';
import { type JourneyCard, journeyCard } from './words.ts';

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
}

const PAGE_SIZE = 30;
const journeysPage = screen<JourneysScreen>('operator/journeys');

export function showJourneys(house: House) {
  return async (ctx: Context): Promise<void> => {
    const { t } = reading(ctx);
    const { filters, before } = filtersOf(ctx);
    const found = await house.journeys.recent({ limit: PAGE_SIZE + 1, before }, filterOf(filters));
    const page = found.slice(0, PAGE_SIZE);
    await journeysPage(ctx, {
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
    });
  };
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

/** What the list of journeys shows: read from the query, carried from page to page, drawn as fields and tabs. */
import type { Context } from 'koa';
import { z } from 'zod';
import type { House } from '../../../house.ts';
import type { JourneyFilter } from '../../../journeys/index.ts';
import { query } from '../../../web/forms.ts';
import { reading } from '../../../web/language.ts';
import { freshDraft } from '../../kit/draft.ts';
import type { Field } from '../../kit/field.ts';
import { fieldsOf } from '../../kit/fields.ts';
import type { Tabs } from '../../kit/parts.ts';
import { appChoices, listAddress, personChoices } from '../choices.ts';
import { STATES } from './words.ts';

/** An empty field is no filter. */
const typed = z
  .string()
  .max(2000)
  .transform((text) => text.trim() || undefined)
  .optional();
const filtersQuery = z.object({
  app: typed,
  person: typed,
  state: z.enum(STATES).optional().catch(undefined),
  error: typed,
  /** Code, token, `state` or uid. */
  known: typed,
  before: typed,
});
export type Filters = Omit<z.output<typeof filtersQuery>, 'before'>;

/** Throws InputRefused. */
export function filtersOf(ctx: Context): { filters: Filters; before: string | undefined } {
  const { before, ...filters } = query(ctx, filtersQuery);
  return { filters, before };
}

/** As the room takes it. */
export function filterOf({ app, person, state, error, known }: Filters): JourneyFilter {
  return { appId: app, accountId: person, state, error, knownBy: known };
}

/** The address of the list with these filters. */
export function listPath(filters: Filters & { before?: string | undefined }): string {
  return listAddress('/_sim/journeys', filters);
}

/** All but how it stands, which has tabs of its own. */
export async function filterFields(house: House, ctx: Context, filters: Filters): Promise<Field[]> {
  const { t } = reading(ctx);
  const { app = '', person = '', error = '', known = '' } = filters;
  const field = fieldsOf(ctx, freshDraft(house, ctx, { app, person, error, known }));
  return [
    field.select('app', t('journeys.app'), await appChoices(house, t('journeys.allApps'))),
    field.select('person', t('journeys.person'), await personChoices(house, t('journeys.everybody'), person)),
    field.text('error', t('journeys.error'), { placeholder: 'KOE006' }),
    field.text('known', t('journeys.known')),
  ];
}

export function stateTabs(ctx: Context, filters: Filters): Tabs {
  const { t } = reading(ctx);
  const tab = (word: string, state?: Filters['state']) => ({
    word,
    count: null,
    href: listPath({ ...filters, state }),
    isCurrent: state === filters.state,
  });
  return { label: t('journeys.byState'), tabs: [tab(t('journeys.all')), ...STATES.map((each) => tab(t(`journeys.${each}`), each))] };
}

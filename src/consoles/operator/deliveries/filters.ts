/** What the list of deliveries shows: read from the query, carried from page to page, drawn as fields and tabs. */
import type { Context } from 'koa';
import { z } from 'zod';
import type { House } from '../../../house.ts';
import { query } from '../../../web/forms.ts';
import { reading } from '../../../web/language.ts';
import type { Delivery, DeliveryFilter, Endpoint } from '../../../webhooks/index.ts';
import { freshDraft } from '../../kit/draft.ts';
import type { Field } from '../../kit/field.ts';
import { fieldsOf } from '../../kit/fields.ts';
import type { Tabs } from '../../kit/parts.ts';
import { appChoices, listAddress, personChoices } from '../choices.ts';

export const KINDS = ['channel', 'unlink', 'account', 'sync'] as const satisfies readonly Endpoint['kind'][];
export const STATES = ['pending', 'delivered', 'parked', 'cancelled'] as const satisfies readonly Delivery['state'][];

/** An empty field is no filter. */
const chosen = z
  .string()
  .max(200)
  .transform((text) => text || undefined)
  .optional();
export const filterShape = {
  app: chosen,
  kind: z.enum(KINDS).optional().catch(undefined),
  event: chosen,
  state: z.enum(STATES).optional().catch(undefined),
  person: chosen,
};
const filtersQuery = z.object({ ...filterShape, before: chosen });
export type Filters = z.output<z.ZodObject<typeof filterShape>>;

/** Throws InputRefused. */
export function filtersOf(ctx: Context): { filters: Filters; before: string | undefined } {
  const { before, ...filters } = query(ctx, filtersQuery);
  return { filters, before };
}

/** As the room takes it. */
export function filterOf({ app, kind, event, state, person }: Filters): DeliveryFilter {
  return {
    ...(app && { appId: app }),
    ...(kind && { kind }),
    ...(event && { event }),
    ...(state && { state }),
    ...(person && { accountId: person }),
  };
}

/** The address of the list with these filters. */
export function listPath(filters: Filters & { before?: string | undefined }): string {
  return listAddress('/_sim/deliveries', filters);
}

/** All but the state, which has tabs of its own. */
export async function filterFields(house: House, ctx: Context, filters: Filters): Promise<Field[]> {
  const { t } = reading(ctx);
  const { app = '', kind = '', event = '', person = '' } = filters;
  const field = fieldsOf(ctx, freshDraft(house, ctx, { app, kind, event, person }));
  const any = (word: string) => ({ value: '', word });
  const events = house.consent.triggers.map(({ name }) => ({ value: name, word: name }));
  return [
    field.select('app', t('deliveries.app'), await appChoices(house, t('deliveries.allApps'))),
    field.select('kind', t('deliveries.kind'), [
      any(t('deliveries.allKinds')),
      ...KINDS.map((each) => ({ value: each, word: t(`callback.${each}`) })),
    ]),
    field.select('event', t('deliveries.event'), [any(t('deliveries.allEvents')), ...events]),
    field.select('person', t('deliveries.person'), await personChoices(house, t('deliveries.everybody'), person)),
  ];
}

export async function stateTabs({ webhooks }: House, ctx: Context, filters: Filters): Promise<Tabs> {
  const { t } = reading(ctx);
  const { state: current, ...others } = filters;
  const counts = await webhooks.tally(filterOf(others));
  const all = STATES.reduce((sum, state) => sum + counts[state], 0);
  const tab = (word: string, count: number, state?: Delivery['state']) => ({
    word,
    count,
    href: listPath({ ...others, state }),
    isCurrent: state === current,
  });
  return {
    label: t('deliveries.byState'),
    tabs: [tab(t('deliveries.all'), all), ...STATES.map((each) => tab(t(`deliveries.${each}`), counts[each], each))],
  };
}

/** Sending again: `POST /_sim/deliveries/:id/replays` one, `POST /_sim/deliveries/replays` those that were chosen or all that failed, once confirmed. */
import type { Context } from 'koa';
import { z } from 'zod';
import type { House } from '../../../house.ts';
import { reading } from '../../../web/language.ts';
import { readForm } from '../../../web/read-form.ts';
import { textOf } from '../../../web/typed.ts';
import { saying } from '../../kit/done.ts';
import { freshDraft } from '../../kit/draft.ts';
import { type Confirm, formOf } from '../../kit/form.ts';
import { button, type Fact, fact, link } from '../../kit/parts.ts';
import { takeForm } from '../../kit/take-form.ts';
import { head, instead } from '../head.ts';
import { confirmPage } from '../resets.ts';
import { pathOf } from './cards.ts';
import { filterOf, type Filters, filterShape, listPath, STATES } from './filters.ts';
import { drawDeliveries } from './list.ts';
import { maskUrl } from '../masked.ts';
import { showDelivery } from './page.ts';

/** A box of each row is named by its delivery; the button that was pressed says which are meant. */
const replaysForm = z.object({
  which: z.enum(['chosen', 'failed']),
  ids: z.record(z.string().max(100), z.string()).default({}),
  ...filterShape,
});
type Replays = z.output<typeof replaysForm>;

export function replayOne(house: House) {
  return async (ctx: Context): Promise<void> => {
    const id = String(ctx.params.id);
    if (!(await house.webhooks.delivery(id))) return;
    await takeForm(house, ctx, {
      schema: z.object({}),
      apply: () => house.webhooks.replay([id]),
      onward: (count) => saying(pathOf({ id }), count > 0 ? 'replayed' : 'replayedNone'),
      draw: () => showDelivery(house)(ctx),
    });
  };
}

export function replayMany(house: House) {
  return async (ctx: Context): Promise<void> => {
    const { t } = reading(ctx);
    const { value, typed } = readForm(ctx, replaysForm);
    if (!value) return instead(() => listPath({}))(ctx);
    const { which, ids, ...filters } = value;
    const chosen = Object.keys(ids);
    if (which === 'chosen' && chosen.length === 0)
      return drawDeliveries(house, ctx, { filters, before: undefined, problem: t('replay.noneChosen') }, 422);
    if (!textOf(typed, 'confirmed')) return ask(house, ctx, value);
    await takeForm(house, ctx, {
      schema: replaysForm,
      apply: () => (which === 'chosen' ? house.webhooks.replay(chosen) : house.webhooks.replayParked(filterOf(filters))),
      onward: (count) => saying(listPath(filters), count > 0 ? 'replayed' : 'replayedNone'),
      draw: (_, status) => ask(house, ctx, value, status),
    });
  };
}

async function ask(house: House, ctx: Context, { which, ids, ...filters }: Replays, status = 200): Promise<void> {
  const { t } = reading(ctx);
  const chosen = Object.keys(ids);
  const back = listPath(filters);
  const { summary, warning } = which === 'chosen' ? await chosenFacts(house, ctx, chosen) : await failedFacts(house, ctx, filters);
  const given = Object.entries(filters).filter((entry): entry is [string, string] => Boolean(entry[1]));
  const confirm: Confirm = {
    heading: t(which === 'chosen' ? 'replay.chosenHeading' : 'replay.failedHeading'),
    says: t('replay.says'),
    summary,
    warning,
    form: formOf(ctx, freshDraft(house, ctx), {
      action: '/_sim/deliveries/replays',
      hidden: { which, confirmed: 'yes', ...Object.fromEntries([...given, ...chosen.map((id) => [`ids.${id}`, 'yes'] as const)]) },
      actions: [button(t('replay.do'), 'primary', { testid: 'confirm-do' }), link(t('replay.back'), back, 'quiet')],
    }),
  };
  const trail = [{ href: back, word: t('deliveries.title') }];
  await confirmPage(ctx, { head: head(ctx, { heading: t('replay.title'), trail }), confirm }, status);
}

interface Told {
  summary: Fact[];
  warning: string | null;
}

/** How many of each state: one that was delivered arrives a second time, one that waits is left alone. */
async function chosenFacts({ webhooks }: House, ctx: Context, ids: readonly string[]): Promise<Told> {
  const { t } = reading(ctx);
  const deliveries = (await Promise.all(ids.map((id) => webhooks.delivery(id)))).filter((each) => each !== undefined);
  const counts = STATES.map((state) => ({ state, count: deliveries.filter((each) => each.state === state).length }));
  const delivered = counts.find(({ state }) => state === 'delivered')?.count ?? 0;
  return {
    summary: [
      ...counts.flatMap(({ state, count }) => (count > 0 ? [fact(t(`deliveries.${state}`), t('replay.count', { count }))] : [])),
      fact(t('replay.to'), ...new Set(deliveries.map(({ method, url }) => `${method} ${maskUrl(url)}`))),
    ],
    warning: delivered > 0 ? t('replay.twice', { count: delivered }) : null,
  };
}

async function failedFacts({ webhooks, apps }: House, ctx: Context, filters: Filters): Promise<Told> {
  const { t } = reading(ctx);
  const { state: _, ...others } = filters;
  const { parked } = await webhooks.tally(filterOf(others));
  const app = filters.app ? await apps.byId(filters.app) : undefined;
  return {
    summary: [
      fact(t('deliveries.parked'), t('replay.count', { count: parked })),
      fact(t('deliveries.app'), filters.app ? (app?.name ?? filters.app) : t('deliveries.allApps')),
      ...(filters.kind ? [fact(t('deliveries.kind'), t(`callback.${filters.kind}`))] : []),
      ...(filters.event ? [fact(t('deliveries.event'), filters.event)] : []),
    ],
    warning: null,
  };
}

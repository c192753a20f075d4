/** `GET` and `POST /_sim/resets`: everything back to the seed, once that was confirmed. */
import type { Context } from 'koa';
import { z } from 'zod';
import type { House } from '../../house.ts';
import { RuleBroken } from '../../rule.ts';
import { form } from '../../web/forms.ts';
import { reading } from '../../web/language.ts';
import { momentOf } from '../../web/moment.ts';
import { screen } from '../../web/screens.ts';
import { saying } from '../kit/done.ts';
import { freshDraft } from '../kit/draft.ts';
import { type Confirm, formOf } from '../kit/form.ts';
import { button, fact, link } from '../kit/parts.ts';
import { type Head, head } from './head.ts';

export interface ConfirmScreen {
  head: Head;
  confirm: Confirm;
}

export const confirmPage = screen<ConfirmScreen>('operator/confirm');

/** Which world it is that ends: one that has ended already is not ended again. */
const resetForm = z.object({ plantedAt: z.coerce.number().int() });

export function showReset(house: House) {
  return (ctx: Context): Promise<void> => drawReset(house, ctx);
}

export function resetAll(house: House) {
  return async (ctx: Context): Promise<void> => {
    const { plantedAt } = form(ctx, resetForm);
    try {
      await house.world.reset(plantedAt);
    } catch (error) {
      if (!(error instanceof RuleBroken) || error.code !== 'seed_refused') throw error;
      return drawReset(house, ctx, error.message, 422);
    }
    ctx.redirect(saying('/_sim', 'reset'));
    ctx.status = 303;
  };
}

/** @param refusal why the seed file cannot be used, in the words of the command line */
async function drawReset(house: House, ctx: Context, refusal?: string, status = 200): Promise<void> {
  const { t } = reading(ctx);
  const { plantedAt } = await house.world.beginning();
  const draft = { ...freshDraft(house, ctx), ...(refusal && { errors: { '': t('reset.refused', { refusal }) } }) };
  const actions = [button(t('reset.do'), 'danger', { testid: 'reset' }), link(t('reset.back'), '/_sim', 'quiet')];
  const confirm = {
    heading: t('reset.heading'),
    says: t('reset.says'),
    summary: [
      fact(t('reset.seed'), { kind: 'code', text: house.world.seed }),
      fact(t('reset.since'), { kind: 'time', time: momentOf(plantedAt) }),
      fact(t('reset.goes'), t('reset.goesList')),
      fact(t('reset.stays'), t('reset.staysList')),
    ],
    warning: t('reset.warning'),
    form: formOf(ctx, draft, { action: '/_sim/resets', hidden: { plantedAt: String(plantedAt) }, actions }),
  };
  await confirmPage(ctx, { head: head(ctx, { heading: t('reset.title'), lead: t('reset.lead') }), confirm }, status);
}

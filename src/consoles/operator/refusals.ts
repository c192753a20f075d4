/** `GET /_sim/why` and `GET /_sim/why/:id`: every refused request, and one of them in words. */
import type { Context } from 'koa';
import { z } from 'zod';
import type { House } from '../../house.ts';
import type { Refusal } from '../../refusals/index.ts';
import { query } from '../../web/forms.ts';
import { reading } from '../../web/language.ts';
import { screen } from '../../web/screens.ts';
import type { Translate } from '../../web/text/index.ts';
import { type Explanation, explain } from '../../why/index.ts';

interface RefusalsScreen {
  rows: Explanation[];
  /** Where the next older ones are, if there are any; and the way back to the newest ones. */
  older: string | null;
  newest: string | null;
}

const PAGE_SIZE = 50;
const refusalsQuery = z.object({ before: z.string().max(100).optional() });
const refusalsPage = screen<RefusalsScreen>('operator/refusals');
const whyPage = screen<{ why: Explanation }>('operator/why');

export function showRefusals(house: House) {
  return async (ctx: Context): Promise<void> => {
    const { t } = reading(ctx);
    const { before } = query(ctx, refusalsQuery);
    const found = await house.refusals.recent({ limit: PAGE_SIZE + 1, before });
    const shown = found.slice(0, PAGE_SIZE);
    await refusalsPage(ctx, {
      rows: await Promise.all(shown.map((refusal) => inWords(house, refusal, t))),
      older: found.length > shown.length ? `/_sim/why?before=${shown.at(-1)!.id}` : null,
      newest: before ? '/_sim/why' : null,
    });
  };
}

export function showWhy(house: House) {
  return async (ctx: Context): Promise<void> => {
    const refusal = await house.refusals.byId(String(ctx.params.id));
    if (refusal) await whyPage(ctx, { why: await inWords(house, refusal, reading(ctx).t) });
  };
}

async function inWords({ apps }: House, refusal: Refusal, t: Translate): Promise<Explanation> {
  const app = refusal.appId ? await apps.byId(refusal.appId) : undefined;
  return explain(refusal, app?.name, t);
}

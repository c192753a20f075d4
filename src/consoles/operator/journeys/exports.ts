/** `GET /_sim/journeys/:id.har` and `….sh`: one login to take elsewhere; its secrets only with `?show=secrets`. */
import type { Context } from 'koa';
import type { House } from '../../../house.ts';
import type { JourneyStep } from '../../../journeys/index.ts';
import { reading } from '../../../web/language.ts';
import { harOf } from './har.ts';
import { maskOf } from './mask.ts';
import { wantsSecrets } from './page.ts';
import { scriptOf } from './script.ts';
import { titleOf } from './titles.ts';

export function showHar(house: House) {
  return exported(house, 'har', 'application/json', ({ steps, titles, withSecrets }) =>
    JSON.stringify(harOf(steps, house.url, maskOf(steps, withSecrets), titles), null, 2),
  );
}

export function showScript(house: House) {
  return exported(house, 'sh', 'text/x-shellscript', ({ steps, titles, withSecrets, ctx }) => {
    const { t } = reading(ctx);
    const says = [t('journeys.scriptSays'), t(withSecrets ? 'journeys.scriptSecrets' : 'journeys.scriptMasked')];
    return scriptOf(steps, { ownUrl: house.url, withSecrets, mask: maskOf(steps, withSecrets), titles, says });
  });
}

interface Asked {
  ctx: Context;
  steps: readonly JourneyStep[];
  titles: readonly string[];
  withSecrets: boolean;
}

function exported(house: House, ending: string, type: string, textOf: (asked: Asked) => string) {
  return async (ctx: Context): Promise<void> => {
    const journey = await house.journeys.byId(String(ctx.params.id));
    if (!journey) return;
    const { t } = reading(ctx);
    const steps = await house.journeys.steps(journey.id);
    const titles = steps.map((step) => t(titleOf(step, house.url)));
    ctx.body = textOf({ ctx, steps, titles, withSecrets: wantsSecrets(ctx) });
    ctx.attachment(`login-${journey.id}.${ending}`);
    ctx.type = `${type}; charset=utf-8`;
  };
}

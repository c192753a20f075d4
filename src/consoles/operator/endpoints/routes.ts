/** `/_sim/endpoints`: the table is in the door's routes.ts. */
import Router from '@koa/router';
import type { House } from '../../../house.ts';
import { formBody } from '../../../web/forms.ts';
import { unseen } from '../../kit/unseen.ts';
import { instead } from '../head.ts';
import { addressPart } from './address.ts';
import { showEndpoints } from './list.ts';
import { drawEndpoint, showEndpoint } from './page.ts';
import { settingsPart } from './settings.ts';
import { statePart } from './state.ts';
import { troublePart, troubleRemoval } from './troubles.ts';
import { pathOf } from './words.ts';

export function endpointDesk(house: House): Router {
  const router = new Router();
  router.use(unseen);
  router.get('/', showEndpoints(house));
  router.get('/:id', showEndpoint(house));
  for (const [noun, part] of [
    ['addresses', addressPart],
    ['states', statePart],
    ['settings', settingsPart],
    ['troubles', troublePart],
    ['troubles/:trouble/removals', troubleRemoval],
  ] as const) {
    router.post(`/:id/${noun}`, formBody, part(house, drawEndpoint));
    router.get(
      `/:id/${noun}`,
      instead((ctx) => pathOf({ id: String(ctx.params.id) })),
    );
  }
  return router;
}

/** `/_sim/deliveries`: the table is in the door's routes.ts. */
import Router from '@koa/router';
import type { House } from '../../../house.ts';
import { formBody } from '../../../web/forms.ts';
import { instead } from '../head.ts';
import { pathOf } from './cards.ts';
import { showDeliveries } from './list.ts';
import { showDelivery } from './page.ts';
import { replayMany, replayOne } from './replays.ts';
import { streamChanges } from '../../../web/changes.ts';

export function deliveryLog(house: House): Router {
  const router = new Router();
  router.get('/', showDeliveries(house));
  router.get(
    '/stream',
    streamChanges((listener) => house.webhooks.watch(listener)),
  );
  router.post('/replays', formBody, replayMany(house));
  router.get(
    '/replays',
    instead(() => '/_sim/deliveries'),
  );
  router.get('/:id', showDelivery(house));
  router.post('/:id/replays', formBody, replayOne(house));
  router.get(
    '/:id/replays',
    instead((ctx) => pathOf({ id: String(ctx.params.id) })),
  );
  return router;
}

/** `/_sim/triggers`: the table is in the door's routes.ts. */
import Router from '@koa/router';
import type { House } from '../../../house.ts';
import { formBody } from '../../../web/forms.ts';
import { showTriggers } from './page.ts';
import { sendByHand } from './send.ts';

export function triggerDesk(house: House): Router {
  const router = new Router();
  router.get('/', showTriggers(house));
  router.post('/', formBody, sendByHand(house));
  return router;
}

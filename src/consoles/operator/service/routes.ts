/** `/_sim/desk`: the table is in the door's routes.ts. */
import Router from '@koa/router';
import type { House } from '../../../house.ts';
import { formBody } from '../../../web/forms.ts';
import { unseen } from '../../kit/unseen.ts';
import { showServiceApp } from './app.ts';
import { showService } from './apps.ts';
import { disconnect, showDisconnect } from './disconnect.ts';
import { reorder, showOrder } from './order.ts';
import { actOnPerson, showPeople } from './people.ts';
import { showTerm, submitTerm } from './term.ts';

export function serviceDesk(house: House): Router {
  const router = new Router();
  router.use(unseen);
  router.get('/', showService(house));
  router.get('/people', showPeople(house));
  router.post('/people', formBody, actOnPerson(house));
  router.get('/:app', showServiceApp(house));
  for (const [path, show, take] of [
    ['/:app/profiles/:channel/disconnections', showDisconnect, disconnect],
    ['/:app/orders', showOrder, reorder],
    ['/:app/terms/new', showTerm, submitTerm],
    ['/:app/terms/:tag/changes', showTerm, submitTerm],
  ] as const) {
    router.get(path, show(house));
    router.post(path, formBody, take(house));
  }
  return router;
}

/** `/_sim/journeys`: the table is in the door's routes.ts. */
import Router from '@koa/router';
import type { House } from '../../../house.ts';
import { streamChanges } from '../../../web/changes.ts';
import type { Exhibits } from '../gallery/exhibits.ts';
import { showComparison } from './compare.ts';
import { showHar, showScript } from './exports.ts';
import { showFunnel } from './funnel.ts';
import { comparePicked, showJourneys } from './list.ts';
import { showJourney } from './page.ts';

export function journeyLog(house: House, exhibits: Exhibits): Router {
  const router = new Router();
  router.get('/', showJourneys(house));
  router.get(
    '/stream',
    streamChanges((listener) => house.journeys.watch(listener)),
  );
  router.get('/funnel', showFunnel(house));
  router.get('/compare', comparePicked(house));
  router.get('/:id.har', showHar(house));
  router.get('/:id.sh', showScript(house));
  router.get('/:id/compare/:other', showComparison(house));
  router.get('/:id', showJourney(house, exhibits));
  return router;
}

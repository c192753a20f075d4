/**
 * `/_sim`: what real Kakao does not have.
 *
 * | method | path                     | serves                                              |
 * | ------ | ------------------------ | --------------------------------------------------- |
 * | GET    | `/_sim`                  | what there is here                                  |
 * | GET    | `/_sim/deliveries`       | every callback, newest first; `?app=` and `?before=` |
 * | GET    | `/_sim/deliveries/stream`| server-sent events: something changed               |
 * | GET    | `/_sim/deliveries/:id`   | one callback: request, attempts, verdict in words   |
 * | GET    | `/_sim/why`              | every refused request, newest first; `?before=`     |
 * | GET    | `/_sim/why/:id`          | one refusal: rule, facts, where to mend it          |
 * | GET    | `/_sim/coverage`         | Kakao's contract, row by row; `?state=`             |
 */
import Router from '@koa/router';
import type { Coverage } from '../../contract/coverage.ts';
import type { House } from '../../house.ts';
import { showCoverage } from './coverage.ts';
import { showDeliveries } from './deliveries.ts';
import { showDelivery } from './delivery.ts';
import { showIndex } from './desk.ts';
import { showRefusals, showWhy } from './refusals.ts';
import { streamChanges } from './stream.ts';

/** The operator's door. `coverage` is told of other doors, so it is handed in. */
export function operator(house: House, coverage: Coverage): Router {
  const router = new Router();
  router.get('/_sim', showIndex);
  router.get('/_sim/deliveries', showDeliveries(house));
  router.get('/_sim/deliveries/stream', streamChanges(house));
  router.get('/_sim/deliveries/:id', showDelivery(house));
  router.get('/_sim/why', showRefusals(house));
  router.get('/_sim/why/:id', showWhy(house));
  router.get('/_sim/coverage', showCoverage(coverage));
  return router;
}

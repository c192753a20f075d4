/**
 * `/_sim`: what real Kakao does not have. Nobody signs in here: whoever runs the simulator is the reviewer and the desk.
 *
 * | method | path                     | serves                                              |
 * | ------ | ------------------------ | --------------------------------------------------- |
 * | GET    | `/_sim`                  | what there is here, and the time                    |
 * | POST   | `/_sim/clock/advances`   | house time forward: `amount` and `unit`, or to the next due review |
 * | POST   | `/_sim/clock/states`     | `frozen` or `running`                               |
 * | GET    | `/_sim/resets`           | what a reset ends                                   |
 * | POST   | `/_sim/resets`           | everything back to the seed                         |
 * | GET    | `/_sim/forgetting`       | whom an app may forget; `?app=`                     |
 * | POST   | `/_sim/forgetting`       | somebody, or everybody of an app, once confirmed: `app`, `who` |
 * | GET    | `/_sim/reviews`          | reviews, pending ones first; `?kind=`, `?app=`, `?page=` |
 * | POST   | `/_sim/reviews/policies` | how each kind is decided from now on                |
 * | GET    | `/_sim/reviews/:id`      | one review: claims, evidence, checks                |
 * | GET    | `/_sim/reviews/:id/papers/:document` | evidence of it                          |
 * | POST   | `/_sim/reviews/:id/url-checks` | asks its addresses                            |
 * | POST   | `/_sim/reviews/:id/approval`   | approves it, or all but some parts            |
 * | POST   | `/_sim/reviews/:id/rejection`  | turns it down                                 |
 * | GET    | `/_sim/desk`             | 고객센터: every app, and what the desk did          |
 * | GET, POST | `/_sim/desk/people`   | what the desk does to a person's account, once confirmed |
 * | GET    | `/_sim/desk/:app`        | what the desk can do for an app                     |
 * | GET, POST | `/_sim/desk/:app/profiles/:channel/disconnections` | 연결 해제, once confirmed |
 * | GET, POST | `/_sim/desk/:app/orders`    | another order of its terms, once confirmed    |
 * | GET, POST | `/_sim/desk/:app/terms/new` | a term more, once confirmed: a review         |
 * | GET, POST | `/_sim/desk/:app/terms/:tag/changes` | another wording, once confirmed: a review |
 * | GET    | `/_sim/deliveries`       | every callback, newest first; `?app=`, `?kind=`, `?event=`, `?state=`, `?person=`, `?before=` |
 * | GET    | `/_sim/deliveries/stream`| server-sent events: something changed               |
 * | POST   | `/_sim/deliveries/replays` | sends the chosen ones or all failed again, once confirmed |
 * | GET    | `/_sim/deliveries/:id`   | one callback: attempts byte by byte, verdict in words, as curl; `?show=secrets` |
 * | POST   | `/_sim/deliveries/:id/replays` | sends it again                                |
 * | GET    | `/_sim/endpoints`        | where callbacks go, app by app                      |
 * | GET    | `/_sim/endpoints/:id`    | one endpoint: address, state, settings, trouble on demand |
 * | POST   | `/_sim/endpoints/:id/addresses` | where it is; empty is nowhere                |
 * | POST   | `/_sim/endpoints/:id/states` | `on` or `paused`                                |
 * | POST   | `/_sim/endpoints/:id/settings` | policy, TLS, method, subscribed events        |
 * | POST   | `/_sim/endpoints/:id/troubles` | arms a trouble                                |
 * | POST   | `/_sim/endpoints/:id/troubles/:trouble/removals` | takes it away               |
 * | GET    | `/_sim/inbox`            | the built-in receiver of each app                   |
 * | GET    | `/_sim/inbox/stream`     | server-sent events: something arrived               |
 * | GET    | `/_sim/inbox/:app`       | what arrived, its addresses, the next answers; `?before=` |
 * | GET    | `/_sim/inbox/:app/items/:id` | one arrival                                     |
 * | POST   | `/_sim/inbox/:app/addresses` | one of them becomes the app's address           |
 * | POST   | `/_sim/inbox/:app/scripts` | one more answer to come                           |
 * | POST   | `/_sim/inbox/:app/scripts/:id/removals` | one less                             |
 * | POST   | `/_sim/inbox/:app/clearances` | throws away what arrived                       |
 * | GET, POST | `/_sim/inbox/:app/:kind` | the receiver itself                              |
 * | GET    | `/_sim/triggers`         | an event to be sent by hand, shown before it is; `?app=`, `?event=`, `?user=`, … |
 * | POST   | `/_sim/triggers`         | sends it                                            |
 * | GET    | `/_sim/records`          | who has a consent record; `?app=`, `?person=`, `?page=` |
 * | GET    | `/_sim/records/:app.csv` | the records of an app                               |
 * | GET    | `/_sim/records/:app/:account` | the record of a person, to print; `.csv` and `.json` of it |
 * | GET    | `/_sim/journeys`         | every login, newest first; `?app=`, `?person=`, `?state=`, `?error=`, `?known=`, `?before=` |
 * | GET    | `/_sim/journeys/stream`  | server-sent events: something changed               |
 * | GET    | `/_sim/journeys/funnel`  | how far logins come, which rows are ticked; `?app=` |
 * | GET    | `/_sim/journeys/compare` | the two that were ticked, side by side              |
 * | GET    | `/_sim/journeys/:id`     | one login, step by step; `?show=secrets`            |
 * | GET    | `/_sim/journeys/:id/compare/:other` | two logins side by side        |
 * | GET    | `/_sim/journeys/:id.har`, `….sh` | the same as HAR 1.2, as a script of curl lines; `?show=secrets` |
 * | GET    | `/_sim/why`              | every refused request, newest first; `?before=`     |
 * | GET    | `/_sim/why/:id`          | one refusal: rule, facts, where to mend it          |
 * | GET    | `/_sim/coverage`         | Kakao's contract, row by row; `?state=`             |
 */
import Router from '@koa/router';
import type { Coverage } from '../../contract/coverage.ts';
import type { Context } from 'koa';
import type { House } from '../../house.ts';
import { formBody } from '../../web/forms.ts';
import type { Draft } from '../kit/draft.ts';
import { advanceClock, stopClock } from './clock.ts';
import { showCoverage } from './coverage.ts';
import { deliveryLog } from './deliveries/routes.ts';
import { forgetUsers, showForgetting } from './forgetting.ts';
import { drawIndex, showIndex } from './desk.ts';
import { endpointDesk } from './endpoints/routes.ts';
import type { Exhibits } from './gallery/exhibits.ts';
import { showGallery } from './gallery/page.ts';
import { listStates, showState } from './gallery/state.ts';
import { instead } from './head.ts';
import { inbox } from './inbox/routes.ts';
import { consentRecords } from './records/routes.ts';
import { journeyLog } from './journeys/routes.ts';
import { showRefusals, showWhy } from './refusals.ts';
import { resetAll, showReset } from './resets.ts';
import { reviewDesk } from './reviews/routes.ts';
import { serviceDesk } from './service/routes.ts';
import { triggerDesk } from './triggers/routes.ts';

/** The operator's door. `coverage` is told of other doors, and `exhibits` are drawn by another, so they are handed in. */
export function operator(house: House, coverage: Coverage, exhibits: Exhibits): Router {
  const router = new Router();
  router.get('/_sim', showIndex(house));
  const draw = (ctx: Context, draft: Draft, status: number) => drawIndex(house, ctx, draft, status);
  router.post('/_sim/clock/advances', formBody, advanceClock(house, draw));
  router.post('/_sim/clock/states', formBody, stopClock(house, draw));
  for (const path of ['/_sim/clock/advances', '/_sim/clock/states']) {
    router.get(
      path,
      instead(() => '/_sim'),
    );
  }
  router.get('/_sim/resets', showReset(house));
  router.post('/_sim/resets', formBody, resetAll(house));
  router.get('/_sim/forgetting', showForgetting(house));
  router.post('/_sim/forgetting', formBody, forgetUsers(house));
  router.use('/_sim/reviews', reviewDesk(house).routes());
  router.use('/_sim/desk', serviceDesk(house).routes());
  router.use('/_sim/deliveries', deliveryLog(house).routes());
  router.use('/_sim/endpoints', endpointDesk(house).routes());
  router.use('/_sim/triggers', triggerDesk(house).routes());
  router.use('/_sim/inbox', inbox(house).routes());
  router.use('/_sim/records', consentRecords(house).routes());
  router.use('/_sim/journeys', journeyLog(house, exhibits).routes());
  router.get('/_sim/why', showRefusals(house));
  router.get('/_sim/why/:id', showWhy(house));
  router.get('/_sim/gallery', showGallery(house, exhibits));
  router.get('/_sim/gallery/states.json', listStates(house, exhibits));
  router.get('/_sim/gallery/:app/:state', showState(house, exhibits));
  router.get('/_sim/coverage', showCoverage(coverage));
  return router;
}

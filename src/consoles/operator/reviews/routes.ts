/** `/_sim/reviews`: the table is in the door's routes.ts. */
import Router from '@koa/router';
import type { House } from '../../../house.ts';
import { formBody } from '../../../web/forms.ts';
import { unseen } from '../../kit/unseen.ts';
import { instead } from '../head.ts';
import { approveReview, checkUrls, idOf, rejectReview } from './decide.ts';
import { showReview } from './page.ts';
import { showPaper } from './paper.ts';
import { setPolicies } from './policies.ts';
import { drawQueue, showQueue } from './queue.ts';
import { pathOf } from './words.ts';

export function reviewDesk(house: House): Router {
  const router = new Router();
  router.use(unseen);
  router.get('/', showQueue(house));
  router.post(
    '/policies',
    formBody,
    setPolicies(house, (ctx, draft, status) => drawQueue(house, ctx, draft, status)),
  );
  router.get(
    '/policies',
    instead(() => '/_sim/reviews'),
  );
  router.get('/:id', showReview(house));
  router.get('/:id/papers/:document', showPaper(house));
  for (const [noun, take] of [
    ['url-checks', checkUrls],
    ['approval', approveReview],
    ['rejection', rejectReview],
  ] as const) {
    router.post(`/:id/${noun}`, formBody, take(house));
    router.get(
      `/:id/${noun}`,
      instead((ctx) => pathOf({ id: idOf(ctx) })),
    );
  }
  return router;
}

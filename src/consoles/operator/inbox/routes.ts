/** `/_sim/inbox`: the table is in the door's routes.ts. */
import Router from '@koa/router';
import type { House } from '../../../house.ts';
import { formBody } from '../../../web/forms.ts';
import { streamChanges } from '../../../web/changes.ts';
import { unseen } from '../../kit/unseen.ts';
import { instead } from '../head.ts';
import { addScript, adopt, clear, removeScript } from './act.ts';
import { showInbox } from './app.ts';
import { showInboxes } from './apps.ts';
import { showItem } from './item.ts';
import { receive } from './receive.ts';
import { pathOf } from './words.ts';

export function inbox(house: House): Router {
  const router = new Router();
  router.use(unseen);
  router.get('/', showInboxes(house));
  router.get(
    '/stream',
    streamChanges((listener) => house.inbox.watch(listener)),
  );
  router.get('/:app', showInbox(house));
  router.get('/:app/items/:id', showItem(house));
  for (const [noun, take] of [
    ['addresses', adopt],
    ['scripts', addScript],
    ['scripts/:id/removals', removeScript],
    ['clearances', clear],
  ] as const) {
    router.post(`/:app/${noun}`, formBody, take(house));
    router.get(
      `/:app/${noun}`,
      instead((ctx) => pathOf(String(ctx.params.app))),
    );
  }
  router.register('/:app/:kind', ['GET', 'POST'], receive(house));
  return router;
}

/** `/center/profiles/:id/messages`: the table is in the door's routes.ts. */
import Router from '@koa/router';
import type { House } from '../../../house.ts';
import { formBody } from '../../../web/forms.ts';
import { composeMessage, showCompose } from './compose.ts';
import { showGroup } from './group.ts';
import { addGroup, showGroups } from './groups.ts';
import { showMessages } from './list.ts';
import { showMessage } from './message.ts';
import { removeGroup, showGroupRemoval } from './removal.ts';

export function messagePages(house: House): Router {
  const router = new Router();
  router.get('/', showMessages(house));
  router.get('/new', showCompose(house));
  router.post('/new', formBody, composeMessage(house));
  router.get('/groups', showGroups(house));
  router.post('/groups', addGroup(house));
  router.get('/groups/:group', showGroup(house));
  router.get('/groups/:group/removal', showGroupRemoval(house));
  router.post('/groups/:group/removal', formBody, removeGroup(house));
  router.get('/:message', showMessage(house));
  return router;
}

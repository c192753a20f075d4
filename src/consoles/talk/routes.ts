/**
 * `/talk`: KakaoTalk as the user sees it.
 *
 * | method | path                             | serves                                                      |
 * | ------ | -------------------------------- | ----------------------------------------------------------- |
 * | GET    | `/talk`                          | signed out: who do you want to be; signed in: all channels  |
 * | POST   | `/talk/session`                  | sign in: `persona`, or `loginId` and `password`             |
 * | POST   | `/talk/session/end`              | sign out                                                    |
 * | POST   | `/talk/channels/:id/friendship`  | add or block a channel: `relation=ADDED` or `BLOCKED`       |
 */
import Router from '@koa/router';
import type { House } from '../../house.ts';
import { formBody } from '../../web/forms.ts';
import { changeFriendship } from './friendship.ts';
import { signIn, signOut } from './session.ts';
import { showTalk } from './talk.ts';

/** KakaoTalk's door. */
export function talk(house: House): Router {
  const router = new Router();
  router.get('/talk', showTalk(house));
  router.post('/talk/session', formBody, signIn(house));
  router.post('/talk/session/end', formBody, signOut(house));
  router.post('/talk/channels/:id/friendship', formBody, changeFriendship(house));
  return router;
}

/**
 * `/talk`: KakaoTalk as the user sees it.
 *
 * | method    | path                                | serves                                                           |
 * | --------- | ----------------------------------- | ---------------------------------------------------------------- |
 * | GET       | `/talk`                             | signed out: who do you want to be; signed in: channels; `?q=`    |
 * | POST      | `/talk/session`                     | sign in: `persona`, or `loginId` and `password`                  |
 * | POST      | `/talk/session/end`                 | sign out                                                         |
 * | POST      | `/talk/channels/:id/friendship`     | add or block a channel: `relation=ADDED` or `BLOCKED`            |
 * | GET       | `/talk/channels/:id`                | a channel: certified or not, friends, what one has received      |
 * | GET       | `/talk/channels/:id/messages`       | the chat with it                                                 |
 * | GET       | `/talk/messages`                    | 받은 메시지: every chat                                          |
 * | POST      | `/talk/messages/:id/clicks`         | the button of a message: counts, and leads to its link           |
 * | GET       | `/talk/services`                    | 연결된 서비스: every app that the person is a user of            |
 * | GET       | `/talk/services/:app`               | what it may see, with values, and what was agreed to             |
 * | GET, POST | `/talk/services/:app/items/:item/withdrawal` | an optional item is withdrawn, once confirmed           |
 * | GET, POST | `/talk/services/:app/disconnection` | 연결 끊기, once confirmed                                        |
 * | GET, POST | `/talk/services/:app/forgetting`    | forget this user, once confirmed                                 |
 */
import Router from '@koa/router';
import type { Middleware } from 'koa';
import type { House } from '../../house.ts';
import { formBody } from '../../web/forms.ts';
import { unseen } from '../kit/unseen.ts';
import { showChannel } from './channel.ts';
import { showChat } from './chat.ts';
import { showChats } from './chats.ts';
import { clickMessage } from './clicks.ts';
import { disconnection, forgetting, withdrawal } from './deeds.ts';
import { changeFriendship } from './friendship.ts';
import { showService } from './service.ts';
import { showServices } from './services.ts';
import { asTalkUser, signIn, signOut } from './session.ts';
import { showTalk } from './talk.ts';

/** KakaoTalk's door. */
export function talk(house: House): Router {
  const router = new Router();
  router.get('/talk', showTalk(house));
  router.post('/talk/session', formBody, signIn(house));
  router.post('/talk/session/end', formBody, signOut(house));
  router.post('/talk/channels/:id/friendship', formBody, changeFriendship(house));
  router.use('/talk', asTalkUser(house), unseen as Middleware);
  router.get('/talk/channels/:id', showChannel(house));
  router.get('/talk/channels/:id/messages', showChat(house));
  router.get('/talk/messages', showChats(house));
  router.post('/talk/messages/:id/clicks', clickMessage(house));
  router.get('/talk/services', showServices(house));
  router.get('/talk/services/:app', showService(house));
  for (const [path, { show, take }] of [
    ['/talk/services/:app/items/:item/withdrawal', withdrawal],
    ['/talk/services/:app/disconnection', disconnection],
    ['/talk/services/:app/forgetting', forgetting],
  ] as const) {
    router.get(path, show(house));
    router.post(path, formBody, take(house));
  }
  return router;
}

/**
 * `/center`: 플러스친구 관리자센터. A profile's pages are its managers'; to everybody else it is not there.
 *
 * | method    | path below `/center`                         | serves                                                   |
 * | --------- | -------------------------------------------- | -------------------------------------------------------- |
 * | GET       | `/pictures/:document`                        | an uploaded picture, to everybody                        |
 * | GET       |                                              | my profiles                                              |
 * | GET, POST | `/profiles/new`                              | a new profile: `name`, `searchId`, `picture`             |
 * | GET       | `/profiles/:id`                              | dashboard                                                |
 * | GET       | `/profiles/:id/friends`                      | who added or blocked it; `?relation=`, `?before=`        |
 * | GET       | `/profiles/:id/messages`                     | messages that were sent; `?before=`                      |
 * | GET, POST | `/profiles/:id/messages/new`                 | 메시지 보내기: `to`, `text`, `title`, `link`; asks first |
 * | GET, POST | `/profiles/:id/messages/groups`              | 친구그룹; a new one by `app`, `name` and a file `list`   |
 * | GET       | `/profiles/:id/messages/groups/:group`       | a group: who of it is a friend                           |
 * | GET, POST | `/profiles/:id/messages/groups/:group/removal` | removing it                                            |
 * | GET       | `/profiles/:id/messages/:message`            | one message: who got it, opened, clicked; `?before=`     |
 * | GET       | `/profiles/:id/callbacks`                    | callbacks about it; `?before=`                           |
 * | GET, POST | `/profiles/:id/managers`                     | who manages it; invites by `login` and `role`            |
 * | GET, POST | `/profiles/:id/managers/:account`            | somebody's `role`                                        |
 * | GET, POST | `/profiles/:id/managers/:account/removal`    | removing somebody, or leaving                            |
 * | GET       | `/profiles/:id/certification`                | 유효 정보                                                |
 * | GET       | `/profiles/:id/certification/history`        | 히스토리                                                 |
 * | GET, POST | `/profiles/:id/certification/new`            | 인증 하기, STEP 01; `step` is `search` or `next`          |
 * | GET, POST | `/profiles/:id/certification/confirmation`   | STEP 02; the POST is 심사 요청                           |
 * | GET       | `/profiles/:id/certification/papers/:document` | uploaded evidence                                      |
 */
import Router from '@koa/router';
import type { Middleware } from 'koa';
import type { House } from '../../house.ts';
import { formBody } from '../../web/forms.ts';
import { signedIn } from '../kit/person.ts';
import { unseen } from '../kit/unseen.ts';
import { showCallbacks } from './callbacks.ts';
import { showConfirmation, submitCertification } from './certification/confirmation.ts';
import { showHistory } from './certification/history.ts';
import { saveInformation, showInformation } from './certification/information.ts';
import { showPaper } from './certification/paper.ts';
import { showCertification } from './certification/valid.ts';
import { showDashboard } from './dashboard.ts';
import { showFriends } from './friends.ts';
import { changeManager, showManager } from './manager.ts';
import { inviteManager, showManagers } from './managers.ts';
import { messagePages } from './messages/routes.ts';
import { makeProfile, showNewProfile } from './new-profile.ts';
import { showPicture } from './picture.ts';
import { showProfiles } from './profiles.ts';
import { removeManager, showRemoval } from './removal.ts';

/** The door of the centre. */
export function center(house: House): Router {
  const router = new Router();
  router.get('/center/pictures/:document', showPicture(house));
  router.use('/center', signedIn(house), unseen as Middleware);
  router.get('/center', showProfiles(house));
  router.get('/center/profiles/new', showNewProfile(house));
  router.post('/center/profiles/new', makeProfile(house));
  router.get('/center/profiles/:id', showDashboard(house));
  router.get('/center/profiles/:id/friends', showFriends(house));
  router.use('/center/profiles/:id/messages', messagePages(house).routes());
  router.get('/center/profiles/:id/callbacks', showCallbacks(house));
  router.get('/center/profiles/:id/managers', showManagers(house));
  router.post('/center/profiles/:id/managers', formBody, inviteManager(house));
  router.get('/center/profiles/:id/managers/:account', showManager(house));
  router.post('/center/profiles/:id/managers/:account', formBody, changeManager(house));
  router.get('/center/profiles/:id/managers/:account/removal', showRemoval(house));
  router.post('/center/profiles/:id/managers/:account/removal', formBody, removeManager(house));
  router.get('/center/profiles/:id/certification', showCertification(house));
  router.get('/center/profiles/:id/certification/history', showHistory(house));
  router.get('/center/profiles/:id/certification/new', showInformation(house));
  router.post('/center/profiles/:id/certification/new', saveInformation(house));
  router.get('/center/profiles/:id/certification/confirmation', showConfirmation(house));
  router.post('/center/profiles/:id/certification/confirmation', formBody, submitCertification(house));
  router.get('/center/profiles/:id/certification/papers/:document', showPaper(house));
  return router;
}

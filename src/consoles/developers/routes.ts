/**
 * `/developers`: 카카오 디벨로퍼스. Everybody may read; who has a role in an app may change what the role is for.
 *
 * | method   | path                           | serves                                                                   |
 * | -------- | ------------------------------ | ------------------------------------------------------------------------ |
 * | GET      | `/developers`                  | one's own apps, and every other one                                      |
 * | GET POST | `/developers/apps/new`         | 앱 만들기                                                                |
 * | GET      | `/developers/apps/:id`         | every setting of an app; a section's id is the fragment that leads to it |
 * | GET POST | `/developers/apps/:id/business`| 사업자 정보 등록: the number, what is stored of it, or what is not        |
 * | POST     | `/developers/apps/:id/{deed}`  | one of the forms of that page (`deeds`); GET leads to its section        |
 * | GET POST | `/developers/apps/:id/{deed}`  | for what cannot be undone, a page that asks first                        |
 * | GET      | `/developers/icons/:id`        | an uploaded icon, for everybody                                          |
 */
import Router from '@koa/router';
import type { Middleware } from 'koa';
import type { House } from '../../house.ts';
import { formBody } from '../../web/forms.ts';
import { knowsPerson, signedIn } from '../kit/person.ts';
import { unseen } from '../kit/unseen.ts';
import { showApps } from './apps.ts';
import { registerBusiness, showBusiness } from './business.ts';
import { ask, take } from './doing.ts';
import { showIcon } from './icon.ts';
import { makeApp, showNewApp } from './new-app.ts';
import { deeds, showApp } from './page.ts';

/** The developers' door. */
export function developers(house: House): Router {
  const router = new Router();
  const known = knowsPerson(house) as Middleware;
  const entered = signedIn(house) as Middleware;
  const guarded = unseen as Middleware;
  router.get('/developers/icons/:id', showIcon(house));
  router.get('/developers', known, showApps(house));
  router.get('/developers/apps/new', entered, showNewApp(house));
  router.post('/developers/apps/new', entered, makeApp(house));
  router.get('/developers/apps/:id', known, showApp(house));
  router.get('/developers/apps/:id/business', entered, guarded, showBusiness(house));
  router.post('/developers/apps/:id/business', entered, guarded, formBody, registerBusiness(house));
  for (const deed of deeds) {
    const path = `/developers/apps/:id/${deed.path}`;
    router.get(path, entered, guarded, ask(house, deed));
    // A form with files is read by whoever takes it.
    const body = deed.files ? [] : [formBody];
    router.post(path, entered, guarded, ...body, take(house, deed));
  }
  return router;
}

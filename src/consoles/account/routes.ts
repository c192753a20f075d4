/**
 * `/account`: the Kakao account with which a person works at the consoles.
 *
 * | method | path              | serves                                                     |
 * | ------ | ----------------- | ---------------------------------------------------------- |
 * | GET    | `/account/login`  | sign in; `?continue=` is a path of ours to go on to         |
 * | POST   | `/account/login`  | `persona`, or `loginId` and `password`                      |
 * | GET    | `/account/signup` | a new account                                               |
 * | POST   | `/account/signup` | `email`, `password`, `nickname`, `birthdate`                |
 * | POST   | `/account/logout` | sign out                                                    |
 */
import Router from '@koa/router';
import type { House } from '../../house.ts';
import { formBody } from '../../web/forms.ts';
import { showLogin, signOut, submitLogin } from './login.ts';
import { showSignup, submitSignup } from './signup.ts';

/** The door of the account. */
export function account(house: House): Router {
  const router = new Router();
  router.get('/account/login', showLogin(house));
  router.post('/account/login', formBody, submitLogin(house));
  router.get('/account/signup', showSignup);
  router.post('/account/signup', formBody, submitSignup(house));
  router.post('/account/logout', formBody, signOut(house));
  return router;
}

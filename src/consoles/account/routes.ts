/**
 * `/account`: the Kakao account with which a person works at the consoles.
 *
 * | method | path              | serves                                                     |
 * | ------ | ----------------- | ---------------------------------------------------------- |
 * | GET    | `/account`        | 카카오계정 관리                                             |
 * | POST   | `/account/:deed`  | one change of it: see deeds.ts                              |
 * | POST   | `/account/service-terms-withdrawals` | `app`: its terms, and with them the link |
 * | GET    | `/account/login`  | sign in; `?continue=` is a path of ours to go on to         |
 * | POST   | `/account/login`  | `persona`, or `loginId` and `password`                      |
 * | GET    | `/account/signup` | a new account                                               |
 * | POST   | `/account/signup` | `email`, `password`, `nickname`, `birthdate`                |
 * | POST   | `/account/logout` | sign out                                                    |
 */
import Router from '@koa/router';
import type { Context } from 'koa';
import type { House } from '../../house.ts';
import { formBody } from '../../web/forms.ts';
import { signedIn } from '../kit/person.ts';
import { accountDeeds } from './deeds.ts';
import { showLogin, signOut, submitLogin } from './login.ts';
import { showAccount, takeDeed, withdrawTerms } from './manage.ts';
import { showSignup, submitSignup } from './signup.ts';

/** The door of the account. */
export function account(house: House): Router {
  const router = new Router();
  router.get('/account/login', showLogin(house));
  router.post('/account/login', formBody, submitLogin(house));
  router.get('/account/signup', showSignup);
  router.post('/account/signup', formBody, submitSignup(house));
  router.post('/account/logout', formBody, signOut(house));
  const known = signedIn(house);
  router.get('/account', known, showAccount(house));
  for (const deed of accountDeeds) {
    router.post(`/account/${deed.name}`, known, formBody, takeDeed(house, deed));
    router.get(`/account/${deed.name}`, toAccount);
  }
  router.post('/account/service-terms-withdrawals', known, formBody, withdrawTerms(house));
  router.get('/account/service-terms-withdrawals', toAccount);
  return router;
}

/** Where the language of a page is changed that a form had drawn. */
function toAccount(ctx: Context): void {
  ctx.redirect('/account');
  ctx.status = 303;
}

/**
 * The gate of a shared simulator. In local mode it stands open, and its pages lead on.
 *
 * | method | path                | serves                                                        |
 * | ------ | ------------------- | ------------------------------------------------------------- |
 * | *      | whatever is not open | operators alone go on: see gate.ts                            |
 * | GET    | `/_sim/session`     | sign in; `?return_to=` is a path of ours to go on to          |
 * | POST   | `/_sim/session`     | `secret`                                                      |
 * | POST   | `/_sim/session/end` | sign out                                                      |
 */
import Router from '@koa/router';
import type { House } from '../house.ts';
import { formBody } from '../web/forms.ts';
import { PATH, signIn, signOut, startSignIn } from './sign-in.ts';

/** The door; `operatorsOnly` stands in front of all others. */
export function gate(house: House): Router {
  const router = new Router();
  router.get(PATH, startSignIn(house));
  router.post(PATH, formBody, signIn(house));
  router.post(`${PATH}/end`, formBody, signOut(house));
  return router;
}

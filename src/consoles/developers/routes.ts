/**
 * `/developers`: 카카오 디벨로퍼스, to be read.
 *
 * | method | path                    | serves                                                               |
 * | ------ | ----------------------- | -------------------------------------------------------------------- |
 * | GET    | `/developers`           | every app, and how it stands                                         |
 * | GET    | `/developers/apps/:id`  | every setting of an app; a section's id is the fragment that leads to it |
 */
import Router from '@koa/router';
import type { House } from '../../house.ts';
import { showApp } from './app.ts';
import { showApps } from './apps.ts';
import { showIcon } from './icon.ts';

/** The developers' door. */
export function developers(house: House): Router {
  const router = new Router();
  router.get('/developers', showApps(house));
  router.get('/developers/apps/:id', showApp(house));
  router.get('/developers/icons/:id', showIcon(house));
  return router;
}

/** `/_sim/records`: the table is in the door's routes.ts. */
import Router from '@koa/router';
import type { House } from '../../../house.ts';
import { unseen } from '../../kit/unseen.ts';
import { sendAppCsv, sendCsv, sendJson } from './export.ts';
import { showRecords } from './list.ts';
import { showRecord } from './record.ts';

export function consentRecords(house: House): Router {
  const router = new Router();
  router.use(unseen);
  router.get('/', showRecords(house));
  router.get('/:app.csv', sendAppCsv(house));
  router.get('/:app/:account.csv', sendCsv(house));
  router.get('/:app/:account.json', sendJson(house));
  router.get('/:app/:account', showRecord(house));
  return router;
}

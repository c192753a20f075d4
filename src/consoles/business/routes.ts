/**
 * `/business`: 카카오 for 비즈니스.
 *
 * | method    | path                                             | serves                                                        |
 * | --------- | ------------------------------------------------ | ------------------------------------------------------------- |
 * | GET       | `/business`                                      | 대시보드: one's apps, profiles and businesses, and how far one is |
 * | GET       | `/business/businesses`                           | 사업자 정보                                                    |
 * | GET, POST | `/business/businesses/new`                       | look-up of a registration number                              |
 * | GET, POST | `/business/businesses/new/:number`               | what is stored under it, or direct entry                      |
 * | GET, POST | `/business/businesses/:number`                   | one that the person has entered, to be changed                |
 * | GET       | `/business/sync`                                 | 카카오싱크 신청: both stages                                    |
 * | GET       | `/business/connections/new`                      | 1 비즈 앱 선택                                                 |
 * | GET, POST | `/business/connections/new/:id`                  | 2 인증 프로필 선택                                              |
 * | GET       | `/business/connections/new/:id/done`             | 3 연결 완료                                                    |
 * | GET, POST | `/business/apps/:id/application`                 | 1 신청 권한 선택                                               |
 * | GET, POST | `/business/apps/:id/application/details`         | 2 상세 내용 작성; `?check` says what keeps it from being submitted |
 * | GET       | `/business/apps/:id/application/done`            | 3 신청 완료                                                    |
 * | GET       | `/business/apps/:id/result`                      | 검수 결과 and history                                           |
 * | GET, POST | `/business/apps/:id/items/:item/condition`       | an approved item becomes required                             |
 * | GET       | `/business/apps/:id/documents/:document`         | evidence, for members of the app                              |
 */
import Router from '@koa/router';
import type { House } from '../../house.ts';
import { formBody } from '../../web/forms.ts';
import { signedIn } from '../kit/person.ts';
import { unseen } from '../kit/unseen.ts';
import { showBusinesses } from './businesses.ts';
import { changeBusiness, showChange } from './change.ts';
import { chooseApp } from './choose-app.ts';
import { chooseProfiles, connectProfiles } from './choose-profiles.ts';
import { chooseReviews, saveReviews } from './choose-reviews.ts';
import { changeCondition, showCondition } from './condition.ts';
import { showConnected } from './connected.ts';
import { showDashboard } from './dashboard.ts';
import { showDetails } from './details.ts';
import { showEvidence } from './evidence.ts';
import { lookUp, showLookUp } from './look-up.ts';
import { registerBusiness, showRegistration } from './register.ts';
import { showResult } from './result.ts';
import { saveDetails } from './save-details.ts';
import { showSubmitted } from './submitted.ts';
import { showSync } from './sync.ts';

/** The door of 카카오 for 비즈니스. */
export function business(house: House): Router {
  const page = [signedIn(house), unseen];
  const submit = [...page, formBody];
  const router = new Router();

  router.get('/business', ...page, showDashboard(house));
  router.get('/business/businesses', ...page, showBusinesses(house));
  router.get('/business/businesses/new', ...page, showLookUp(house));
  router.post('/business/businesses/new', ...submit, lookUp(house));
  router.get('/business/businesses/new/:number', ...page, showRegistration(house));
  router.post('/business/businesses/new/:number', ...submit, registerBusiness(house));
  router.get('/business/businesses/:number', ...page, showChange(house));
  router.post('/business/businesses/:number', ...submit, changeBusiness(house));
  router.get('/business/sync', ...page, showSync(house));
  router.get('/business/connections/new', ...page, chooseApp(house));
  router.get('/business/connections/new/:id', ...page, chooseProfiles(house));
  router.post('/business/connections/new/:id', ...submit, connectProfiles(house));
  router.get('/business/connections/new/:id/done', ...page, showConnected(house));
  router.get('/business/apps/:id/application', ...page, chooseReviews(house));
  router.post('/business/apps/:id/application', ...submit, saveReviews(house));
  router.get('/business/apps/:id/application/details', ...page, showDetails(house));
  // Has files: they are read where they are taken.
  router.post('/business/apps/:id/application/details', ...page, saveDetails(house));
  router.get('/business/apps/:id/application/done', ...page, showSubmitted(house));
  router.get('/business/apps/:id/result', ...page, showResult(house));
  router.get('/business/apps/:id/items/:item/condition', ...page, showCondition(house));
  router.post('/business/apps/:id/items/:item/condition', ...submit, changeCondition(house));
  router.get('/business/apps/:id/documents/:document', ...page, showEvidence(house));
  return router;
}

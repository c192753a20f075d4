/** The page of the control API in a browser. */
import { lookAtEach } from './every-page.ts';

lookAtEach('the page of the control API', {
  'control API': { 'as it is': (visit, town) => visit.page.goto(`${town.url}/_sim/api`) },
});

import { lookAtEach } from './every-page.ts';
import type { Town } from './town.ts';
import type { Visit } from './visit.ts';
import { openTalk } from './ways.ts';

const SERVICE = '/talk/services/1000001';

/** Somebody's phone, at a path below `/talk`. */
const phoneAt = (path: string, persona: string) => async (visit: Visit, town: Town) => {
  await openTalk(visit, town, persona);
  await visit.page.goto(town.url + path);
};

lookAtEach('every page of connected services', {
  'connected services': {
    none: phoneAt('/talk/services', 'han'),
    some: phoneAt('/talk/services', 'returning'),
    one: phoneAt(SERVICE, 'returning'),
    'with little agreed': phoneAt(SERVICE, 'declined-optional'),
    'of a long number': phoneAt('/talk/services/1000002', 'big-number'),
    withdrawal: phoneAt(`${SERVICE}/items/phone_number/withdrawal`, 'returning'),
    disconnection: phoneAt(`${SERVICE}/disconnection`, 'returning'),
    forgetting: phoneAt(`${SERVICE}/forgetting`, 'returning'),
  },
  'forgetting users': {
    'no app': (visit, town) => visit.page.goto(`${town.url}/_sim/forgetting`),
    nobody: (visit, town) => visit.page.goto(`${town.url}/_sim/forgetting?app=1000003`),
    whom: (visit, town) => visit.page.goto(`${town.url}/_sim/forgetting?app=1000001`),
    confirm: async (visit, town) => {
      await visit.page.goto(`${town.url}/_sim/forgetting?app=1000001`);
      await visit.page.locator('[name="who"][value="all"]').check();
      await visit.see('forget-next').click();
      await visit.see('confirm').waitFor();
    },
  },
});

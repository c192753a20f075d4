/** The pages of the consent record in a browser: none yet, a list, a document, and one from before the record. */
import { lookAtEach } from './every-page.ts';
import type { Town } from './town.ts';
import type { Visit } from './visit.ts';
import { openWelcome } from './ways.ts';

const PATH = '/_sim/records/1000001';
const open = (path: string) => (visit: Visit, town: Town) => visit.page.goto(town.url + path);

/** Signs up at the demo partner, unless that was done, and opens the page. */
const afterwards = (path: string) => async (visit: Visit, town: Town) => {
  await openWelcome(visit, town, { persona: 'han' });
  await visit.page.goto(town.url + path);
};

lookAtEach('every page of the consent record', {
  'the list': {
    'without a match': open('/_sim/records?person=nobody'),
    'with a person': afterwards('/_sim/records?app=1000001'),
  },
  'a record': {
    'from before there was one': open(`${PATH}/03-returning`),
    'with a screen': afterwards(`${PATH}/01-han`),
  },
});

/** The review desk, 고객센터, the clock and the reset in a browser: with evidence to look at, with errors, and decided. */
import { DESK as DESK_ITSELF } from '../../src/sync/index.ts';
import { pdf } from '../documents/files.ts';
import { APPS, describeHouse, type World } from '../helpers/house.ts';
import { OWNER, upload } from '../helpers/rooms.ts';
import { roomsOf, submitted } from '../consoles/operator/street.ts';
import { filledTerm } from '../sync/street.ts';
import { lookAtPages } from './every-page.ts';
import { describeBrowser, type Visit } from './visit.ts';

const SERVICE = `/_sim/desk/${APPS.current}`;

type State = (visit: Visit, world: World) => Promise<unknown>;

const open = (path: string) => (visit: Visit, world: World) => visit.page.goto(world.url + path);

/** Opens a page and presses what is on it, one after the other. */
const pressing =
  (path: string, ...testIds: string[]): State =>
  async (visit, world) => {
    await visit.page.goto(world.url + path);
    for (const testId of testIds) await visit.see(testId).click();
  };

/** With a clock that stands still, unless it does so already. */
const stopped: State = async (visit, world) => {
  await visit.page.goto(`${world.url}/_sim`);
  if (!(await visit.see('clock-run').isVisible())) await visit.see('clock-freeze').click();
  await visit.see('clock-run').waitFor();
};

/** The newest review of a kind of the app that applies in these tests. */
const review =
  (kind: 'terms' | 'items', ...testIds: string[]): State =>
  async (visit, world) => {
    const newest = await world.house.reviews.newest(kind, APPS.biz);
    await pressing(`/_sim/reviews/${newest!.id}`, ...testIds)(visit, world);
  };

const PAGES: Readonly<Record<string, Readonly<Record<string, State>>>> = {
  'first page': { 'as it is': open('/_sim'), moved: pressing('/_sim', 'clock-advance'), stopped },
  reviews: { all: open('/_sim/reviews'), none: open(`/_sim/reviews?kind=terms&app=${APPS.plain}`) },
  'a review': {
    terms: review('terms', 'check-urls'),
    items: review('items'),
    'without a part': review('items', 'approve-in-part'),
    'without a reason': review('items', 'reject'),
    'of a seed': open(`/_sim/reviews/${encodeURIComponent('0-certification:_xuJon')}`),
    decided: open(`/_sim/reviews/${encodeURIComponent('0-items:1234567')}`),
  },
  고객센터: {
    apps: open('/_sim/desk'),
    accounts: open('/_sim/desk/people'),
    'an account, asked': pressing('/_sim/desk/people', 'act-next'),
    'an app': open(SERVICE),
    'an app without anything': open(`/_sim/desk/${APPS.plain}`),
    'a new term': pressing(`${SERVICE}/terms/new`, 'act-next'),
    'the order': open(`${SERVICE}/orders`),
    asked: pressing(`${SERVICE}/profiles/_xpEvt/disconnections`, 'act-next'),
    refused: pressing(`${SERVICE}/terms/service_20260105/changes`, 'act-next', 'confirm-do'),
  },
  reset: { asked: open('/_sim/resets') },
};

describeHouse('every page of the desk', (world) => {
  beforeEach(async () => {
    const rooms = roomsOf(world);
    const terms = [
      await filledTerm(rooms, 'service_20261123', { url: `${world.url}/_sim` }),
      await filledTerm(rooms, 'marketing_20261123', { url: `${world.url}/nowhere`, required: false }),
    ];
    await submitted(world, { terms, evidence: await upload(rooms, OWNER, pdf) });
    await world.house.sync.reorderTerms(
      DESK_ITSELF,
      APPS.current,
      (await world.house.terms.approved(APPS.current)).map(({ tag }) => tag).reverse(),
      '순서를 바꿔 주세요',
    );
  });

  describeBrowser('in a browser', (browser) => lookAtPages(browser, PAGES, world, 'desk, '));
});

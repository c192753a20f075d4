/** The record of logins in a browser: the list and one login, in every state. */
import { walk } from '../consoles/operator/journeys/walk.ts';
import { APPS, describeHouse, type World } from '../helpers/house.ts';
import { begin } from '../oauth/helpers.ts';
import { lookAtPages } from './every-page.ts';
import { describeBrowser, type Visit } from './visit.ts';

type State = (visit: Visit, world: World) => Promise<unknown>;

const open =
  (path: string): State =>
  (visit, world) =>
    visit.page.goto(world.url + path);

/** The newest login that stands so. */
const journey =
  (state: 'done' | 'refused', query = ''): State =>
  async (visit, world) => {
    const [newest] = await world.house.journeys.recent({ limit: 1 }, { state });
    await visit.page.goto(`${world.url}/_sim/journeys/${newest!.id}${query}`);
    await visit.page.locator('#bytes-1 summary').click();
  };

const comparison: State = async (visit, world) => {
  const [newest, before] = await world.house.journeys.recent({ limit: 2 });
  await visit.page.goto(`${world.url}/_sim/journeys/${newest!.id}/compare/${before!.id}`);
};

const PAGES: Readonly<Record<string, Readonly<Record<string, State>>>> = {
  'the list': {
    some: open('/_sim/journeys'),
    'none that fits': open('/_sim/journeys?error=KOE999'),
  },
  'two compared': { 'one refused': comparison },
  'the funnel': { some: open('/_sim/journeys/funnel'), none: open(`/_sim/journeys/funnel?app=${APPS.plain}`) },
  'one login': { done: journey('done'), 'with its secrets': journey('done', '?show=secrets'), refused: journey('refused') },
};

describeHouse('every page of the record of logins', (world) => {
  beforeEach(async () => {
    await begin(world, APPS.demo, { redirect_uri: 'http://localhost:3000/elsewhere' });
    await walk(world);
  });

  describeBrowser('in a browser', (browser) => lookAtPages(browser, PAGES, world, 'journeys, '));
});

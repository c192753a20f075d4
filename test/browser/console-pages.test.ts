import { lookAtEach } from './every-page.ts';
import { appOf, type Town, type World } from './town.ts';
import type { Visit } from './visit.ts';
import { openConsole, openTalk } from './ways.ts';

const OPENID_CONNECT = '1000002';
const NO_CALLBACK = '1000003';
const ONDAM = '1402026';
const OF_2019 = '205723';

const NOBODY = 'han@example.com';
const BIZ = '205700';

const asOwner = (path: string) => (visit: Visit, town: Town) => openConsole(visit, town, path);
const asNobody = (path: string) => (visit: Visit, town: Town) => openConsole(visit, town, path, NOBODY);

/** Presses the button of the form without having filled it in, and looks from the top: the page was scrolled to what is wrong. */
async function pressUnfilled(visit: Visit): Promise<void> {
  await visit.see('submit').click();
  await visit.see('form-problems').waitFor();
  await visit.page.locator('html').evaluate(() => scrollTo(0, 0));
}

const unfilled = (path: string) => async (visit: Visit, town: Town) => {
  await openConsole(visit, town, path);
  await pressUnfilled(visit);
};

/** The application of an app whose first profile is connected, if need be, with both reviews chosen. */
async function openDetails(visit: Visit, town: Town): Promise<void> {
  await openConsole(visit, town, `/business/connections/new/${BIZ}`);
  const first = visit.page.locator('input[value="_xaGdm"]');
  if (await first.isEnabled()) {
    await first.check();
    await visit.see('submit').click();
    await visit.see('step-done').waitFor();
  }
  await visit.page.goto(`${town.url}/business/apps/${BIZ}/application`);
  for (const kind of ['terms', 'items']) await visit.page.locator(`input[value="${kind}"]`).check();
  await visit.see('submit').click();
  await visit.see('term-0').waitFor();
}

/** The callback of this app's channel reaches nobody. */
function withDeadEnd(world: World): void {
  appOf(world, OPENID_CONNECT).callbacks = { channel: 'http://127.0.0.1:1/callbacks/channel' };
}

/** Blocks a channel whose callback reaches the partner, and one whose callback reaches nobody, unless that was done. */
async function openDeliveries(visit: Visit, town: Town): Promise<void> {
  await visit.page.goto(`${town.url}/_sim/deliveries`);
  if (await visit.see('delivery-row').first().isVisible()) return;
  await openTalk(visit, town, 'returning', 'talk-block-_xqDemo', 'talk-block-_xrOidc');
  await visit.page.goto(`${town.url}/_sim/deliveries`);
  for (const state of ['.ok', '.fail']) await visit.page.locator(`.badge${state}`).first().waitFor();
}

async function openDelivery(visit: Visit, town: Town, state: '.ok' | '.fail'): Promise<void> {
  await visit.page.goto(`${town.url}/_sim/deliveries`);
  await visit
    .see('delivery-row')
    .filter({ has: visit.page.locator(state) })
    .getByRole('link')
    .first()
    .click();
  await visit.see('delivery-headers').waitFor();
}

lookAtEach(
  'every page of the consoles',
  {
    'first page': {
      'as it is': (visit, town) => visit.page.goto(town.url),
      'not found': (visit, town) => visit.page.goto(`${town.url}/nowhere`),
    },
    developers: {
      'every app': (visit, town) => visit.page.goto(`${town.url}/developers`),
      'an app': (visit, town) => visit.page.goto(`${town.url}/developers/apps/${ONDAM}#redirect-uris`),
      'an app of 2019': (visit, town) => visit.page.goto(`${town.url}/developers/apps/${OF_2019}`),
    },
    business: {
      dashboard: asOwner('/business'),
      'dashboard of nobody': asNobody('/business'),
      businesses: asOwner('/business/businesses'),
      'no businesses': asNobody('/business/businesses'),
      'look-up': asOwner('/business/businesses/new'),
      'look-up refused': unfilled('/business/businesses/new'),
      stored: asOwner('/business/businesses/new/120-81-47521'),
      'not stored': asOwner('/business/businesses/new/999-81-05058'),
      'not filled in': unfilled('/business/businesses/new/999-81-05058'),
    },
    connecting: {
      'both stages': asOwner('/business/sync'),
      'nothing to connect': asNobody('/business/sync'),
      'which app': asOwner('/business/connections/new'),
      'no app': asNobody('/business/connections/new'),
      'which profiles': asOwner(`/business/connections/new/${BIZ}`),
      'no profile chosen': unfilled(`/business/connections/new/${BIZ}`),
      connected: asOwner('/business/connections/new/205723/done'),
    },
    application: {
      'which reviews': asOwner('/business/apps/205724/application'),
      'none chosen': unfilled('/business/apps/205724/application'),
      details: openDetails,
      'details with what is missing': async (visit, town) => {
        await openDetails(visit, town);
        await pressUnfilled(visit);
      },
      preview: async (visit, town) => {
        await openDetails(visit, town);
        await visit.see('preview').click();
        await visit.see('consent-preview').waitFor();
      },
      'under review': asOwner('/business/apps/233452/application/done'),
    },
    results: {
      approved: asOwner('/business/apps/205723/result'),
      rejected: asOwner('/business/apps/1234567/result'),
      'under review': asOwner('/business/apps/233452/result'),
      'not applied for': asOwner('/business/apps/205724/result'),
      condition: asOwner('/business/apps/205723/items/birthyear/condition'),
    },
    KakaoTalk: {
      refused: async (visit, town) => {
        await visit.page.goto(`${town.url}/talk`);
        if (await visit.see('talk-sign-out').isVisible()) await visit.see('talk-sign-out').click();
        await visit.see('talk-login').fill('nobody@example.com');
        await visit.see('talk-password').fill('wrong');
        await visit.see('talk-submit').click();
        await visit.see('talk-error').waitFor();
      },
      'signed in': (visit, town) => openTalk(visit, town, 'blocked'),
      'without KakaoTalk': (visit, town) => openTalk(visit, town, 'no-talk'),
    },
    desk: {
      'as it is': (visit, town) => visit.page.goto(`${town.url}/_sim`),
      'no deliveries': (visit, town) => visit.page.goto(`${town.url}/_sim/deliveries`),
      'no deliveries of an app': (visit, town) => visit.page.goto(`${town.url}/_sim/deliveries?app=${NO_CALLBACK}`),
    },
    coverage: {
      'all of it': (visit, town) => visit.page.goto(`${town.url}/_sim/coverage`),
      'left out': (visit, town) => visit.page.goto(`${town.url}/_sim/coverage?state=left-out`),
    },
    deliveries: {
      'as they are': openDeliveries,
      delivered: (visit, town) => openDelivery(visit, town, '.ok'),
      failed: (visit, town) => openDelivery(visit, town, '.fail'),
    },
  },
  withDeadEnd,
);

import { lookAtEach } from './every-page.ts';
import { appOf, type Town, type World } from './town.ts';
import type { Visit } from './visit.ts';
import { openTalk } from './ways.ts';

const OPENID_CONNECT = '1000002';
const NO_CALLBACK = '1000003';
const ONDAM = '1402026';
const OF_2019 = '205723';

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
  await visit.see('delivery-curl').waitFor();
}

/** 카카오계정 관리 of somebody who is linked to a service. */
async function openAccount(visit: Visit, town: Town): Promise<void> {
  await visit.page.goto(`${town.url}/account/login?continue=%2Faccount`);
  await visit.page.locator('button[value="returning"]').click();
  await visit.see('manage-name').waitFor();
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
    account: {
      'as it is': (visit, town) => openAccount(visit, town),
      'with something to mend': async (visit, town) => {
        await openAccount(visit, town);
        await visit.see('do-deletion').click();
        await visit.see('error-sure').waitFor();
      },
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

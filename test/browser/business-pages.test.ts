import { lookAtEach } from './every-page.ts';
import type { Town } from './town.ts';
import type { Visit } from './visit.ts';
import { openConsole } from './ways.ts';

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

/** A business of one's own, registered if need be, to be changed. */
async function openChange(visit: Visit, town: Town): Promise<void> {
  await openConsole(visit, town, '/business/businesses/new/998-81-05055');
  if (await visit.see('submit').isVisible()) {
    for (const field of await visit.page.locator('main input[type=text]').all()) await field.fill('새봄');
    await visit.see('submit').click();
    await visit.see('done').waitFor();
  }
  await visit.page.goto(`${town.url}/business/businesses/998-81-05055`);
}

lookAtEach('every page of 카카오 for 비즈니스', {
  business: {
    dashboard: asOwner('/business'),
    'dashboard of nobody': asNobody('/business'),
    businesses: asOwner('/business/businesses'),
    'no businesses': asNobody('/business/businesses'),
    'look-up': asOwner('/business/businesses/new'),
    'look-up refused': unfilled('/business/businesses/new'),
    stored: asOwner('/business/businesses/new/120-81-47521'),
    'not stored': asOwner('/business/businesses/new/999-81-05058'),
    change: openChange,
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
});

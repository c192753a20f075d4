import { lookAtEach } from './every-page.ts';
import { newerLayout } from './town.ts';
import { openConsent } from './ways.ts';

const CURRENT = '1402026';
const ELLA_BONG_BONG = '205723';

lookAtEach('every state of the consent screen', {
  consent: {
    first: (visit, town) => openConsent(visit, town),
    'rows missing': async (visit, town) => {
      await openConsent(visit, town);
      await visit.see('consent-required').check();
      await visit.see('consent-agree').evaluate((button) => button.removeAttribute('disabled'));
      await visit.see('consent-agree').click();
      await visit.see('consent-missing').waitFor();
    },
    'of 2019': (visit, town) => openConsent(visit, town, { app: ELLA_BONG_BONG }),
    inspected: async (visit, town) => {
      await openConsent(visit, town);
      await visit.see('inspect-switch').click();
      await visit.see('origin-open-birthday').click();
      await visit.see('consent-item-birthday').check();
    },
  },
  'consent of others': {
    'all ticked and open': async (visit, town) => {
      await openConsent(visit, town, { persona: 'long-name' });
      await visit.see('consent-all').check();
      await visit.see('consent-required-view').click();
      await visit.see('consent-optional-view').click();
    },
    additional: (visit, town) => openConsent(visit, town, { persona: 'declined-optional', params: { scope: 'birthday,phone_number' } }),
  },
});

lookAtEach(
  'every state of the consent screen in the newer layout',
  {
    'newer consent': {
      first: (visit, town) => openConsent(visit, town, { app: CURRENT }),
      'all ticked and open': async (visit, town) => {
        await openConsent(visit, town, { app: CURRENT, persona: 'long-name' });
        await visit.see('consent-all').click();
        await visit.see('consent-required-view').click();
        await visit.see('consent-optional-view').click();
      },
      'rows missing': async (visit, town) => {
        await openConsent(visit, town);
        await visit.see('consent-required').check();
        // With scripts there is no button to send it with.
        await visit.page.locator('form').evaluate((form: HTMLFormElement) => form.submit());
        await visit.see('consent-missing').waitFor();
      },
    },
    'newer consent of others': {
      'of 2019': (visit, town) => openConsent(visit, town, { app: ELLA_BONG_BONG }),
      additional: (visit, town) => openConsent(visit, town, { persona: 'declined-optional', params: { scope: 'birthday,phone_number' } }),
    },
  },
  newerLayout,
);

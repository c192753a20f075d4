import { lookAtEach } from './every-page.ts';
import { openConsent } from './ways.ts';

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

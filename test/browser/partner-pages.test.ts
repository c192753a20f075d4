import { lookAtEach } from './every-page.ts';
import { openConsent, openWelcome } from './ways.ts';

lookAtEach('every page of the demo partner', {
  shop: {
    'with options': async (visit, town) => {
      await visit.page.goto(town.partner);
      await visit.see('partner-options').locator('summary').click();
    },
    'not found': (visit, town) => visit.page.goto(`${town.partner}/nowhere`),
  },
  trouble: {
    stranger: (visit, town) => visit.page.goto(`${town.partner}/oauth/callback?code=abc&state=unknown`),
    refused: (visit, town) => visit.page.goto(`${town.partner}/login?prompt=none`),
    cancelled: async (visit, town) => {
      await openConsent(visit, town);
      await visit.see('consent-cancel').click();
      await visit.see('partner-trouble').waitFor();
    },
  },
  welcome: {
    'with everything': async (visit, town) => {
      await openWelcome(visit, town, { persona: 'long-name' });
      await visit.see('partner-callback').first().waitFor();
    },
    'and the shop': (visit, town) => visit.page.goto(town.partner),
    'and logged out': async (visit, town) => {
      await visit.page.goto(`${town.partner}/welcome`);
      await visit.see('partner-logout').click();
      await visit.see('partner-notice').waitFor();
    },
  },
  'welcome of another': {
    'with little': (visit, town) => openWelcome(visit, town, { persona: 'no-email', agree: 'required' }),
  },
});

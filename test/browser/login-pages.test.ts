import { lookAtEach } from './every-page.ts';
import { openConsent, openLogin } from './ways.ts';

const CURRENT = '1402026';

lookAtEach('every page of the login', {
  login: {
    'with a hint': (visit, town) => openLogin(visit, town, { params: { login_hint: 'unverified-email@example.com' } }),
    'with what the app will get of two people': async (visit, town) => {
      await openLogin(visit, town);
      for (const key of ['han', 'under-14']) await visit.see(`persona-user-open-${key}`).click();
      await visit.page.locator('#persona-under-14 p.note.persona-user').or(visit.page.locator('#persona-under-14 details')).waitFor();
    },
    refused: async (visit, town) => {
      await openLogin(visit, town);
      await visit.see('login-id').fill('nobody@example.com');
      await visit.see('login-submit').click();
      await visit.see('login-error').waitFor();
    },
  },
  'account chooser': {
    'one account': async (visit, town) => {
      await openConsent(visit, town, { persona: 'long-name' });
      await openLogin(visit, town, { params: { prompt: 'select_account' } });
    },
    'another account refused': async (visit, town) => {
      await openLogin(visit, town, { params: { prompt: 'select_account' } });
      await visit.see('login-other').locator('summary').click();
      await visit.see('login-submit').click();
      await visit.see('login-error').waitFor();
    },
  },
  'sign-up': {
    empty: (visit, town) => openLogin(visit, town, { params: { prompt: 'create' } }),
    refused: async (visit, town) => {
      await openLogin(visit, town, { params: { prompt: 'create' } });
      await visit.see('signup-submit').click();
      await visit.page.locator('[aria-invalid=true]').first().waitFor();
    },
  },
  logout: {
    'the choice': async (visit, town) => {
      await openConsent(visit, town, { app: CURRENT, persona: 'long-name' });
      const query = new URLSearchParams({ client_id: town.clientId(CURRENT), logout_redirect_uri: 'http://localhost:3000/' });
      await visit.page.goto(`${town.url}/oauth/logout?${query}`);
      await visit.see('logout-service').waitFor();
    },
  },
  error: {
    'unknown key': (visit, town) => visit.page.goto(`${town.url}/oauth/authorize?client_id=unknown`),
    'redirect URI': (visit, town) =>
      openLogin(visit, town, { app: CURRENT, params: { redirect_uri: 'https://elsewhere.example.com/a/rather/long/path' } }),
    scope: (visit, town) => openLogin(visit, town, { params: { scope: 'account_ci,gender' } }),
  },
  notice: {
    expired: (visit, town) => visit.page.goto(`${town.url}/oauth/login/long-gone`),
    'under 14': (visit, town) => openConsent(visit, town, { persona: 'under-14' }),
  },
});

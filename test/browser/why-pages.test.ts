/** The pages of refused requests, and of the account for the consoles. */
import { lookAtEach } from './every-page.ts';
import type { Town } from './town.ts';
import type { Visit } from './visit.ts';

const REDIRECT = 'http://127.0.0.1:3000/oauth/';
const REST_KEY = '5113e722fa0b88d1d050d47c3f5c3dbf';

/** An authorize request whose redirect URI is almost right, so that everything of an explanation is shown. */
const openError = (visit: Visit, town: Town) =>
  visit.page.goto(`${town.url}/oauth/authorize?client_id=${REST_KEY}&response_type=code&redirect_uri=${encodeURIComponent(REDIRECT)}`);

lookAtEach('every page of refusals and of the account', {
  refusals: {
    'none or some': (visit, town) => visit.page.goto(`${town.url}/_sim/why`),
    'on the error page': openError,
    'on its own page': async (visit, town) => {
      await openError(visit, town);
      await visit.see('why-link').click();
      await visit.see('why-code').waitFor();
    },
    'in the list': async (visit, town) => {
      await openError(visit, town);
      await visit.page.goto(`${town.url}/_sim/why`);
      await visit.see('refusal-row').first().waitFor();
    },
  },
  account: {
    'sign in': (visit, town) => visit.page.goto(`${town.url}/account/login`),
    refused: async (visit, town) => {
      await visit.page.goto(`${town.url}/account/login`);
      await visit.see('account-login').fill('nobody@example.com');
      await visit.see('account-password').fill('wrong');
      await visit.see('account-submit').click();
      await visit.see('account-error').waitFor();
    },
    'sign up': (visit, town) => visit.page.goto(`${town.url}/account/signup`),
    'sign up, refused': async (visit, town) => {
      await visit.page.goto(`${town.url}/account/signup`);
      await visit.see('signup-submit').click();
      await visit.page.locator('.field-error').first().waitFor();
    },
  },
});

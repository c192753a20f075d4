/** What comes back to the partner, and the page that is shown in its place. Reference 1.3 to 1.5. */
import assert from 'node:assert/strict';
import { APPS, CALLBACK, describeHouse } from '../helpers/house.ts';
import { goThrough, redeem } from '../helpers/login.ts';
import { begin, headingOf, loggedIn, placeOf, shown } from '../oauth/helpers.ts';
import { eachFact, tableOf } from './helpers.ts';
import { type Fields, grantOf, signedIn, whileBroken } from './kauth-walk.ts';

const STATE = 'a b&c=한글';

describeHouse('contract · 1.3 · the redirect of a success', (world) => {
  eachFact(tableOf('redirect'), {
    'the redirect is a 302 without a body, its parameters in the query': async () => {
      const { status, html, headers, url } = await goThrough(world, { app: APPS.demo, as: 'returning' });
      assert.deepEqual([status, html, headers['content-length'], headers['cache-control']], [302, '', '0', 'no-store']);
      assert.match(url.href, /^http:\/\/localhost:3000\/oauth\?code=[\w-]+$/);
    },

    'state comes back unchanged, and only where it was sent': async () => {
      const journey = { app: APPS.demo, as: 'returning' };
      const { query } = await goThrough(world, { ...journey, params: { state: STATE } });
      assert.equal(query['state'], STATE);
      assert.deepEqual(Object.keys((await goThrough(world, journey)).query), ['code']);
    },

    'an authorization code is good once': async () => {
      const { code } = await grantOf(world);
      await redeem(world, APPS.demo, code!);
      await assert.rejects(redeem(world, APPS.demo, code!), /KOE320/);
    },
  });
});

describeHouse('contract · 1.4 · the redirect of an error', (world) => {
  const silently = async (as: string | undefined, params: Fields = {}) =>
    begin(world, APPS.demo, { prompt: 'none', ...params }, as === undefined ? world.visitor() : await signedIn(world, as));
  const cancelled = async (params: Fields = {}) => {
    const visitor = world.visitor();
    return visitor.submit(await loggedIn(world, APPS.demo, 'han', params, visitor), { decision: 'cancel' });
  };

  eachFact(tableOf('redirect-errors'), {
    access_denied: async () =>
      assert.deepEqual((await cancelled()).query, { error: 'access_denied', error_description: 'User denied access' }),

    consent_required: async () =>
      assert.deepEqual((await silently('han')).query, { error: 'consent_required', error_description: 'user consent required.' }),

    login_required: async () =>
      assert.deepEqual((await silently(undefined)).query, {
        error: 'login_required',
        error_description: 'user authentication required.',
      }),

    invalid_request: async () => {
      const { query } = await silently(undefined, { code_challenge: 'too-short', code_challenge_method: 'S256' });
      assert.equal(query['error'], 'invalid_request');
      assert.ok(query['error_description']);
    },

    'error, error_description and state are in the query, blanks as %20': async () => {
      const { status, headers } = await cancelled({ state: 'a b' });
      const query = 'error=access_denied&error_description=User%20denied%20access&state=a%20b';
      assert.deepEqual([status, headers['location']], [302, `${CALLBACK}?${query}`]);
    },
  });
});

describeHouse('contract · 1.5 · errors shown as a page', (world) => {
  eachFact(tableOf('error-pages'), {
    'the page names the KOE code below a heading, and the redirect URI is not called': async () => {
      const page = await begin(world, APPS.demo, { redirect_uri: `${CALLBACK}/`, state: 's' });
      assert.equal(headingOf(page), '앱 관리자 설정 오류 (KOE006)');
      assert.equal(shown(page, 'error-code'), 'KOE006');
      assert.deepEqual([placeOf(page), page.headers['location']], ['authorize', undefined]);
      assert.match(page.headers['content-type']!, /^text\/html/);
    },

    'the status of the page is 400 or 401 by code': async () => {
      const statuses = [await begin(world, APPS.demo, { scope: 'gender' }), await begin(world, APPS.demo, { client_id: 'x' })];
      const visitor = world.visitor();
      statuses.push(await visitor.submit(await loggedIn(world, APPS.demo, 'han', {}, visitor), { decision: 'agree' }));
      statuses.push(await whileBroken(world, () => begin(world, APPS.demo)));
      assert.deepEqual(
        statuses.map(({ status }) => status),
        [400, 401, 422, 500],
      );
    },
  });
});

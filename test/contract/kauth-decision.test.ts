/** How an authorize request is decided, step by step. Reference 1.2. */
import assert from 'node:assert/strict';
import { DAY, HOUR, MINUTE } from '../../src/clock.ts';
import { APPS, CALLBACK, describeHouse } from '../helpers/house.ts';
import { agreement } from '../helpers/login.ts';
import type { Visitor } from '../helpers/visitor.ts';
import { begin, loggedIn, placeOf, shown } from '../oauth/helpers.ts';
import { authorize, inTalkOf } from '../oauth/talking.ts';
import { eachFact, tableOf } from './helpers.ts';
import { type Fields, signedIn } from './kauth-walk.ts';

describeHouse('contract · 1.2 · how an authorize request is decided', (world) => {
  const ask = (params: Fields = {}, visitor = world.visitor()) => begin(world, APPS.demo, params, visitor);
  const placeFor = async (visitor: Visitor, params: Fields = {}) => placeOf(await ask(params, visitor));
  /** A browser in which somebody signed in by the form, with the box or without. */
  const keeping = async (fields: Fields) => {
    const visitor = world.visitor();
    await visitor.submit(await ask({}, visitor), { persona: 'returning', ...fields });
    return visitor;
  };

  eachFact(tableOf('decision'), {
    'a wrong key, response type, app status or redirect URI is an error page and never a redirect': async () => {
      const off = (await world.key(APPS.biz)).key;
      const told = [];
      for (const wrong of [{ client_id: 'x' }, { response_type: 'token' }, { client_id: off }, { redirect_uri: `${CALLBACK}/` }]) {
        const page = await ask({ state: 's', ...wrong });
        assert.deepEqual([placeOf(page), page.headers['location']], ['authorize', undefined]);
        told.push(shown(page, 'error-code'));
      }
      assert.deepEqual(told, ['KOE101', 'KOE202', 'KOE004', 'KOE006']);
    },

    'prompt=create shows the account sign-up first, then the consent screen': async () => {
      const visitor = world.visitor();
      const page = await ask({ prompt: 'create' }, visitor);
      assert.equal(placeOf(page), 'signup');
      const next = await visitor.submit(page, { email: 'spring@example.com', password: 'demo1234', nickname: '봄', birthdate: '' });
      assert.deepEqual([placeOf(next), shown(next, 'consent-login')], ['consent', 'spring@example.com']);
    },

    'a Kakao account session skips the login page': async () => {
      const visitor = await signedIn(world, 'han', APPS.secretOff);
      assert.equal(await placeFor(visitor), 'consent');
    },

    'the Kakao account session lasts 24 hours from the login and does not slide': async () => {
      const visitor = await keeping({});
      for (const later of [20 * HOUR, 4 * HOUR - MINUTE]) {
        world.clock.advance(later);
        assert.equal(await placeFor(visitor), 'partner');
      }
      world.clock.advance(2 * MINUTE);
      assert.equal(await placeFor(visitor), 'login');
    },

    'the Kakao account session lasts a month with the keep-signed-in box': async () => {
      const visitor = await keeping({ saveSignedIn: 'on' });
      world.clock.advance(30 * DAY - MINUTE);
      assert.equal(await placeFor(visitor), 'partner');
      world.clock.advance(2 * MINUTE);
      assert.equal(await placeFor(visitor), 'login');
    },

    'KakaoTalk’s in-app browser is logged in by itself': async () =>
      assert.equal(await authorize(world, await inTalkOf(world, 'returning')), 'code'),

    'prompt=login has no effect in KakaoTalk’s in-app browser': async () =>
      assert.equal(await authorize(world, await inTalkOf(world, 'returning'), { prompt: 'login' }), 'code'),

    'prompt=login always shows the login page': async () => {
      for (const visitor of [world.visitor(), await signedIn(world)]) assert.equal(await placeFor(visitor, { prompt: 'login' }), 'login');
    },

    'prompt=select_account shows the account chooser where accounts are saved': async () => {
      const visitor = await keeping({ saveSignedIn: 'on' });
      const page = await ask({ prompt: 'select_account' }, visitor);
      assert.match(shown(page, 'account-03-returning')!, /returning@example\.com/);
      assert.ok((await visitor.submit(page, { account: '03-returning' })).query['code']);
    },

    'prompt=select_account shows the login page where no account is saved': async () => {
      const page = await ask({ prompt: 'select_account' });
      assert.deepEqual([placeOf(page), shown(page, 'login-other'), shown(page, 'login-submit')], ['login', undefined, '로그인']);
      assert.doesNotMatch(page.html, /name="account"/);
    },

    'prompt=none never shows a page': async () => {
      const places = [await ask({ prompt: 'none' }), await ask({ prompt: 'none' }, await signedIn(world))];
      places.push(await ask({ prompt: 'none' }, await signedIn(world, 'han')));
      assert.deepEqual(places.map(placeOf), ['partner', 'partner', 'partner']);
      assert.deepEqual(
        places.map(({ query }) => query['error'] ?? Object.keys(query).join()),
        ['login_required', 'code', 'consent_required'],
      );
    },

    'without any of these the login page is shown': async () => assert.equal(await placeFor(world.visitor()), 'login'),

    'agreeing redirects with a code, cancelling with access_denied': async () => {
      const visitor = world.visitor();
      const consent = await loggedIn(world, APPS.demo, 'han', {}, visitor);
      assert.equal((await visitor.submit(consent, { decision: 'cancel' })).query['error'], 'access_denied');
      const again = await ask({}, visitor);
      const { url, query } = await visitor.submit(again, agreement(again, 'all'));
      assert.deepEqual([url.href.split('?')[0], Object.keys(query)], [CALLBACK, ['code']]);
    },
  });
});

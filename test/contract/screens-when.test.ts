/** When the consent screen is shown, and with what. Reference 5.6. */
import assert from 'node:assert/strict';
import { DAY } from '../../src/clock.ts';
import { APPS, describeHouse } from '../helpers/house.ts';
import { agreement, goThrough, type Journey } from '../helpers/login.ts';
import { rowsOf } from '../helpers/visitor.ts';
import { NOTHING, written } from '../helpers/written.ts';
import { AGE, CHANNEL, EVERYTHING, OPTIONAL, REQUIRED, TERMS } from '../oauth/demo-screen.ts';
import { loggedIn, placeOf, shown } from '../oauth/helpers.ts';
import { eachFact, tableOf } from './helpers.ts';
import { agreedAt, type Fields, forget, unlink } from './screens-walk.ts';

/** `returning` agreed to everything, `declined-optional` to what was required. */
type Linked = 'returning' | 'declined-optional';

describeHouse('contract · 5.6 · the consent screen', (world) => {
  const rows = async (as: string, params: Fields = {}) => {
    const page = await loggedIn(world, APPS.demo, as, params);
    assert.equal(placeOf(page), 'consent');
    return rowsOf(page);
  };
  /** Straight to the partner, with a code. */
  const noScreen = async (as: Linked, params: Fields = {}) => {
    const page = await loggedIn(world, APPS.demo, as, params);
    assert.deepEqual([placeOf(page), Object.keys(page.query)], ['partner', ['code']]);
  };
  const change = (patch: Parameters<typeof world.change<'apps'>>[2]) => world.change('apps', APPS.demo, patch);
  const han = { app: APPS.demo, as: 'han' } satisfies Journey;

  eachFact(tableOf('when-asked'), {
    'first login to a Sync app: all items, all terms, the age row and the channel row': async () =>
      assert.deepEqual(await rows('han'), EVERYTHING),

    'first login to a Sync app with service_terms: only the named terms': async () => {
      const asked = [REQUIRED, ...OPTIONAL, TERMS[0], TERMS[2], AGE, CHANNEL];
      assert.deepEqual(await rows('han', { service_terms: 'marketing_20260105,service_20260105' }), asked);
    },

    'first login while simple signup is OFF: items and channel, no terms': async () => {
      await change({ simpleSignupOn: false });
      assert.deepEqual(await rows('han'), [REQUIRED, ...OPTIONAL, CHANNEL]);
    },

    'a linked user logs in again: no screen': async () => {
      for (const as of ['returning', 'declined-optional'] as const) await noScreen(as);
    },

    'the app adds a required item or term later: no screen for a linked user': async () => {
      const { items } = await world.app(APPS.demo);
      await change({ items: [...items, { id: 'friends', state: 'required', purpose: '선물' }] });
      const [term] = await world.house.store.find('terms', 'app', APPS.demo);
      const added = { ...term!, id: `${APPS.demo}:added_2026`, tag: 'added_2026', order: 9, required: true };
      await world.house.store.write(async (tx) => tx.put('terms', added));
      await noScreen('returning');
      const named = { scope: 'friends', service_terms: 'added_2026' };
      assert.deepEqual(await rows('returning', named), ['items=required', 'term=added_2026']);
    },

    'scope with configured items that are not agreed to: those items only': async () => {
      const params = { scope: 'account_email,birthday' };
      assert.deepEqual(await rows('declined-optional', params), ['item=birthday']);
      const visitor = world.visitor();
      const page = await loggedIn(world, APPS.demo, 'declined-optional', params, visitor);
      assert.ok((await visitor.submit(page, { decision: 'agree' })).query['code']);
    },

    'scope with agreed items only: a code at once': () => noScreen('returning', { scope: 'account_email,birthday' }),

    'service_terms with a required term that is not agreed to: the named terms not yet agreed to': async () => {
      await forget(world, 'declined-optional', 'service_20260105');
      const named = 'marketing_20260105,privacy_20260105,service_20260105';
      assert.deepEqual(await rows('declined-optional', { service_terms: named }), [TERMS[0], TERMS[2]]);
    },

    'service_terms with an agreed required term and an open optional one: no screen': async () => {
      const named = { service_terms: 'service_20260105,marketing_20260105' };
      await noScreen('declined-optional', named);
      const { switches } = await world.app(APPS.demo);
      await change({ switches: { ...switches, askOptionalTermBesideAgreedRequired: true } });
      assert.deepEqual(await rows('declined-optional', named), [TERMS[2]]);
    },

    'service_terms with agreed terms only: no screen': () =>
      noScreen('returning', { service_terms: 'service_20260105,marketing_20260105' }),

    'service_terms with optional terms only: no screen': () => noScreen('declined-optional', { service_terms: 'marketing_20260105' }),

    'wrong or empty tags at the first login: no terms on the screen': async () => {
      for (const tags of ['service_2026', '']) {
        assert.deepEqual(await rows('han', { service_terms: tags }), [REQUIRED, ...OPTIONAL, AGE, CHANNEL]);
      }
    },

    'a user unlinked and returns: the full screen, agreements dated anew': async () => {
      await goThrough(world, han);
      const before = await agreedAt(world, APPS.demo, 'han');
      await unlink(world, APPS.demo, 'han');
      world.clock.advance(DAY);
      assert.deepEqual(await rows('han'), EVERYTHING);
      await goThrough(world, han);
      const after = await agreedAt(world, APPS.demo, 'han');
      assert.equal(after.length, before.length);
      assert.ok(Math.min(...after) >= Math.max(...before) + DAY);
    },

    'simple signup is turned on later: no new consent for users from before': async () => {
      await change({ simpleSignupOn: false });
      await goThrough(world, han);
      await change({ simpleSignupOn: true });
      assert.equal(placeOf(await loggedIn(world, APPS.demo, 'han')), 'partner');
      assert.deepEqual(await rows('han', { service_terms: 'service_20260105' }), [TERMS[0]]);
    },

    'a linked user is never asked for the channel again': async () => {
      const named = { channel_public_id: '_xqDemo' };
      await noScreen('declined-optional', named);
      assert.deepEqual(await rows('declined-optional', { ...named, scope: 'birthday' }), ['item=birthday']);
    },

    'a form without its required rows is refused': async () => {
      const visitor = world.visitor();
      const page = await loggedIn(world, APPS.demo, 'han', {}, visitor);
      const again = await visitor.submit(
        page,
        agreement(page, ({ required }) => !required),
      );
      assert.deepEqual([again.status, placeOf(again)], [422, 'consent']);
      for (const missing of ['카카오 개인정보', '서비스 이용약관', '개인정보 수집', '만 14세']) {
        assert.ok(shown(again, 'consent-missing')!.includes(missing), missing);
      }
      assert.deepEqual(await written(world, APPS.demo, '01-han'), NOTHING);
    },
  });
});

/** When the consent screen is shown, and with what: sections 5.6 and 5.7 of the contract, row by row. */
import assert from 'node:assert/strict';
import { DAY } from '../../src/clock.ts';
import { APPS, type World } from '../helpers/house.ts';
import { agreement, api, goThrough, redeem, signUp } from '../helpers/login.ts';
import { rowsOf } from '../helpers/visitor.ts';
import { begin, loggedIn, shown } from '../oauth/helpers.ts';
import { AGE, assertAsks, assertCode, CHANNEL, describeTable, OPTIONAL, REQUIRED, TERMS } from './table.ts';

const EVERYTHING = [REQUIRED, ...OPTIONAL, ...TERMS, AGE, CHANNEL];

describeTable('when-asked', (world) => {
  /** `returning` agreed to everything, `declined-optional` to what was required; `han` and `new` never came. */
  const demo = (as: string, params: Record<string, string> = {}) => loggedIn(world, APPS.demo, as, params);
  return {
    'first login to a Sync app: all items, all terms, the age row and the channel row': async () =>
      assertAsks(await demo('han'), EVERYTHING),
    'first login to a Sync app with service_terms: only the named terms': async () =>
      assertAsks(await demo('han', { service_terms: 'privacy_20260105' }), [REQUIRED, ...OPTIONAL, TERMS[1]!, AGE, CHANNEL]),
    'first login while simple signup is OFF: items and channel, no terms': async () => {
      await world.change('apps', APPS.demo, { simpleSignupOn: false });
      assertAsks(await demo('han'), [REQUIRED, ...OPTIONAL, CHANNEL]);
    },
    'a linked user logs in again: no screen': async () => assertCode(await demo('returning')),
    'the app adds a required item or term later: no screen for a linked user': async () => {
      const { items } = await world.app(APPS.demo);
      await world.change('apps', APPS.demo, { items: [...items, { id: 'friends', state: 'required', purpose: '선물' }] });
      await addTerm(world);
      assertCode(await demo('returning'));
    },
    'scope with configured items that are not agreed to: those items only': async () =>
      assertAsks(await demo('declined-optional', { scope: 'account_email,birthday' }), ['item=birthday']),
    'scope with agreed items only: a code at once': async () => assertCode(await demo('returning', { scope: 'account_email,birthday' })),
    'service_terms with a required term that is not agreed to: the named terms not yet agreed to': async () => {
      await addTerm(world);
      const named = 'service_20260105,marketing_20260105,added_2026';
      assertAsks(await demo('declined-optional', { service_terms: named }), ['term=marketing_20260105', 'term=added_2026']);
    },
    'service_terms with an agreed required term and an open optional one: no screen': async () =>
      assertCode(await demo('declined-optional', { service_terms: 'service_20260105,marketing_20260105' })),
    'service_terms with agreed terms only: no screen': async () =>
      assertCode(await demo('returning', { service_terms: 'service_20260105,marketing_20260105' })),
    'service_terms with optional terms only: no screen': async () =>
      assertCode(await demo('declined-optional', { service_terms: 'marketing_20260105' })),
    'wrong or empty tags at the first login: no terms on the screen': async () => {
      for (const tags of ['service_2026', '']) {
        assertAsks(await demo('han', { service_terms: tags }), [REQUIRED, ...OPTIONAL, AGE, CHANNEL]);
      }
    },
    'a user unlinked and returns: the full screen, agreements dated anew': async () => {
      const before = await agreedAt(world, 'new');
      const link = (await world.house.consent.link(APPS.demo, (await world.house.accounts.persona('new'))!.id))!;
      await world.house.consent.unlink(await world.app(APPS.demo), link);
      world.clock.advance(DAY);
      assertAsks(await demo('new'), EVERYTHING);
      assert.ok((await agreedAt(world, 'new')) > before);
    },
    'simple signup is turned on later: no new consent for users from before': async () => {
      await world.change('apps', APPS.demo, { simpleSignupOn: false });
      await signUp(world, { app: APPS.demo, as: 'han' });
      await world.change('apps', APPS.demo, { simpleSignupOn: true });
      assertCode(await demo('han'));
    },
    'a linked user is never asked for the channel again': async () => {
      const page = await demo('declined-optional', { scope: 'birthday', channel_public_id: '_xqDemo' });
      assertAsks(page, ['item=birthday']);
    },
    'a form without its required rows is refused': async () => {
      const visitor = world.visitor();
      const page = await loggedIn(world, APPS.demo, 'han', {}, visitor);
      const answer = await visitor.submit(
        page,
        agreement(page, ({ required }) => !required),
      );
      assert.equal(answer.status, 422);
      assert.match(answer.html, /KOE203/);
      assert.equal(await world.house.consent.link(APPS.demo, '01-han'), undefined);
    },
  };
});

describeTable('channel-choice', (world) => {
  /** `_xpDnk` is the representative channel of this app, `_xpEvt` another one that is linked to it. */
  const offered = async (app: string, named: string) => {
    const page = await loggedIn(world, app, 'han', { channel_public_id: named });
    return rowsOf(page).filter((row) => row.startsWith('channel='));
  };
  return {
    'the named channels are shown instead of the representative one': async () =>
      assert.deepEqual(await offered(APPS.current, '_xpEvt'), ['channel=_xpEvt']),
    'of more than two channels the first two are shown': async () => {
      await world.change('apps', APPS.linked, { era: 'current' });
      assert.deepEqual(await offered(APPS.linked, '_xlMnr,_xdKbn,_xeRfz'), ['channel=_xlMnr', 'channel=_xdKbn']);
    },
    'a named channel that is not linked to the app is KOE102': async () => {
      const page = await begin(world, APPS.current, { channel_public_id: '_xqDemo' });
      assert.deepEqual([page.status, shown(page, 'error-code')], [400, 'KOE102']);
    },
  };
});

/** A required term that came after everybody had agreed. */
async function addTerm(world: World): Promise<void> {
  const [term] = await world.house.store.find('terms', 'app', APPS.demo);
  const added = { ...term!, id: `${APPS.demo}:added_2026`, tag: 'added_2026', order: 9, required: true };
  await world.house.store.write(async (tx) => tx.put('terms', added));
}

/** Signs up, and tells when the terms say that it was. */
async function agreedAt(world: World, as: string): Promise<string> {
  const { query } = await goThrough(world, { app: APPS.demo, as });
  const { access_token } = await redeem(world, APPS.demo, query.code!);
  const { body } = await api(world, '/v2/user/service_terms', access_token);
  return (body as { service_terms: { agreed_at: string }[] }).service_terms[0]!.agreed_at;
}

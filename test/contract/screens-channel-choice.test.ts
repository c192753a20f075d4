/** Which channels stand on the consent screen. Reference 5.7. */
import assert from 'node:assert/strict';
import { APPS, describeHouse } from '../helpers/house.ts';
import { rowsOf } from '../helpers/visitor.ts';
import { begin, loggedIn, placeOf, shown } from '../oauth/helpers.ts';
import { eachFact, tableOf } from './helpers.ts';
import type { Fields } from './screens-walk.ts';

describeHouse('contract · 5.7 · channel_public_id', (world) => {
  const channels = async (app: string, params: Fields = {}) =>
    rowsOf(await loggedIn(world, app, 'han', params)).filter((row) => row.startsWith('channel='));

  eachFact(tableOf('channel-choice'), {
    'the named channels are shown instead of the representative one': async () => {
      assert.deepEqual(await channels(APPS.current), ['channel=_xpDnk']);
      assert.deepEqual(await channels(APPS.current, { channel_public_id: '_xpEvt' }), ['channel=_xpEvt']);
    },

    'of more than two channels the first two are shown': async () => {
      await world.change('apps', APPS.linked, { era: 'current' });
      const named = { channel_public_id: '_xlMnr,_xdKbn,_xeRfz' };
      assert.deepEqual(await channels(APPS.linked, named), ['channel=_xlMnr', 'channel=_xdKbn']);
    },

    'a named channel that is not linked to the app is KOE102': async () => {
      const page = await begin(world, APPS.current, { channel_public_id: '_xpEvt,_xqDemo' });
      assert.deepEqual([page.status, shown(page, 'error-code'), placeOf(page)], [400, 'KOE102', 'authorize']);
      assert.match(page.html, /Required PLUS_FRIENDS_ON_AGREEMENT_SUPPORTED permission/);
    },
  });
});

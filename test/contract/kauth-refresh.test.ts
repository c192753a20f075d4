/** How a refresh answers. Reference 1.9. */
import assert from 'node:assert/strict';
import { DAY, MINUTE } from '../../src/clock.ts';
import { APPS, describeHouse } from '../helpers/house.ts';
import { api, signUp } from '../helpers/login.ts';
import { eachFact, tableOf } from './helpers.ts';
import { refresh, refusalIn } from './kauth-walk.ts';

const ALWAYS = ['token_type', 'access_token', 'expires_in'];
const USED_UP = '400 invalid_grant KOE322 expired_or_invalid_refresh_token';

describeHouse('contract · 1.9 · a refresh', (world) => {
  const first = (app: string = APPS.demo, params = {}) => signUp(world, { app, as: 'han', params });

  eachFact(tableOf('refresh'), {
    'a refresh with more than a month left brings no refresh token': async () => {
      const tokens = await first();
      for (const later of [0, 15 * DAY, 15 * DAY - MINUTE]) {
        world.clock.advance(later);
        const { body } = await refresh(world, tokens);
        assert.deepEqual(Object.keys(body), ALWAYS);
        assert.deepEqual([body.token_type, body.expires_in], ['bearer', 21_599]);
        await api(world, '/v2/user/me', body.access_token).expect(200);
      }
    },

    'a refresh in the last month brings a new refresh token': async () => {
      for (const when of [30 * DAY + MINUTE, 60 * DAY - MINUTE]) {
        const tokens = await first();
        world.clock.advance(when);
        const { body } = await refresh(world, tokens);
        assert.deepEqual(Object.keys(body), [...ALWAYS, 'refresh_token', 'refresh_token_expires_in']);
        assert.notEqual(body.refresh_token, tokens.refresh_token);
        assert.equal(body.refresh_token_expires_in, 5_183_999);
      }
    },

    'a refresh token that was replaced is refused': async () => {
      const tokens = await first();
      world.clock.advance(45 * DAY);
      const { body: next } = await refresh(world, tokens);
      assert.equal(refusalIn(await refresh(world, tokens)), USED_UP);
      assert.equal(refusalIn(await refresh(world, next)), USED_UP);
      await api(world, '/v2/user/me', next.access_token).expect(401);
    },

    'a refresh brings an ID token only where the refresh token was issued with one': async () => {
      const tokens = await first(APPS.openidConnect);
      const { body } = await refresh(world, tokens, APPS.openidConnect);
      assert.deepEqual(Object.keys(body), ['token_type', 'access_token', 'id_token', 'expires_in']);
      const silent = await first(APPS.openidConnect, { scope: 'account_email' });
      assert.deepEqual([silent.id_token, (await refresh(world, silent, APPS.openidConnect)).body.id_token], [undefined, undefined]);
    },

    'a refresh tells no scope': async () => assert.ok(!('scope' in (await refresh(world, await first())).body)),

    'a refresh takes redirect_uri and platform proof along': async () => {
      const sent = { redirect_uri: 'kakao0://oauth', android_key_hash: 'x', ios_bundle_id: 'x', client_origin: 'x' };
      assert.equal((await refresh(world, await first(), APPS.demo, sent)).status, 200);
    },
  });
});

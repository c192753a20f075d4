/** How the link of a person goes from state to state. Reference 5.9. */
import assert from 'node:assert/strict';
import supertest from 'supertest';
import { DAY, MINUTE } from '../../src/clock.ts';
import { APPS, describeHouse } from '../helpers/house.ts';
import { api, signUp } from '../helpers/login.ts';
import { loggedIn, placeOf } from '../oauth/helpers.ts';
import { eventsTold, unlinksTold } from '../helpers/told.ts';
import { eachFact, tableOf } from './helpers.ts';

const han = { app: APPS.demo, as: 'han' };

describeHouse('contract · 5.9 · the states of a link', (world) => {
  const state = async () => (await world.house.consent.link(APPS.demo, '01-han'))?.state ?? null;
  const manual = () => world.change('apps', APPS.demo, { autoLink: false });
  const register = (token: string) => supertest(world.url).post('/v1/user/signup').set('Authorization', `Bearer ${token}`);

  eachFact(tableOf('link-states'), {
    'manual link: consent and token make a preregistered user': async () => {
      await manual();
      const { access_token: token } = await signUp(world, han);
      const { body } = await api(world, '/v2/user/me', token).expect(200);
      assert.deepEqual([body.has_signed_up, await state()], [false, 'preregistered']);
    },

    'manual link: the signup API makes a registered user': async () => {
      await manual();
      const { access_token: token } = await signUp(world, han);
      await register(token).expect(200);
      const { body } = await api(world, '/v2/user/me', token).expect(200);
      assert.deepEqual([body.has_signed_up, await state()], [true, 'linked']);
    },

    'manual link: after 24 hours a preregistered user is unlinked': async () => {
      await manual();
      const { access_token: token } = await signUp(world, han);
      // The access token ends sooner, so the person asks with what another login of the same day brought.
      world.clock.advance(DAY - MINUTE);
      const { access_token: fresh } = await signUp(world, han);
      await api(world, '/v2/user/me', fresh).expect(200);
      world.clock.advance(2 * MINUTE);
      for (const each of [token, fresh]) await register(each).expect(401);
      assert.equal(placeOf(await loggedIn(world, APPS.demo, 'han')), 'consent');
      assert.equal(await world.house.consent.unlinkOverdue(), 1);
      assert.equal(await state(), 'unlinked');
    },

    'manual link: that unlink sends the unlink webhook with INCOMPLETE_SIGN_UP': async () => {
      await manual();
      await signUp(world, han);
      world.clock.advance(DAY + MINUTE);
      assert.equal(await world.house.consent.unlinkOverdue(), 1);
      const { number } = (await world.house.consent.link(APPS.demo, '01-han'))!;
      assert.deepEqual(await unlinksTold(world, APPS.demo), [{ app_id: APPS.demo, user_id: number, referrer_type: 'INCOMPLETE_SIGN_UP' }]);
      assert.ok(!(await eventsTold(world, APPS.demo)).includes('user-linked'));
    },

    'automatic link: the login makes a registered user': async () => {
      const { access_token: token } = await signUp(world, han);
      assert.equal(await state(), 'linked');
      assert.equal((await register(token).expect(400)).body.code, -102);
    },
  });
});

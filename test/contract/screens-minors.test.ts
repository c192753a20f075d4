/** Minors and identity. Reference 5.5. */
import assert from 'node:assert/strict';
import supertest from 'supertest';
import { APPS, describeHouse } from '../helpers/house.ts';
import { api, signUp } from '../helpers/login.ts';
import { rowsOf } from '../helpers/visitor.ts';
import { AGE, EVERYTHING } from '../oauth/demo-screen.ts';
import { headingOf, ko, loggedIn } from '../oauth/helpers.ts';
import { eachFact, tableOf } from './helpers.ts';

describeHouse('contract · 5.5 · minors and identity', (world) => {
  const ageCheck = (on: boolean) => world.change('applications', `0-terms:${APPS.demo}`, { ageCheck: on });

  eachFact(tableOf('minors'), {
    'the age check is a row of its own, not one of the ten terms': async () => {
      const [term] = await world.house.store.find('terms', 'app', APPS.demo);
      await world.house.store.write(async (tx) => {
        for (let order = 4; order <= 10; order += 1) {
          tx.put('terms', { ...term!, id: `${APPS.demo}:more_${order}`, tag: `more_${order}`, order });
        }
      });
      const rows = rowsOf(await loggedIn(world, APPS.demo, 'han'));
      assert.equal(rows.filter((row) => row.startsWith('term=')).length, 10);
      assert.equal(rows.filter((row) => row === AGE).length, 1);
    },

    'with the age check ON an account under 14 gets a notice instead of the consent screen': async () => {
      const page = await loggedIn(world, APPS.demo, 'under-14');
      assert.deepEqual([page.status, headingOf(page), rowsOf(page)], [403, ko('notice.underAge'), []]);
      assert.equal(await world.house.consent.link(APPS.demo, '07-under-14'), undefined);
    },

    'with the age check OFF an account under 14 gets the consent screen': async () => {
      await ageCheck(false);
      assert.deepEqual(
        rowsOf(await loggedIn(world, APPS.demo, 'under-14')),
        EVERYTHING.filter((row) => row !== AGE),
      );
    },

    'an account of unknown age follows the normal flow': async () => {
      assert.deepEqual(rowsOf(await loggedIn(world, APPS.demo, 'age-unknown')), EVERYTHING);
    },

    'the age check is the tag user_age_check in the terms APIs': async () => {
      const { access_token: token } = await signUp(world, { app: APPS.demo, as: 'han' });
      const { body } = await api(world, '/v2/user/service_terms?tags=user_age_check', token).expect(200);
      const [{ tag, agreed, required }, ...others] = body.service_terms;
      assert.deepEqual([tag, agreed, required, others], ['user_age_check', true, true, []]);
    },

    'API calls by a user under 14 are 401 -406 where the app forbids': async () => {
      await ageCheck(false);
      const { access_token: token } = await signUp(world, { app: APPS.demo, as: 'under-14' });
      await api(world, '/v2/user/me', token).expect(200);
      await ageCheck(true);
      const { status, body } = await api(world, '/v2/user/me', token);
      assert.deepEqual([status, body.code], [401, -406]);
      const [adminKey] = (await world.app(APPS.demo)).adminKeys;
      const { number } = (await world.house.consent.link(APPS.demo, '07-under-14'))!;
      const byKey = supertest(world.url).get('/v2/user/me').query({ target_id_type: 'user_id', target_id: number });
      await byKey.set('Authorization', `KakaoAK ${adminKey}`).expect(200);
    },
  });
});

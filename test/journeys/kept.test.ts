/** What is kept of a journey: the bytes on the wire, for a while. */
import assert from 'node:assert/strict';
import supertest from 'supertest';
import { APPS, describeHouse } from '../helpers/house.ts';
import { goThrough, redeem } from '../helpers/login.ts';
import { begin } from '../oauth/helpers.ts';
import { all, only } from './reading.ts';

describeHouse('journeys · what is kept', (world) => {
  it('bytes as they were: query, form, JSON and headers; pages by their name alone', async () => {
    const back = await goThrough(world, { app: APPS.demo, as: 'han', params: { state: '한글 &' } });
    await redeem(world, APPS.demo, back.query.code!);
    const steps = await world.house.journeys.steps((await only(world)).id);
    const login = steps.find(({ method, url }) => method === 'POST' && url.startsWith('/oauth/login/'))!;
    assert.deepEqual([login.requestBody, login.requestHeaders['content-type']], ['persona=han', 'application/x-www-form-urlencoded']);
    const page = steps.find(({ screen }) => screen === 'oauth/consent')!;
    assert.deepEqual([page.status, page.responseBody], [200, '']);
    const redeemed = steps.find(({ url }) => url === '/oauth/token')!;
    assert.match(redeemed.requestBody, /^grant_type=authorization_code&/);
    assert.deepEqual(Object.keys(JSON.parse(redeemed.responseBody)).includes('access_token'), true);
    assert.match(String(redeemed.responseHeaders['content-type']), /json/);
    assert.equal(new URLSearchParams(steps[0]!.url.split('?')[1]).get('state'), '한글 &');
  });

  it('no more than 16 KB of a body, and no token in an index', async () => {
    const back = await goThrough(world, { app: APPS.demo, as: 'han' });
    const tokens = await redeem(world, APPS.demo, back.query.code!);
    await supertest(world.url)
      .post('/v2/user/me')
      .set('Authorization', `Bearer ${tokens.access_token}`)
      .type('form')
      .send(`property_keys=${'a'.repeat(40_000)}`);
    const journey = await only(world);
    const step = (await world.house.journeys.steps(journey.id)).at(-1)!;
    assert.equal(step.requestBody.length, 16 * 1024 + 1);
    assert.ok(journey.keys.every((key) => !key.includes(tokens.access_token) && !key.includes(back.query.code!)));
  });

  it('a week long, on the house clock', async () => {
    await begin(world, APPS.demo);
    const { expiresAt, startedAt } = await only(world);
    assert.ok(Math.abs(expiresAt - startedAt - 7 * 24 * 3_600_000) < 60_000);
  });

  it('no step goes before its journey does, however long that goes on', async () => {
    const back = await goThrough(world, { app: APPS.demo, as: 'han' });
    const { access_token: token } = await redeem(world, APPS.demo, back.query.code!);
    for (let day = 0; day < 9; day += 3) {
      world.clock.advance(3 * 24 * 3_600_000);
      await supertest(world.url).get('/v1/user/access_token_info').set('Authorization', `Bearer ${token}`);
      const { id, expiresAt } = await only(world);
      const steps = await world.house.journeys.steps(id);
      assert.ok(steps.every((step) => step.expiresAt > expiresAt));
      assert.ok(steps.length > 6);
    }
  });

  it('nothing of a world that has ended', async () => {
    await begin(world, APPS.demo);
    await world.house.world.reset((await world.house.world.beginning()).plantedAt);
    assert.deepEqual(await all(world), []);
  });
});

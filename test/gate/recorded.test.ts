/** What is recorded of a login is for the whole team to read: nothing in it makes anybody an operator, or tells what was typed as a password. */
import assert from 'node:assert/strict';
import supertest from 'supertest';
import { ALL } from '../../src/store/index.ts';
import { APPS, CALLBACK } from '../helpers/house.ts';
import { cookiesOf, describeShared, HERE, signIn } from './shared.ts';

describeShared('gate · what is recorded of a login', (world) => {
  it('holds no password that was typed, wrong ones among them, and no session of an operator', async () => {
    const cookie = cookiesOf(await signIn(world));
    const { key } = await world.key(APPS.demo);
    const query = new URLSearchParams({ client_id: key, redirect_uri: CALLBACK, response_type: 'code' });
    const login = await supertest(world.url).get(`/oauth/authorize?${query}`).set('Cookie', cookie).redirects(0);
    await supertest(world.url)
      .post(login.headers['location']!)
      .set(HERE)
      .set('Cookie', `${cookiesOf(login)}; ${cookie}`)
      .type('form')
      .send({ loginId: 'me@example.com', password: 'my-real-password', decision: 'password' });
    await world.house.journeys.settled();
    const [journey] = await world.house.store.find('journeys', 'all', ALL);
    const steps = JSON.stringify(await world.house.store.find('journeySteps', 'journey', journey!.id));
    assert.match(steps, /password=\*\*\*&decision=password/);
    assert.match(steps, /kakao_sync_operator=\*\*\*/);
    const [, session = ''] = /kakao_sync_operator=([\w-]+)/.exec(cookie)!;
    const everything = JSON.stringify(await world.house.world.snapshot());
    for (const secret of ['my-real-password', session]) assert.ok(!steps.includes(secret) && !everything.includes(secret));
  });
});

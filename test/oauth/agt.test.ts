/** `agt` (reference 1.1, 1.17): a one-time token of the SDKs, by which an additional consent needs no login page. */
import assert from 'node:assert/strict';
import supertest from 'supertest';
import { DAY, MINUTE } from '../../src/clock.ts';
import { APPS, CALLBACK, describeHouse, type World } from '../helpers/house.ts';
import { agreement, api, redeem, signUp, type Tokens } from '../helpers/login.ts';
import { rowsOf } from '../helpers/visitor.ts';
import { begin, loggedIn, placeOf } from './helpers.ts';

const SCOPE = { scope: 'birthday' };

describeHouse('oauth · agt', (world) => {
  it('opens the additional consent without a login, and the partner gets a code for the same person', async () => {
    const tokens = await signedUp(world);
    const visitor = world.visitor();
    const page = await begin(world, APPS.demo, { ...SCOPE, agt: await agtFor(world, tokens), state: 's' }, visitor);
    assert.deepEqual([placeOf(page), rowsOf(page)], ['consent', ['item=birthday']]);
    const end = await visitor.submit(page, agreement(page, 'all'));
    assert.equal(end.query['state'], 's');
    const again = await redeem(world, APPS.demo, end.query['code']!);
    const [before, after] = await Promise.all([tokens, again].map(({ access_token: token }) => api(world, '/v2/user/me', token)));
    assert.equal(after!.body.id, before!.body.id);
    assert.ok(after!.body.kakao_account.birthday);
  });

  it('is used up by one login', async () => {
    const agt = await agtFor(world, await signedUp(world));
    assert.equal(placeOf(await begin(world, APPS.demo, { ...SCOPE, agt })), 'consent');
    assert.equal(placeOf(await begin(world, APPS.demo, { ...SCOPE, agt })), 'login');
  });

  it('ends after five minutes', async () => {
    const tokens = await signedUp(world);
    const [early, late] = [await agtFor(world, tokens), await agtFor(world, tokens)];
    world.clock.advance(4 * MINUTE);
    assert.equal(placeOf(await begin(world, APPS.demo, { ...SCOPE, agt: early })), 'consent');
    world.clock.advance(2 * MINUTE);
    assert.equal(placeOf(await begin(world, APPS.demo, { ...SCOPE, agt: late })), 'login');
  });

  for (const end of ['/v1/user/logout', '/v1/user/unlink']) {
    it(`ends with the tokens it came from: ${end}`, async () => {
      const tokens = await signedUp(world);
      const agt = await agtFor(world, tokens);
      await supertest(world.url).post(end).set('Authorization', `Bearer ${tokens.access_token}`).expect(200);
      assert.equal(placeOf(await begin(world, APPS.demo, { ...SCOPE, agt })), 'login');
    });
  }

  for (const agt of ['', 'unknown', '__proto__']) {
    it(`"${agt}" is the login page`, async () => {
      assert.equal(placeOf(await begin(world, APPS.demo, { ...SCOPE, agt })), 'login');
    });
  }

  it('of another key is the login page, and stays good for its own', async () => {
    const agt = await agtFor(world, await signedUp(world));
    assert.equal(placeOf(await begin(world, APPS.secretOff, { agt })), 'login');
    assert.equal(placeOf(await begin(world, APPS.demo, { ...SCOPE, agt })), 'consent');
  });

  it('is not used up by a request that is refused', async () => {
    const agt = await agtFor(world, await signedUp(world));
    assert.equal((await begin(world, APPS.demo, { ...SCOPE, agt, redirect_uri: `${CALLBACK}/other` })).status, 400);
    assert.equal(placeOf(await begin(world, APPS.demo, { ...SCOPE, agt })), 'consent');
  });

  it('takes the place of somebody else who was signed in', async () => {
    const agt = await agtFor(world, await signedUp(world));
    const visitor = world.visitor();
    await loggedIn(world, APPS.demo, 'returning', {}, visitor);
    const page = await begin(world, APPS.demo, { ...SCOPE, agt }, visitor);
    assert.match(page.html, /han@example\.com/);
  });

  it('leaves prompt=login its login page', async () => {
    const agt = await agtFor(world, await signedUp(world));
    assert.equal(placeOf(await begin(world, APPS.demo, { ...SCOPE, agt, prompt: 'login' })), 'login');
  });
});

describeHouse('oauth · /api/agt refuses', (world) => {
  it('no token, one that is over, and a refresh token: 400 KOE400', async () => {
    const tokens = await signedUp(world);
    world.clock.advance(DAY);
    for (const accessToken of ['', tokens.access_token, tokens.refresh_token]) {
      const answer = await ask(world, accessToken);
      assert.equal(answer.status, 400);
      assert.deepEqual(answer.body, { error: 'invalid_token', error_description: 'access_token is invalid', error_code: 'KOE400' });
    }
  });

  it('an admin key: 400 KOE008', async () => {
    const [adminKey] = (await world.app(APPS.demo)).adminKeys;
    const fields = { client_id: adminKey, access_token: (await signedUp(world)).access_token };
    const answer = await supertest(world.url).post('/api/agt').type('form').send(fields);
    assert.deepEqual([answer.status, answer.body.error_code], [400, 'KOE008']);
  });
});

/** A person of the demo app who declined everything optional. */
function signedUp(world: World): Promise<Tokens> {
  return signUp(world, { app: APPS.demo, as: 'han', agree: 'required' });
}

async function agtFor(world: World, { access_token: accessToken }: Tokens): Promise<string> {
  const answer = await ask(world, accessToken);
  assert.deepEqual([answer.status, Object.keys(answer.body as object)], [200, ['agt']]);
  return answer.body.agt as string;
}

async function ask(world: World, accessToken: string) {
  const fields = { client_id: (await world.key(APPS.demo)).key, access_token: accessToken };
  return supertest(world.url).post('/api/agt').type('form').send(fields);
}

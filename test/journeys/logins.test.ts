/** Every login as one journey: what belongs to it, and how it stands. */
import assert from 'node:assert/strict';
import supertest from 'supertest';
import { APPS, CALLBACK, describeHouse, type World } from '../helpers/house.ts';
import { agreement, goThrough, redeem, token } from '../helpers/login.ts';
import { begin, loggedIn } from '../oauth/helpers.ts';
import { all, only, wayOf } from './reading.ts';

const me = (world: World, accessToken: string) => supertest(world.url).get('/v2/user/me').set('Authorization', `Bearer ${accessToken}`);

describeHouse('journeys · a login', (world) => {
  it('is one journey from the authorize request to the last call of its tokens', async () => {
    const back = await goThrough(world, { app: APPS.demo, as: 'han' });
    const tokens = await redeem(world, APPS.demo, back.query.code!);
    await me(world, tokens.access_token);
    const journey = await only(world);
    assert.deepEqual(await wayOf(world, journey), [
      'GET /oauth/authorize 303',
      'GET /oauth/login/:uid oauth/login',
      'POST /oauth/login/:uid 303',
      'GET /oauth/consent/:uid oauth/consent',
      'POST /oauth/consent/:uid 302',
      'POST /oauth/token 200',
      'GET /v2/user/me 200',
    ]);
    assert.deepEqual([journey.appId, journey.accountId, journey.state, journey.errors], [APPS.demo, '01-han', 'done', []]);
  });

  it('has no step for a look at what an app will get of a persona', async () => {
    const visitor = world.visitor();
    const { url } = await begin(world, APPS.demo, {}, visitor);
    await visitor.open(`${url.pathname}?user=han`);
    assert.deepEqual(await wayOf(world, await only(world)), ['GET /oauth/authorize 303', 'GET /oauth/login/:uid oauth/login']);
  });

  it('knows the optional rows of the screen, and which were ticked', async () => {
    await goThrough(world, { app: APPS.demo, as: 'han', agree: ({ required, name }) => required || name === 'channel' });
    const { consent, state } = await only(world);
    assert.equal(state, 'returned');
    assert.ok(consent && consent.optional.length > 1);
    assert.deepEqual(consent.ticked, ['_xqDemo']);
  });

  it('goes on with a refresh, and with the calls of the new token', async () => {
    const back = await goThrough(world, { app: APPS.demo, as: 'han' });
    const first = await redeem(world, APPS.demo, back.query.code!);
    const { key, secret } = await world.key(APPS.demo);
    const fields = { grant_type: 'refresh_token', client_id: key, client_secret: secret.value, refresh_token: first.refresh_token };
    const { body } = await token(world, fields);
    await me(world, body.access_token);
    assert.equal((await only(world)).steps, 8);
  });

  it('is cancelled by 취소', async () => {
    const consent = await loggedIn(world, APPS.demo, 'han');
    await world.visitor().open('/'); // no part of it
    const visitor = world.visitor();
    await visitor.submit(await loggedIn(world, APPS.demo, 'han', {}, visitor), { decision: 'cancel' });
    assert.ok(consent.url.pathname.startsWith('/oauth/consent/'));
    assert.deepEqual(
      (await all(world)).map(({ state, errors }) => [state, errors]),
      [
        ['cancelled', ['access_denied']],
        ['open', []],
      ],
    );
  });

  it('keeps two tabs of one browser apart', async () => {
    const visitor = world.visitor();
    const first = await begin(world, APPS.demo, { state: 'first' }, visitor);
    const second = await begin(world, APPS.demo, { state: 'second' }, visitor);
    const consent = await visitor.submit(first, { persona: 'han' });
    await visitor.submit(consent, agreement(consent, 'all'));
    await visitor.submit(second, { persona: 'han' });
    const steps = await Promise.all((await all(world)).reverse().map(({ id }) => world.house.journeys.steps(id)));
    assert.deepEqual(
      steps.map((each) => new URLSearchParams(each[0]!.url.split('?')[1]).get('state')),
      ['first', 'second'],
    );
    for (const path of [first.url.pathname, second.url.pathname]) {
      assert.equal(steps.filter((each) => each.some(({ url }) => url === path)).length, 1, path);
    }
  });
});

describeHouse('journeys · what was refused', (world) => {
  it('an authorize request: with its code, and the way to its reason', async () => {
    await begin(world, APPS.demo, { redirect_uri: 'http://localhost:3000/elsewhere' });
    const journey = await only(world);
    assert.deepEqual([journey.state, journey.errors, journey.appId], ['refused', ['KOE006'], APPS.demo]);
    const [step] = await world.house.journeys.steps(journey.id);
    assert.equal((await world.house.refusals.byId(step!.refusalId!))?.code, 'KOE006');
  });

  it('a redirect without a page', async () => {
    await begin(world, APPS.demo, { prompt: 'none' });
    assert.deepEqual([(await only(world)).state, (await only(world)).errors], ['refused', ['login_required']]);
  });

  it('a token request whose code nobody knows, as a journey of its own', async () => {
    const { key, secret } = await world.key(APPS.demo);
    await token(world, {
      grant_type: 'authorization_code',
      client_id: key,
      client_secret: secret.value,
      redirect_uri: CALLBACK,
      code: 'x',
    });
    const { state, errors, appId } = await only(world);
    assert.deepEqual([state, errors, appId], ['refused', ['KOE320'], APPS.demo]);
  });

  it('a call of the API leaves the login done', async () => {
    const back = await goThrough(world, { app: APPS.demo, as: 'han', agree: 'required' });
    const { access_token: accessToken } = await redeem(world, APPS.demo, back.query.code!);
    const refused = await supertest(world.url).post('/v1/user/signup').set('Authorization', `Bearer ${accessToken}`);
    const { state, errors } = await only(world);
    assert.deepEqual([state, errors], ['done', [String(refused.body.code)]]);
  });

  it('calls with a token that nobody has are no login', async () => {
    await me(world, 'nobody').expect(401);
    assert.deepEqual(await all(world), []);
  });
});

/** `GET /apiweb/code.json` (reference 1.18): the script that began a login by `auth_tran_id` asks until the code is there. */
import assert from 'node:assert/strict';
import supertest from 'supertest';
import { MINUTE } from '../../src/clock.ts';
import { APPS, describeHouse, type World } from '../helpers/house.ts';
import { agreement, goThrough, redeem } from '../helpers/login.ts';
import { begin, loggedIn } from './helpers.ts';

const NAME = 'Sim_tran-1.~';
const PENDING = { status: 'error', error: 'authorization_pending', error_description: 'login is not finished', error_code: '300' };

describeHouse('oauth · code.json', (world) => {
  it('is pending before and during the login, then the code with its state; the partner gets both as usual', async () => {
    const visitor = world.visitor();
    assert.deepEqual(await poll(world), PENDING);
    const page = await loggedIn(world, APPS.demo, 'han', { auth_tran_id: NAME, state: 'a b' }, visitor);
    assert.deepEqual(await poll(world), PENDING);
    const { query } = await visitor.submit(page, agreement(page, 'all'));
    assert.deepEqual(await poll(world), { status: 'ok', ...query });
    assert.deepEqual(Object.keys(query), ['code', 'state']);
    await redeem(world, APPS.demo, query['code']!);
  });

  it('has no state where none was sent, and tells the code as often as it is asked', async () => {
    const { query } = await login(world);
    for (let i = 0; i < 2; i += 1) assert.deepEqual(await poll(world), { status: 'ok', code: query['code'] });
  });

  it('tells how a login ended without a code', async () => {
    const visitor = world.visitor();
    const page = await loggedIn(world, APPS.demo, 'han', { auth_tran_id: NAME, state: 's' }, visitor);
    await visitor.submit(page, { decision: 'cancel' });
    assert.deepEqual(await poll(world), {
      status: 'error',
      error: 'access_denied',
      error_description: 'User denied access',
      state: 's',
      error_code: '500',
    });
    await begin(world, APPS.demo, { prompt: 'none', auth_tran_id: NAME });
    assert.equal((await poll(world))['error'], 'login_required');
  });

  it('tells the code of the person who came by 변경 in place of the first', async () => {
    const visitor = world.visitor();
    const page = await loggedIn(world, APPS.demo, 'han', { auth_tran_id: NAME }, visitor);
    const chooser = await visitor.open(`${page.url.pathname}/account`);
    const { query } = await visitor.submit(chooser, { persona: 'returning' });
    assert.deepEqual(await poll(world), { status: 'ok', code: query['code'] });
  });

  it('tells the newest of two logins of one name', async () => {
    const first = await login(world);
    const second = await login(world);
    assert.notEqual(first.query['code'], second.query['code']);
    assert.equal((await poll(world))['code'], second.query['code']);
  });

  it('tells nothing under another name or another key, of the same app neither', async () => {
    await login(world);
    const javascript = (await world.app(APPS.demo)).keys.find(({ type }) => type === 'javascript')!.key;
    for (const params of [{ auth_tran_id: 'other' }, { client_id: javascript }, { client_id: (await world.key(APPS.secretOff)).key }]) {
      assert.deepEqual(await poll(world, params), PENDING);
    }
  });

  it('forgets the code with its ten minutes', async () => {
    const { query } = await login(world);
    world.clock.advance(9 * MINUTE);
    assert.equal((await poll(world))['code'], query['code']);
    world.clock.advance(MINUTE);
    assert.deepEqual(await poll(world), PENDING);
  });

  it('knows nothing of a login without a name', async () => {
    await goThrough(world, { app: APPS.demo, as: 'returning' });
    for (const name of ['', 'undefined']) assert.ok((await poll(world, { auth_tran_id: name }))['error']);
  });

  it('is read by a script of the partner’s page, and kept by no cache', async () => {
    const { headers } = await ask(world).set('Origin', 'https://shop.example.com');
    assert.equal(headers['access-control-allow-origin'], '*');
    assert.equal(headers['cache-control'], 'no-store');
  });
});

/** A linked user's login by this name, up to the partner's door. */
function login(world: World) {
  return goThrough(world, { app: APPS.demo, as: 'returning', params: { auth_tran_id: NAME } });
}

async function poll(world: World, params: Record<string, string> = {}): Promise<Record<string, string>> {
  return (await ask(world, params)).body as Record<string, string>;
}

function ask(world: World, params: Record<string, string> = {}) {
  const client_id = '5113e722fa0b88d1d050d47c3f5c3dbf';
  return supertest(world.url)
    .get('/apiweb/code.json')
    .query({ client_id, auth_tran_id: NAME, ka: 'sdk/2 os/javascript', ...params });
}

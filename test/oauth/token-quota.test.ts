/** Too many token requests (reference 1.6): KOE237 for a key that asks too often within a minute of the house clock. */
import assert from 'node:assert/strict';
import { MINUTE } from '../../src/clock.ts';
import { APPS, describeHouse, type World } from '../helpers/house.ts';
import { goThrough, redeem, token } from '../helpers/login.ts';

describeHouse('oauth · too many token requests', (world) => {
  it('are 400 KOE237 in Kakao’s words', async () => {
    await allow(world, 2);
    assert.deepEqual(await codes(world, 3), ['KOE320', 'KOE320', 'KOE237']);
    const { status, body } = await ask(world);
    assert.equal(status, 400);
    assert.deepEqual(body, {
      error: 'invalid_request',
      error_description: 'token request rate limit exceeded',
      error_code: 'KOE237',
    });
  });

  it('can be tried again once the minute is over, and the code is still good', async () => {
    await allow(world, 1);
    const { query } = await goThrough(world, { app: APPS.demo, as: 'returning' });
    await ask(world);
    await assert.rejects(redeem(world, APPS.demo, query.code!), /KOE237/);
    world.clock.advance(MINUTE - 5000);
    await assert.rejects(redeem(world, APPS.demo, query.code!), /KOE237/);
    world.clock.advance(5000);
    await redeem(world, APPS.demo, query.code!);
  });

  it('are counted for each key alone', async () => {
    await allow(world, 1);
    const javascript = (await world.app(APPS.demo)).keys.find(({ type }) => type === 'javascript')!.key;
    assert.deepEqual(await codes(world, 2), ['KOE320', 'KOE237']);
    assert.deepEqual(await codes(world, 2, { client_id: javascript }), ['KOE320', 'KOE237']);
    assert.deepEqual(await codes(world, 1, { client_id: (await world.key(APPS.secretOff)).key }), ['KOE320']);
  });

  it('count whatever comes of them: a wrong secret, no grant type', async () => {
    await allow(world, 2);
    assert.deepEqual(await codes(world, 1, { client_secret: 'wrong' }), ['KOE010']);
    assert.deepEqual(await codes(world, 2, { grant_type: '' }), ['KOE310', 'KOE237']);
  });

  it('do not count where the key is not known', async () => {
    await allow(world, 1);
    const [adminKey] = (await world.app(APPS.demo)).adminKeys;
    assert.deepEqual(await codes(world, 2, { client_id: 'unknown' }), ['KOE101', 'KOE101']);
    assert.deepEqual(await codes(world, 2, { client_id: adminKey! }), ['KOE008', 'KOE008']);
    assert.deepEqual(await codes(world, 2), ['KOE320', 'KOE237']);
  });

  it('begin at 1001 where nothing else is said', async () => {
    assert.equal((await world.app(APPS.demo)).switches.tokenRequestsPerMinute, 1000);
  });
});

async function allow(world: World, tokenRequestsPerMinute: number): Promise<void> {
  const { switches } = await world.app(APPS.demo);
  await world.change('apps', APPS.demo, { switches: { ...switches, tokenRequestsPerMinute } });
}

/** Asks so many times for tokens, and says how each was refused. */
async function codes(world: World, times: number, fields: Record<string, string> = {}): Promise<string[]> {
  const told: string[] = [];
  for (let i = 0; i < times; i += 1) told.push((await ask(world, fields)).body.error_code as string);
  return told;
}

/** A request that is in order but for its code. */
async function ask(world: World, fields: Record<string, string> = {}) {
  const { key, secret } = await world.key(APPS.demo);
  return token(world, { grant_type: 'authorization_code', client_id: key, client_secret: secret.value, code: 'none-such', ...fields });
}

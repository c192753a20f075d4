/** The provider's rows in our store: kept in house time, used up once, gone with their grant; clients are the apps themselves. */
import assert from 'node:assert/strict';
import type { Adapter } from 'oidc-provider';
import { DAY, HOUR, SECOND } from '../../src/clock.ts';
import { adapterOf } from '../../src/oauth/adapter.ts';
import { APPS, describeHouse, type World } from '../helpers/house.ts';

const PAYLOAD = { accountId: '01-han', clientId: 'c', grantId: 'g', nested: { list: ['한글', 1, null] }, iat: 100 };

describeHouse('oauth · the adapter', (world) => {
  it('brings back what was stored, not the object itself', async () => {
    const codes = adapter(world, 'AuthorizationCode');
    const payload = structuredClone(PAYLOAD);
    await codes.upsert('a', payload, 60);
    payload.nested.list.push('later');
    const found = await codes.find('a');
    assert.deepEqual(found, PAYLOAD);
    found.nested.list.push('later');
    assert.deepEqual(await codes.find('a'), PAYLOAD);
    assert.equal(await codes.find('b'), undefined);
    assert.equal(await adapter(world, 'AccessToken').find('a'), undefined);
  });

  it('O4 · lets a code be used up once, also by two who both found it fresh', async () => {
    const codes = adapter(world, 'AuthorizationCode');
    await codes.upsert('a', PAYLOAD, 60);
    assert.equal((await codes.find('a'))?.consumed, undefined);
    const both = await Promise.allSettled([codes.consume('a'), codes.consume('a')]);
    assert.deepEqual(both.map(({ status }) => status).toSorted(), ['fulfilled', 'rejected']);
    assert.ok((await codes.find('a'))?.consumed);
    await assert.rejects(codes.consume('a'), { error: 'invalid_grant' });
    await assert.rejects(codes.consume('never-there'), { error: 'invalid_grant' });
  });

  it('finds nothing from the very second that it expires on the house clock', async () => {
    const codes = adapter(world, 'AuthorizationCode');
    await codes.upsert('a', PAYLOAD, 3600);
    world.clock.advance(HOUR - 5 * SECOND);
    assert.ok(await codes.find('a'));
    world.clock.advance(5 * SECOND);
    assert.equal(await codes.find('a'), undefined);
  });

  it('hands times to the provider as its own clock would have them', async () => {
    const sessions = adapter(world, 'Session');
    const machine = Math.floor(Date.now() / SECOND);
    world.clock.advance(3 * DAY);
    await sessions.upsert('a', { uid: 'u', iat: machine, loginTs: machine, exp: machine + 86_400 }, 86_400);
    assert.deepEqual(await sessions.find('a'), { uid: 'u', iat: machine, loginTs: machine, exp: machine + 86_400 });
    world.clock.advance(HOUR);
    const later = (await sessions.find('a'))!;
    assert.deepEqual([later.exp, later['loginTs']], [machine + 86_400 - 3600, machine - 3600]);
  });

  it('finds a session by its uid, under the id that it has now', async () => {
    const sessions = adapter(world, 'Session');
    await sessions.upsert('old', { uid: 'u', accountId: 'x' }, 60);
    await sessions.destroy('old');
    await sessions.upsert('new', { uid: 'u', accountId: 'y' }, 60);
    assert.equal((await sessions.findByUid('u'))?.accountId, 'y');
    assert.equal(await sessions.findByUid('other'), undefined);
    assert.equal(await adapter(world, 'Interaction').findByUid('u'), undefined);
  });

  it('revokes by grant, one model at a time, and no other grant', async () => {
    for (const model of ['AccessToken', 'RefreshToken']) {
      await adapter(world, model).upsert('a', PAYLOAD, 60);
      await adapter(world, model).upsert('b', { ...PAYLOAD, grantId: 'other' }, 60);
    }
    await adapter(world, 'AccessToken').revokeByGrantId('g');
    assert.equal(await adapter(world, 'AccessToken').find('a'), undefined);
    assert.ok(await adapter(world, 'AccessToken').find('b'));
    assert.ok(await adapter(world, 'RefreshToken').find('a'));
  });

  it('reads clients from the apps: each key is one, with its own URIs and its secret while that is ON', async () => {
    const clients = adapter(world, 'Client');
    const [rest, javascript, native] = (await world.app(APPS.demo)).keys;
    const told = (await clients.find(rest!.key))!;
    assert.deepEqual([told.token_endpoint_auth_method, told.client_secret], ['client_secret_post', rest!.secret.value]);
    assert.deepEqual(told['redirect_uris'], rest!.redirectUris);
    const open = (await clients.find(javascript!.key))!;
    assert.deepEqual([open.token_endpoint_auth_method, open.client_secret], ['none', undefined]);
    assert.equal((await clients.find(native!.key))!['application_type'], 'native');
    assert.equal(await clients.find((await world.app(APPS.demo)).adminKeys[0]!), undefined);
  });
});

function adapter({ house }: World, model: string): Adapter {
  return adapterOf(house)(model);
}

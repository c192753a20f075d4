/** Signing keys are changed (reference 1.14: "keys rotate"): what a partner who keeps them, for long or for short, meets. */
import assert from 'node:assert/strict';
import { createRemoteJWKSet, decodeProtectedHeader, errors, jwtVerify } from 'jose';
import supertest from 'supertest';
import { command } from '../command/in-process.ts';
import { callApi } from '../control/api.ts';
import { describeHouse, APPS, type World } from '../helpers/house.ts';
import { signUp } from '../helpers/login.ts';
import { subscribe, told, verified } from '../helpers/told.ts';

describeHouse('signing keys', (world) => {
  const rotate = async () => (await callApi<{ kids: string[] }>(world, 'POST /key-rotations', {})).body.kids;

  it('are published with the one that signs first, and no more than two', async () => {
    const [first] = await published(world);
    const [second, former] = await rotate();
    assert.deepEqual([former, await published(world)], [first, [second, first]]);
    const [third] = await rotate();
    assert.deepEqual(await published(world), [third, second]);
    assert.equal(new Set([first, second, third]).size, 3);
  });

  it('are found by a partner who asks again for a kid that is new, and what was signed before the change still verifies', async () => {
    const keys = createRemoteJWKSet(new URL('/.well-known/jwks.json', world.url), { cooldownDuration: 0 });
    const before = await idTokenOf(world);
    await jwtVerify(before, keys);
    const [kid] = await rotate();
    const after = await idTokenOf(world);
    assert.equal(decodeProtectedHeader(after).kid, kid);
    for (const token of [before, after]) await jwtVerify(token, keys);
  });

  it('are not found by one who keeps what it has', async () => {
    const keys = createRemoteJWKSet(new URL('/.well-known/jwks.json', world.url), { cooldownDuration: Infinity });
    await jwtVerify(await idTokenOf(world), keys);
    await rotate();
    await assert.rejects(jwtVerify(await idTokenOf(world), keys), errors.JWKSNoMatchingKey);
  });

  it('that are two changes old verify no more, with tokeninfo either', async () => {
    const idToken = await idTokenOf(world);
    const ask = async () => (await supertest(world.url).post('/oauth/tokeninfo').type('form').send({ id_token: idToken })).status;
    assert.equal(await ask(), 200);
    await rotate();
    assert.equal(await ask(), 200);
    await rotate();
    assert.equal(await ask(), 400);
  });

  it('sign account callbacks, too', async () => {
    await subscribe(world, APPS.demo);
    const [kid] = await rotate();
    await signUp(world, { app: APPS.demo, as: 'han' });
    const callback = (await told(world, APPS.demo)).find(({ event }) => event.startsWith('account.'));
    assert.equal(decodeProtectedHeader(callback!.body).kid, kid);
    await verified(world, APPS.demo, callback!.body);
  });

  it('stay when the world begins anew', async () => {
    const kids = await rotate();
    await callApi(world, 'POST /resets', {});
    assert.deepEqual(await published(world), kids);
  });

  it('are changed by a command', async () => {
    const { code, stdout } = await command(world.url, 'rotate-keys');
    assert.deepEqual([code, stdout], [0, `what is signed from now on has the kid ${(await published(world))[0]}\n`]);
    const { stdout: told } = await command(world.url, 'rotate-keys', '--json');
    assert.deepEqual(JSON.parse(told), { kids: await published(world) });
  });
});

/** The kids of the document of keys. */
async function published({ url }: World): Promise<string[]> {
  const { keys } = (await supertest(url).get('/.well-known/jwks.json')).body as { keys: { kid: string }[] };
  return keys.map(({ kid }) => kid);
}

async function idTokenOf(world: World): Promise<string> {
  return (await signUp(world, { app: APPS.openidConnect, as: 'han' })).id_token!;
}

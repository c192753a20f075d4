/** What the token endpoint brings (reference 1.7, 1.10): fields and their order, lifetimes by type of key, the agreed items. */
import assert from 'node:assert/strict';
import { HOUR } from '../../src/clock.ts';
import type { AppKey } from '../../src/store/index.ts';
import { APPS, describeHouse, type World } from '../helpers/house.ts';
import { goThrough, signUp, token } from '../helpers/login.ts';

describeHouse('oauth · tokens', (world) => {
  it('come in these fields, in this order', async () => {
    const plain = await signUp(world, { app: APPS.demo, as: 'han' });
    const names = ['token_type', 'access_token', 'expires_in', 'refresh_token', 'refresh_token_expires_in', 'scope'];
    assert.deepEqual(Object.keys(plain), names);
    const openid = await signUp(world, { app: APPS.openidConnect, as: 'han' });
    assert.deepEqual(Object.keys(openid), names.toSpliced(2, 0, 'id_token'));
  });

  it('come as JSON in UTF-8 that no cache keeps (O15)', async () => {
    const { status, headers } = await redeemBy(world, 'rest');
    assert.equal(status, 200);
    assert.equal(headers['content-type'], 'application/json;charset=UTF-8');
    assert.deepEqual([headers['cache-control'], headers['pragma']], ['no-store', 'no-cache']);
  });

  it('name the agreed items by blanks, and openid where an ID token came', async () => {
    const { scope } = await signUp(world, { app: APPS.demo, as: 'han', agree: 'required' });
    assert.equal(scope, 'profile_nickname account_email');
    const openid = await signUp(world, { app: APPS.openidConnect, as: 'han', agree: 'required' });
    assert.equal(openid.scope, 'profile_nickname account_email openid');
  });

  it('name all that was agreed to over time, not only what this request named (O28)', async () => {
    await signUp(world, { app: APPS.demo, as: 'han', agree: 'required' });
    const { scope } = await signUp(world, { app: APPS.demo, as: 'han', params: { scope: 'birthday' } });
    assert.equal(scope, 'profile_nickname account_email birthday');
    const silent = await signUp(world, { app: APPS.demo, as: 'han', params: { scope: 'account_email' } });
    assert.equal(silent.scope, scope);
  });

  it('have no scope where nothing was agreed to', async () => {
    await world.change('apps', APPS.demo, { items: [] });
    const tokens = await signUp(world, { app: APPS.demo, as: 'han' });
    assert.ok(!('scope' in tokens));
  });

  it('outlive the session in which they came', async () => {
    const { refresh_token: refreshToken } = await signUp(world, { app: APPS.demo, as: 'han' });
    world.clock.advance(48 * HOUR);
    const { key, secret } = await world.key(APPS.demo);
    const answer = await token(world, {
      grant_type: 'refresh_token',
      client_id: key,
      client_secret: secret.value,
      refresh_token: refreshToken,
    });
    assert.equal(answer.status, 200);
  });
});

/** Tokens of `returning` through a key of this type. */
async function redeemBy(world: World, type: AppKey['type']) {
  const key = (await world.app(APPS.demo)).keys.find((each) => each.type === type)!;
  const params = { client_id: key.key, redirect_uri: key.redirectUris[0]! };
  const { query } = await goThrough(world, { app: APPS.demo, as: 'returning', params });
  const fields = { grant_type: 'authorization_code', client_id: key.key, redirect_uri: key.redirectUris[0]!, code: query.code! };
  return token(world, { ...fields, client_secret: key.secret.on ? key.secret.value : undefined });
}

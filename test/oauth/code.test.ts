/** An authorization code: good once, for ten minutes, for its own app; whoever uses it again ends what it brought (security O4 to O6). */
import assert from 'node:assert/strict';
import { MINUTE } from '../../src/clock.ts';
import { APPS, CALLBACK, describeHouse, type World } from '../helpers/house.ts';
import { api, goThrough, redeem, signUp, token } from '../helpers/login.ts';

describeHouse('oauth · an authorization code', (world) => {
  it('1 · O4 · redeemed twenty times at once brings tokens once', async () => {
    const code = await codeOf(world);
    const answers = await Promise.all(Array.from({ length: 20 }, async () => token(world, await fields(world, code))));
    assert.equal(answers.filter(({ status }) => status === 200).length, 1);
    for (const { body } of answers.filter(({ status }) => status !== 200)) assert.equal(body.error_code, 'KOE320');
  });

  it('2 · O5 · used again ends the tokens that it brought: user/me 401, refresh 400', async () => {
    const code = await codeOf(world);
    const tokens = await redeem(world, APPS.demo, code);
    await api(world, '/v2/user/me', tokens.access_token).expect(200);
    await assertUsedUp(world, code);
    await api(world, '/v2/user/me', tokens.access_token).expect(401);
    await api(world, '/v1/user/access_token_info', tokens.access_token).expect(401);
    assert.equal((await refresh(world, tokens.refresh_token)).body.error_code, 'KOE322');
  });

  it('2 · O5 · used again ends a token that was refreshed meanwhile, too', async () => {
    const code = await codeOf(world);
    const tokens = await redeem(world, APPS.demo, code);
    const { access_token: newer } = (await refresh(world, tokens.refresh_token)).body;
    await assertUsedUp(world, code);
    await api(world, '/v2/user/me', newer).expect(401);
  });

  it('O5 · used again ends no other login of the same person', async () => {
    const other = await signUp(world, { app: APPS.demo, as: 'returning' });
    const code = await codeOf(world);
    await redeem(world, APPS.demo, code);
    await assertUsedUp(world, code);
    await api(world, '/v2/user/me', other.access_token).expect(200);
    assert.equal((await refresh(world, other.refresh_token)).status, 200);
  });

  it('O5 · used again by another app ends nothing', async () => {
    const code = await codeOf(world);
    const { access_token: accessToken } = await redeem(world, APPS.demo, code);
    const { key } = await world.key(APPS.secretOff);
    assert.equal((await token(world, { grant_type: 'authorization_code', client_id: key, code })).body.error_code, 'KOE114');
    await api(world, '/v2/user/me', accessToken).expect(200);
  });

  it('used again after its ten minutes is only unknown', async () => {
    const code = await codeOf(world);
    const { access_token: accessToken } = await redeem(world, APPS.demo, code);
    world.clock.advance(11 * MINUTE);
    await assertUsedUp(world, code);
    await api(world, '/v2/user/me', accessToken).expect(200);
  });

  it('of a JavaScript key is redeemed with the REST API key of the app, as the SDK guide says, and not the other way round', async () => {
    const [rest, javascript] = (await world.app(APPS.demo)).keys;
    const ofSdk = await goThrough(world, { app: APPS.demo, as: 'returning', params: { client_id: javascript!.key } });
    assert.equal((await token(world, await fields(world, ofSdk.query.code!))).status, 200);
    const ofServer = { grant_type: 'authorization_code', client_id: javascript!.key, redirect_uri: CALLBACK, code: await codeOf(world) };
    assert.equal((await token(world, ofServer)).body.error_code, 'KOE114');
    assert.equal((await token(world, { ...ofServer, client_id: rest!.key, client_secret: rest!.secret.value })).status, 200);
  });

  it('is good for nothing once the person unlinked', async () => {
    const code = await codeOf(world);
    await world.house.consent.unlink(await world.app(APPS.demo), (await world.house.consent.link(APPS.demo, '03-returning'))!);
    await assertUsedUp(world, code);
  });

  it('is good for nothing once the account is gone', async () => {
    const code = await codeOf(world);
    await world.house.store.write(async (tx) => tx.remove('accounts', '03-returning'));
    assert.equal((await token(world, await fields(world, code))).body.error, 'invalid_grant');
  });
});

async function codeOf(world: World): Promise<string> {
  return (await goThrough(world, { app: APPS.demo, as: 'returning' })).query.code!;
}

async function fields(world: World, code: string): Promise<Record<string, string>> {
  const { key, secret } = await world.key(APPS.demo);
  return { grant_type: 'authorization_code', client_id: key, client_secret: secret.value, redirect_uri: CALLBACK, code };
}

async function assertUsedUp(world: World, code: string): Promise<void> {
  const { status, body } = await token(world, await fields(world, code));
  const description = `authorization code not found for code=${code}`;
  assert.deepEqual([status, body], [400, { error: 'invalid_grant', error_description: description, error_code: 'KOE320' }]);
}

async function refresh(world: World, refreshToken: string) {
  const { key, secret } = await world.key(APPS.demo);
  return token(world, { grant_type: 'refresh_token', client_id: key, client_secret: secret.value, refresh_token: refreshToken });
}

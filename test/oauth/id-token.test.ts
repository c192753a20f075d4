/** ID tokens as a client verifies them: with jose against the published keys, claim by claim (reference 1.11). */
import assert from 'node:assert/strict';
import { createRemoteJWKSet, decodeJwt, decodeProtectedHeader, jwtVerify } from 'jose';
import { HOUR, MINUTE } from '../../src/clock.ts';
import { APPS, CALLBACK, describeHouse, type World } from '../helpers/house.ts';
import { agreement, redeem, signUp, token, type Tokens } from '../helpers/login.ts';
import { loggedIn } from './helpers.ts';

const ALWAYS = ['aud', 'sub', 'auth_time', 'iss'];
const TIMES = ['exp', 'iat'];

describeHouse('oauth · the ID token', (world) => {
  for (const { as, agree, profile } of [
    { as: 'han', agree: 'required', profile: ['nickname', 'email'] },
    { as: 'no-email', agree: 'all', profile: ['nickname', 'picture'] },
    { as: 'unverified-email', agree: 'all', profile: ['nickname', 'picture'] },
    { as: 'invalid-email', agree: 'all', profile: ['nickname', 'picture'] },
    { as: 'default-profile', agree: 'all', profile: ['nickname', 'picture', 'email'] },
  ] as const) {
    it(`tells of ${as}, who agreed to ${agree}: ${profile.join(', ')}`, async () => {
      const tokens = await signUp(world, { app: APPS.openidConnect, as, agree });
      assert.deepEqual(Object.keys(claimsOf(tokens)), [...ALWAYS, ...profile, ...TIMES]);
    });
  }

  it('dates the login, not the consent or the redemption that came later', async () => {
    const visitor = world.visitor();
    const at = world.clock.seconds();
    const consent = await loggedIn(world, APPS.openidConnect, 'han', {}, visitor);
    world.clock.advance(40 * MINUTE);
    const { query } = await visitor.submit(consent, agreement(consent, 'all'));
    world.clock.advance(5 * MINUTE);
    const first = claimsOf(await redeem(world, APPS.openidConnect, query.code!));
    assertNear(first.auth_time, at);
    assertNear(first.iat, at + 45 * 60);
    world.clock.advance(10 * HOUR);
    const again = await signUp(world, { app: APPS.openidConnect, as: 'han', visitor });
    assertNear(claimsOf(again).auth_time, at);
    const anew = await signUp(world, { app: APPS.openidConnect, as: 'han', visitor, params: { prompt: 'login' } });
    assertNear(claimsOf(anew).auth_time, world.clock.seconds());
  });

  it('is in house time, so it is expired when the house says so', async () => {
    world.clock.advance(1000 * HOUR);
    const tokens = await signUp(world, { app: APPS.openidConnect, as: 'han' });
    const { payload } = await verified(world, tokens);
    assertNear(payload.iat, world.clock.seconds());
    world.clock.advance(6 * HOUR);
    await assert.rejects(verified(world, tokens), { code: 'ERR_JWT_EXPIRED' });
  });

  it('is the same person after a refresh, with the time of the login', async () => {
    const first = await signUp(world, { app: APPS.openidConnect, as: 'han' });
    world.clock.advance(3 * HOUR);
    const second = await refresh(world, first);
    const [before, after] = [claimsOf(first), claimsOf(second)];
    assert.deepEqual([after.sub, after.aud, after.iss], [before.sub, before.aud, before.iss]);
    assertNear(after.auth_time, before.auth_time as number);
    assertNear(after.iat, before.iat! + 3 * 3600);
    assert.equal(after.exp! - after.iat!, second.expires_in);
    await verified(world, second);
  });

  it('follows what the person agrees to later', async () => {
    const required = await signUp(world, { app: APPS.openidConnect, as: 'han', agree: 'required' });
    assert.equal(claimsOf(required).picture, undefined);
    const more = await signUp(world, { app: APPS.openidConnect, as: 'han', params: { scope: 'openid,profile_image' } });
    assert.ok(claimsOf(more).picture);
  });
});

/** As a relying party does it; its clock is the house's. */
function verified(world: World, { id_token: idToken }: Tokens) {
  const keys = createRemoteJWKSet(new URL(`${world.url}/.well-known/jwks.json`));
  return jwtVerify(idToken!, keys, { issuer: world.url, algorithms: ['RS256'], typ: 'JWT', currentDate: new Date(world.clock.now()) });
}

function claimsOf({ id_token: idToken }: Tokens) {
  assert.equal(decodeProtectedHeader(idToken!).alg, 'RS256');
  return decodeJwt(idToken!);
}

/** Within a few seconds: what the test itself takes. */
function assertNear(got: unknown, expected: number): void {
  assert.ok(typeof got === 'number' && Math.abs(got - expected) <= 10, `${got} is near ${expected}`);
}

async function refresh(world: World, { refresh_token: refreshToken }: Tokens): Promise<Tokens> {
  const { key, secret } = await world.key(APPS.openidConnect);
  const fields = { grant_type: 'refresh_token', client_id: key, client_secret: secret.value, redirect_uri: CALLBACK };
  return (await token(world, { ...fields, refresh_token: refreshToken })).body as Tokens;
}

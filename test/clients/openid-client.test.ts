/** openid-client 6 (certified by the OpenID Foundation): real discovery, nonce, PKCE, ID token, user info, refresh. */
import assert from 'node:assert/strict';
import * as openid from 'openid-client';
import { HOUR } from '../../src/clock.ts';
import { APPS, CALLBACK, describeHouse, type World } from '../helpers/house.ts';
import { walk } from './walk.ts';

describeHouse('clients · openid-client', (world) => {
  it('discovers what Kakao publishes, and posts the client secret', async () => {
    const metadata = (await discover(world)).serverMetadata();
    assert.equal(metadata.issuer, world.url);
    assert.equal(metadata.authorization_endpoint, `${world.url}/oauth/authorize`);
    assert.equal(metadata.userinfo_endpoint, `${world.url}/v1/oidc/userinfo`);
    assert.deepEqual(metadata.token_endpoint_auth_methods_supported, ['client_secret_post']);
    assert.equal(metadata.supportsPKCE(), true);
  });

  it('logs in with nonce and PKCE, and validates the ID token and its signature', async () => {
    const config = await discover(world);
    const attempt = await begin(config);
    const { callback } = await walk(world, attempt.url, { as: 'han' });
    const tokens = await attempt.end(callback);
    const { number } = (await world.house.consent.link(APPS.openidConnect, '01-han'))!;
    const { iat, exp, auth_time: authTime, ...claims } = tokens.claims()!;
    assert.deepEqual(claims, {
      aud: (await world.key(APPS.openidConnect)).key,
      sub: number,
      iss: world.url,
      nickname: '한가람',
      picture: `${world.url}/assets/pictures/han-110.png`,
      email: 'han@example.com',
      nonce: attempt.nonce,
    });
    assert.equal(exp - iat, tokens.expires_in);
    assert.ok(authTime! <= iat);
    assert.equal(tokens.token_type, 'bearer');
    assert.ok(tokens.scope?.split(' ').includes('openid'));

    assert.deepEqual(await openid.fetchUserInfo(config, tokens.access_token, number), {
      sub: number,
      nickname: '한가람',
      picture: `${world.url}/assets/pictures/han-640.png`,
      email: 'han@example.com',
      email_verified: true,
      gender: 'female',
      birthdate: '0000-03-15',
      phone_number: '+82 10-0000-0001',
      phone_number_verified: true,
    });
  });

  it('keeps all 19 digits of a user number as subject, and refreshes with an ID token of the same one', async () => {
    const config = await discover(world);
    const { tokens, seen } = await logIn(world, config);
    assert.deepEqual(seen, ['login'], 'a returning user sees no consent screen');
    assert.equal(tokens.claims()?.sub, '4012345678901234567');
    assert.equal((await openid.fetchUserInfo(config, tokens.access_token, '4012345678901234567')).nickname, '큰번호');

    const refreshed = await openid.refreshTokenGrant(config, tokens.refresh_token!);
    assert.equal(refreshed.claims()?.sub, '4012345678901234567');
    assert.equal(refreshed.refresh_token, undefined);
    assert.notEqual(refreshed.access_token, tokens.access_token);
  });

  it('reads the expired access token from the WWW-Authenticate header', async () => {
    const config = await discover(world);
    const { tokens } = await logIn(world, config);
    world.clock.advance(6 * HOUR);
    await assert.rejects(openid.fetchUserInfo(config, tokens.access_token, openid.skipSubjectCheck), (error: Error) => {
      assert.ok(error instanceof openid.WWWAuthenticateChallengeError, String(error));
      assert.equal(error.status, 401);
      assert.deepEqual([error.cause[0]?.scheme, error.cause[0]?.parameters.error], ['bearer', 'invalid_token']);
      return true;
    });
  });

  it('reports 취소 as an AuthorizationResponseError', async () => {
    const attempt = await begin(await discover(world));
    const { callback } = await walk(world, attempt.url, { as: 'han', consent: 'cancel' });
    await assert.rejects(attempt.end(callback), {
      name: 'AuthorizationResponseError',
      error: 'access_denied',
      error_description: 'User denied access',
    });
  });

  it('reports a login without a screen that needs one, by prompt=none', async () => {
    const attempt = await begin(await discover(world), { prompt: 'none' });
    const { callback } = await walk(world, attempt.url, { as: 'han' });
    await assert.rejects(attempt.end(callback), { name: 'AuthorizationResponseError', error: 'login_required' });
  });

  it('reports a wrong PKCE verifier, and the code is still good', async () => {
    const config = await discover(world);
    const attempt = await begin(config);
    const { callback } = await walk(world, attempt.url, { as: 'han' });
    await assert.rejects(attempt.end(callback, openid.randomPKCECodeVerifier()), answered(400, 'invalid_grant'));
    assert.ok((await attempt.end(callback)).access_token);
  });

  it('reports HTTP Basic as an unknown client, as Kakao reads the form only', async () => {
    const config = await discover(world, (secret) => openid.ClientSecretBasic(secret));
    const attempt = await begin(config);
    const { callback } = await walk(world, attempt.url, { as: 'han' });
    const refusal = { ...answered(401, 'invalid_client'), error_description: 'Not exist client_id [null]' };
    await assert.rejects(attempt.end(callback), refusal);
  });
});

async function discover(
  world: World,
  authentication: (secret: string) => openid.ClientAuth = openid.ClientSecretPost,
): Promise<openid.Configuration> {
  const { key, secret } = await world.key(APPS.openidConnect);
  const execute = [openid.allowInsecureRequests, openid.enableNonRepudiationChecks];
  return openid.discovery(new URL(world.url), key, undefined, authentication(secret.value), { execute });
}

/** One login: the way to Kakao, and what is made of the callback. */
async function begin(config: openid.Configuration, params: Record<string, string> = {}) {
  const [state, nonce, verifier] = [openid.randomState(), openid.randomNonce(), openid.randomPKCECodeVerifier()];
  const challenge = await openid.calculatePKCECodeChallenge(verifier);
  const url = openid.buildAuthorizationUrl(config, {
    redirect_uri: CALLBACK,
    state,
    nonce,
    code_challenge: challenge,
    code_challenge_method: 'S256',
    ...params,
  });
  const end = (callback: URL, pkceCodeVerifier = verifier) =>
    openid.authorizationCodeGrant(config, callback, {
      pkceCodeVerifier,
      expectedState: state,
      expectedNonce: nonce,
      idTokenExpected: true,
    });
  return { url, nonce, end };
}

/** The login of somebody who comes back. */
async function logIn(world: World, config: openid.Configuration) {
  const attempt = await begin(config);
  const { callback, seen } = await walk(world, attempt.url, { as: 'big-number' });
  return { tokens: await attempt.end(callback), seen };
}

function answered(status: number, error: string) {
  return { name: 'ResponseBodyError', status, error };
}

/** arctic 3: small OAuth clients on fetch; the profile is the app's own call. */
import assert from 'node:assert/strict';
import { generateState, Kakao, OAuth2RequestError } from 'arctic';
import { HOUR } from '../../src/clock.ts';
import { APPS, CALLBACK, describeHouse, type World } from '../helpers/house.ts';
import { leadKakaoHosts } from './kakao-hosts.ts';
import { walk } from './walk.ts';

describeHouse('clients · arctic', (world) => {
  const asked = leadKakaoHosts(world);

  it('logs in with scopes joined by blanks and reads every token field', async () => {
    const kakao = await openClient(world, APPS.demo);
    const state = generateState();
    const url = kakao.createAuthorizationURL(state, ['account_email', 'profile_nickname']);
    assert.equal(url.searchParams.get('scope'), 'account_email profile_nickname');

    const { callback, seen } = await walk(world, url, { as: 'han', consent: 'required' });
    assert.deepEqual(seen, ['login', 'consent']);
    assert.equal(callback.searchParams.get('state'), state);
    const before = Date.now();
    const tokens = await kakao.validateAuthorizationCode(callback.searchParams.get('code')!);
    assert.equal(tokens.tokenType(), 'bearer');
    assert.equal(tokens.accessTokenExpiresInSeconds(), 6 * 3600 - 1);
    assert.ok(tokens.accessTokenExpiresAt().getTime() >= before + 6 * HOUR - 1000);
    assert.equal(tokens.hasRefreshToken(), true);
    assert.deepEqual(tokens.scopes().sort(), ['account_email', 'profile_nickname']);
    assert.equal((tokens.data as { refresh_token_expires_in: number }).refresh_token_expires_in, 60 * 86_400 - 1);

    const me = (await meOf(tokens.accessToken())) as { kakao_account: { profile: object } };
    assert.deepEqual(me.kakao_account.profile, { nickname: '한가람', is_default_nickname: false });
    assert.deepEqual(asked, ['POST https://kauth.kakao.com/oauth/token', 'GET https://kapi.kakao.com/v2/user/me']);
  });

  it('refreshes: a new access token, and the old refresh token goes on', async () => {
    const kakao = await openClient(world, APPS.demo);
    const first = await logIn(world, kakao, 'returning');
    world.clock.advance(7 * HOUR);
    assert.deepEqual(await meOf(first.accessToken()), { msg: 'this access token is already expired', code: -401 });
    const second = await kakao.refreshAccessToken(first.refreshToken());
    assert.equal(second.hasRefreshToken(), false);
    assert.equal(((await meOf(second.accessToken())) as { id: number }).id, 3900000001);
  });

  it('gets a new refresh token in the last month of the old one', async () => {
    const kakao = await openClient(world, APPS.demo);
    const first = await logIn(world, kakao, 'returning');
    world.clock.advance(40 * 24 * HOUR);
    const second = await kakao.refreshAccessToken(first.refreshToken());
    assert.notEqual(second.refreshToken(), first.refreshToken());
    await assert.rejects(kakao.refreshAccessToken(first.refreshToken()), isRefusal('invalid_grant', 'expired_or_invalid_refresh_token'));
  });

  it('works with any secret where the client secret is OFF, and is refused a wrong one where it is ON', async () => {
    const open = await openClient(world, APPS.secretOff, 'undefined');
    assert.ok((await logIn(world, open, 'han')).accessToken());
    const closed = await openClient(world, APPS.demo, 'undefined');
    await assert.rejects(logIn(world, closed, 'han'), isRefusal('invalid_client', 'Bad client credentials'));
  });

  it('brings the ID token of an OpenID Connect app', async () => {
    const tokens = await logIn(world, await openClient(world, APPS.openidConnect), 'han');
    assert.equal(tokens.idToken().split('.').length, 3);
    assert.ok(tokens.hasScopes() && tokens.scopes().includes('openid'));
  });

  it('leaves 취소 to the app: an error and no code at the callback', async () => {
    const kakao = await openClient(world, APPS.demo);
    const { callback } = await walk(world, kakao.createAuthorizationURL('s', []), { as: 'han', consent: 'cancel' });
    assert.equal(callback.search, '?error=access_denied&error_description=User%20denied%20access&state=s');
  });

  it('reports a code that was used before', async () => {
    const kakao = await openClient(world, APPS.demo);
    const { callback } = await walk(world, kakao.createAuthorizationURL('s', []), { as: 'returning' });
    const code = callback.searchParams.get('code')!;
    await kakao.validateAuthorizationCode(code);
    await assert.rejects(
      kakao.validateAuthorizationCode(code),
      isRefusal('invalid_grant', `authorization code not found for code=${code}`),
    );
  });
});

async function openClient(world: World, app: string, secret?: string): Promise<Kakao> {
  const { key, secret: registered } = await world.key(app);
  return new Kakao(key, secret ?? registered.value, CALLBACK);
}

async function logIn(world: World, kakao: Kakao, as: string) {
  const { callback } = await walk(world, kakao.createAuthorizationURL(generateState(), []), { as });
  return kakao.validateAuthorizationCode(callback.searchParams.get('code')!);
}

/** As arctic's guide has apps do it. */
async function meOf(accessToken: string): Promise<object> {
  const response = await fetch('https://kapi.kakao.com/v2/user/me', { headers: { Authorization: `Bearer ${accessToken}` } });
  return (await response.json()) as object;
}

function isRefusal(code: string, description: string) {
  return (error: unknown): boolean => {
    assert.ok(error instanceof OAuth2RequestError, String(error));
    assert.deepEqual([error.code, error.description], [code, description]);
    return true;
  };
}

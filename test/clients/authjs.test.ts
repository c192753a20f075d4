/** Auth.js (@auth/core) with its Kakao provider as it is shipped: OAuth 2 without OpenID Connect, PKCE, an empty scope. */
import assert from 'node:assert/strict';
import { APPS, describeHouse, type World } from '../helpers/house.ts';
import { openSite, SITE } from './authjs-site.ts';
import { leadKakaoHosts } from './kakao-hosts.ts';
import { walk } from './walk.ts';

const REDIRECT_URI = `${SITE}/api/auth/callback/kakao`;

describeHouse('clients · Auth.js', (world) => {
  const asked = leadKakaoHosts(world);

  it('logs in with an empty scope and PKCE, and opens its session', async () => {
    const site = await siteOf(world, APPS.demo);
    const url = await site.signIn();
    assert.equal(url.searchParams.get('scope'), '');
    assert.equal(url.searchParams.get('redirect_uri'), REDIRECT_URI);
    assert.equal(url.searchParams.get('code_challenge_method'), 'S256');

    const { callback, seen } = await walk(world, url, { as: 'han' });
    assert.deepEqual(seen, ['login', 'consent']);
    assert.equal(await site.comeBack(callback), `${SITE}/`);
    assert.deepEqual((await site.session())?.user, {
      name: '한가람',
      email: 'han@example.com',
      image: `${world.url}/assets/pictures/han-640.png`,
    });

    const [{ account, profile } = assert.fail('nobody signed in')] = site.signedIn;
    const { number } = (await world.house.consent.link(APPS.demo, '01-han'))!;
    assert.equal(account.providerAccountId, number);
    assert.equal(account.type, 'oauth');
    assert.equal(account.token_type, 'bearer');
    assert.equal(account.expires_in, 6 * 3600 - 1);
    assert.equal(account.id_token, undefined);
    assert.match(account.refresh_token!, /^[\w-]{40,}$/);
    assert.ok(account.scope?.split(' ').includes('profile_nickname'));
    assert.equal(profile.id, Number(number));
    assert.equal(profile.kakao_account?.is_email_verified, true);
    assert.deepEqual(asked, ['POST https://kauth.kakao.com/oauth/token', 'GET https://kapi.kakao.com/v2/user/me']);
  });

  it('works with the client secret OFF, whatever it sends', async () => {
    const site = await siteOf(world, APPS.secretOff, 'undefined');
    const { callback } = await walk(world, await site.signIn(), { as: 'no-email' });
    await site.comeBack(callback);
    // Without an e-mail address the session has no such field.
    assert.deepEqual(Object.keys((await site.session())?.user ?? {}).sort(), ['image', 'name']);
  });

  it('shows a returning user no screen, and knows them again', async () => {
    const site = await siteOf(world, APPS.demo);
    const visitor = world.visitor();
    await site.comeBack((await walk(world, await site.signIn(), { as: 'returning', visitor })).callback);
    const second = await walk(world, await site.signIn(), { as: 'returning', visitor });
    assert.deepEqual(second.seen, []);
    await site.comeBack(second.callback);
    assert.deepEqual(
      site.signedIn.map(({ account }) => account.providerAccountId),
      ['3900000001', '3900000001'],
    );
  });

  it('reports 취소 on its sign-in page', async () => {
    const site = await siteOf(world, APPS.demo);
    const { callback } = await walk(world, await site.signIn(), { as: 'han', consent: 'cancel' });
    assert.equal(await site.comeBack(callback), `${SITE}/api/auth/signin?error=OAuthCallbackError`);
    assert.match(site.errors.join(), /^OAuthCallbackError: OAuth Provider returned an error\./);
    assert.equal(await site.session(), null);
  });

  it('fails on an OpenID Connect app, as it does at Kakao: it expects no ID token', async () => {
    const site = await siteOf(world, APPS.openidConnect);
    const { callback } = await walk(world, await site.signIn(), { as: 'big-number' });
    assert.equal(await site.comeBack(callback), `${SITE}/api/auth/error?error=Configuration`);
    assert.deepEqual(site.signedIn, []);
    assert.match(String((site.errors[0]!.cause as { err?: Error }).err), /iss/);
  });
});

async function siteOf(world: World, app: string, clientSecret?: string) {
  const { key, secret } = await world.key(app);
  return openSite(key, clientSecret ?? secret.value);
}

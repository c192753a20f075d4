/** passport-kakao 1.0 with passport 0.7: the strategy as an Express app mounts it, on node:https. */
import assert from 'node:assert/strict';
import type { Options } from 'passport-kakao';
import { APPS, CALLBACK, describeHouse, type World } from '../helpers/house.ts';
import { leadKakaoHosts } from './kakao-hosts.ts';
import { openShop } from './passport-shop.ts';
import { walk } from './walk.ts';

describeHouse('clients · passport-kakao', (world) => {
  const asked = leadKakaoHosts(world);

  it('logs in with the client secret, scopes joined by commas, and its state', async () => {
    const shop = await shopOf(world, APPS.demo, {
      clientSecret: await secretOf(world),
      scope: ['profile_nickname', 'account_email'],
      state: true,
    });
    const { location } = await shop.visit('/auth/kakao');
    assert.equal(new URL(location!).searchParams.get('scope'), 'profile_nickname,account_email');

    const { callback, seen } = await walk(world, location!, { as: 'han' });
    assert.deepEqual(seen, ['login', 'consent']);
    const { user, error } = await shop.visit(callback.href);
    assert.ifError(error);
    const link = await world.house.consent.link(APPS.demo, '01-han');
    const { accessToken, refreshToken, profile } = user!;
    assert.match(accessToken, /^[\w-]{40,}$/);
    assert.match(refreshToken, /^[\w-]{40,}$/);
    assert.equal(profile.provider, 'kakao');
    assert.equal(profile.id, Number(link!.number));
    assert.equal(profile.username, '한가람');
    assert.equal(profile.displayName, '한가람');
    assert.deepEqual(JSON.parse(profile._raw), profile._json);
    assert.deepEqual(profile._json.properties, {
      nickname: '한가람',
      profile_image: `${world.url}/assets/pictures/han-640.png`,
      thumbnail_image: `${world.url}/assets/pictures/han-110.png`,
    });
    assert.equal((profile._json.kakao_account as { email: string }).email, 'han@example.com');
    assert.deepEqual(asked, [
      'POST https://kauth.kakao.com/oauth/token',
      `GET https://kapi.kakao.com/v2/user/me?access_token=${accessToken}`,
    ]);
  });

  it('logs in with the literal secret "kakao" where the client secret is OFF', async () => {
    const shop = await shopOf(world, APPS.secretOff);
    const { callback } = await walk(world, (await shop.visit('/auth/kakao')).location!, { as: 'new' });
    assert.equal((await shop.visit(callback.href)).user?.profile.username, '새봄');
  });

  it('is told "Bad client credentials" for the literal secret "kakao" where the client secret is ON', async () => {
    const shop = await shopOf(world, APPS.demo);
    const { callback } = await walk(world, (await shop.visit('/auth/kakao')).location!, { as: 'han' });
    const { user, error } = await shop.visit(callback.href);
    assert.equal(user, undefined);
    assert.deepEqual([error?.name, error?.message], ['TokenError', 'Bad client credentials']);
    assert.equal((error as { code?: string }).code, 'invalid_client');
  });

  it('reads the profile of an OpenID Connect app too', async () => {
    const { value } = (await world.key(APPS.openidConnect)).secret;
    const shop = await shopOf(world, APPS.openidConnect, { clientSecret: value });
    const { callback } = await walk(world, (await shop.visit('/auth/kakao')).location!, { as: 'big-number' });
    const { user } = await shop.visit(callback.href);
    assert.match(user!.profile._raw, /"id":4012345678901234567,/);
    assert.equal(user!.profile.username, '큰번호');
  });

  it('shows a returning user no screen, and knows them again', async () => {
    const shop = await shopOf(world, APPS.demo, { clientSecret: await secretOf(world) });
    const visitor = world.visitor();
    const first = await walk(world, (await shop.visit('/auth/kakao')).location!, { as: 'returning', visitor });
    assert.deepEqual(first.seen, ['login']);
    const second = await walk(world, (await shop.visit('/auth/kakao')).location!, { as: 'returning', visitor });
    assert.deepEqual(second.seen, []);
    assert.equal((await shop.visit(second.callback.href)).user?.profile.id, 3900000001);
  });

  it('reports 취소 as a failed login with the words of Kakao', async () => {
    const shop = await shopOf(world, APPS.demo, { clientSecret: await secretOf(world), state: true });
    const { callback } = await walk(world, (await shop.visit('/auth/kakao')).location!, { as: 'han', consent: 'cancel' });
    const { user, error, info } = await shop.visit(callback.href);
    assert.deepEqual([user, error, info], [undefined, null, { message: 'User denied access' }]);
    assert.deepEqual(asked, []);
  });
});

async function shopOf(world: World, app: string, options: Partial<Options> = {}) {
  return openShop({ clientID: (await world.key(app)).key, callbackURL: CALLBACK, ...options });
}

async function secretOf(world: World): Promise<string> {
  return (await world.key(APPS.demo)).secret.value;
}

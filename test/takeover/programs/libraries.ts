/** arctic, passport-kakao, Auth.js and openid-client as they come from npm, at Kakao's own addresses. Prints who signed in with each. */
import { Kakao } from 'arctic';
import * as openid from 'openid-client';
import { openSite } from '../../clients/authjs-site.ts';
import { openShop } from '../../clients/passport-shop.ts';
import { walk } from '../../clients/walk.ts';
import { APPS, CALLBACK } from '../../helpers/house.ts';
import { Visitor } from '../../helpers/visitor.ts';
import { app } from '../../helpers/world.ts';

const KAUTH = 'https://kauth.kakao.com';
const browser = { url: KAUTH, visitor: () => new Visitor(KAUTH) };

const said = {
  arctic: await withArctic(),
  'passport-kakao': await withPassport(),
  'Auth.js': await withAuthJs(),
  'openid-client': await withOpenidClient(),
};
process.stdout.write(`${JSON.stringify(said)}\n`);

async function withArctic(): Promise<unknown> {
  const { clientId, clientSecret } = keysOf(APPS.demo);
  const kakao = new Kakao(clientId, clientSecret, CALLBACK);
  const { callback } = await walk(browser, kakao.createAuthorizationURL('state', []), { as: 'no-email' });
  const tokens = await kakao.validateAuthorizationCode(callback.searchParams.get('code')!);
  const me = await fetch('https://kapi.kakao.com/v2/user/me', { headers: { Authorization: `Bearer ${tokens.accessToken()}` } });
  return ((await me.json()) as { properties: { nickname: string } }).properties.nickname;
}

async function withPassport(): Promise<unknown> {
  const { clientId, clientSecret } = keysOf(APPS.demo);
  const shop = openShop({ clientID: clientId, clientSecret, callbackURL: CALLBACK });
  const { callback } = await walk(browser, (await shop.visit('/auth/kakao')).location!, { as: 'returning' });
  return (await shop.visit(callback.href)).user?.profile.displayName;
}

async function withAuthJs(): Promise<unknown> {
  const { clientId, clientSecret } = keysOf(APPS.demo);
  const site = openSite(clientId, clientSecret);
  const { callback } = await walk(browser, await site.signIn(), { as: 'foreign-phone' });
  await site.comeBack(callback);
  return (await site.session())?.user;
}

async function withOpenidClient(): Promise<unknown> {
  const { clientId, clientSecret } = keysOf(APPS.openidConnect);
  const execute = [openid.enableNonRepudiationChecks];
  const config = await openid.discovery(new URL(KAUTH), clientId, undefined, openid.ClientSecretPost(clientSecret), { execute });
  const [nonce, verifier] = [openid.randomNonce(), openid.randomPKCECodeVerifier()];
  const way = openid.buildAuthorizationUrl(config, {
    redirect_uri: CALLBACK,
    nonce,
    code_challenge: await openid.calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
  });
  const { callback } = await walk(browser, way, { as: 'han' });
  const tokens = await openid.authorizationCodeGrant(config, callback, { pkceCodeVerifier: verifier, expectedNonce: nonce });
  const { iss, nickname } = tokens.claims()!;
  const info = await openid.fetchUserInfo(config, tokens.access_token, tokens.claims()!.sub);
  return { iss, nickname, picture: info.picture };
}

function keysOf(id: string): { clientId: string; clientSecret: string } {
  const rest = app(id).keys.find(({ type }) => type === 'rest')!;
  return { clientId: rest.key, clientSecret: rest.secret.value };
}

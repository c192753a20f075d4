/** `POST /oauth/tokeninfo` (reference 1.12): for how long, and KOE400 for everything that is no ID token of ours. */
import assert from 'node:assert/strict';
import { decodeJwt, decodeProtectedHeader, exportJWK, generateKeyPair, importJWK, type JWTPayload, SignJWT, UnsecuredJWT } from 'jose';
import supertest from 'supertest';
import { HOUR, MINUTE } from '../../src/clock.ts';
import { APPS, describeHouse, type World } from '../helpers/house.ts';
import { signUp } from '../helpers/login.ts';

describeHouse('oauth · tokeninfo', (world) => {
  it('knows a token until it expires on the house clock', async () => {
    const idToken = await idTokenOf(world);
    world.clock.advance(6 * HOUR - MINUTE);
    assert.equal((await ask(world, { id_token: idToken })).status, 200);
    world.clock.advance(2 * MINUTE);
    assertRefused(await ask(world, { id_token: idToken }), 'ID token expired');
  });

  it('takes a token that was issued after the house clock was moved ahead', async () => {
    world.clock.advance(400 * 24 * HOUR);
    assert.equal((await ask(world, { id_token: await idTokenOf(world) })).status, 200);
  });

  const forged: { what: string; forge: (idToken: string, world: World) => string | Promise<string> }[] = [
    { what: 'no token at all', forge: () => 'not-a-token' },
    { what: 'another signature', forge: (idToken) => `${idToken.slice(0, idToken.lastIndexOf('.'))}.c2ln` },
    { what: 'a payload that was changed', forge: withOtherSubject },
    { what: 'the key of somebody else', forge: signedByAStranger },
    { what: 'no signature (alg none)', forge: (idToken) => new UnsecuredJWT(decodeJwt(idToken)).encode() },
    {
      what: 'our own key in the name of another issuer',
      forge: (idToken, { house }) => signedByUs(idToken, house, 'https://kauth.kakao.com'),
    },
  ];
  for (const { what, forge } of forged) {
    it(`refuses a token with ${what}`, async () => {
      assertRefused(await ask(world, { id_token: await forge(await idTokenOf(world), world) }), 'ID token is invalid');
    });
  }

  for (const fields of [{}, { id_token: '' }, { access_token: 'x' }]) {
    it(`refuses a form without the token: ${JSON.stringify(fields)}`, async () => {
      assertRefused(await ask(world, fields), 'id_token is missing');
    });
  }

  it('refuses an access token', async () => {
    const { access_token: accessToken } = await signUp(world, { app: APPS.openidConnect, as: 'han' });
    assertRefused(await ask(world, { id_token: accessToken }), 'ID token is invalid');
  });
});

async function idTokenOf(world: World, params: Record<string, string> = {}): Promise<string> {
  return (await signUp(world, { app: APPS.openidConnect, as: 'han', params })).id_token!;
}

function ask(world: World, fields: Record<string, string>) {
  return supertest(world.url).post('/oauth/tokeninfo').type('form').send(fields);
}

function assertRefused(answer: supertest.Response, description: string): void {
  assert.equal(answer.status, 400);
  assert.deepEqual(answer.body, { error: 'invalid_token', error_description: description, error_code: 'KOE400' });
  assert.equal(answer.headers['cache-control'], 'no-store');
}

function withOtherSubject(idToken: string): string {
  const [header, , signature] = idToken.split('.');
  const payload = Buffer.from(JSON.stringify({ ...decodeJwt(idToken), sub: '1' })).toString('base64url');
  return [header, payload, signature].join('.');
}

/** The same words and the same key id, under a key that is not ours. */
async function signedByAStranger(idToken: string): Promise<string> {
  const { privateKey } = await generateKeyPair('RS256', { extractable: true });
  return sign(decodeJwt(idToken), { ...(await exportJWK(privateKey)), kid: decodeProtectedHeader(idToken).kid! });
}

function signedByUs(idToken: string, { secrets }: World['house'], iss: string): Promise<string> {
  return sign({ ...decodeJwt(idToken), iss }, secrets.signingKey);
}

async function sign(payload: JWTPayload, key: World['house']['secrets']['signingKey']): Promise<string> {
  return new SignJWT(payload).setProtectedHeader({ alg: 'RS256', typ: 'JWT', kid: key.kid! }).sign(await importJWK(key, 'RS256'));
}

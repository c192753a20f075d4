/** Discovery and keys: Kakao's fields and no others (reference 1.13–1.15), wherever the request says it came to (security O24). */
import assert from 'node:assert/strict';
import supertest from 'supertest';
import { describeHouse } from '../helpers/house.ts';

const CONFIGURATION = '/.well-known/openid-configuration';
const KEYS = '/.well-known/jwks.json';
const EVENTS = '/.well-known/sse-configuration';

describeHouse('oauth · discovery', (world) => {
  it('has exactly the fields of Kakao, at our address', async () => {
    const { body, headers } = await supertest(world.url).get(CONFIGURATION).expect(200);
    assert.deepEqual(body, {
      issuer: world.url,
      authorization_endpoint: `${world.url}/oauth/authorize`,
      token_endpoint: `${world.url}/oauth/token`,
      userinfo_endpoint: `${world.url}/v1/oidc/userinfo`,
      jwks_uri: `${world.url}/.well-known/jwks.json`,
      token_endpoint_auth_methods_supported: ['client_secret_post'],
      subject_types_supported: ['public'],
      id_token_signing_alg_values_supported: ['RS256'],
      request_uri_parameter_supported: false,
      response_types_supported: ['code'],
      response_modes_supported: ['query'],
      grant_types_supported: ['authorization_code', 'refresh_token'],
      code_challenge_methods_supported: ['S256'],
      claims_supported: ['iss', 'aud', 'sub', 'auth_time', 'exp', 'iat', 'nonce', 'nickname', 'picture', 'email'],
    });
    assert.equal(headers['content-type'], 'application/json;charset=UTF-8');
  });

  it('names addresses that are there', async () => {
    const { body } = await supertest(world.url).get(CONFIGURATION);
    for (const name of ['authorization_endpoint', 'token_endpoint', 'userinfo_endpoint', 'jwks_uri']) {
      const { status } = await supertest(world.url).get(new URL(body[name] as string).pathname);
      assert.notEqual(status, 404, name);
    }
  });

  it('publishes the public half of the signing key, and nothing of the other half', async () => {
    const { body, headers } = await supertest(world.url).get(KEYS).expect(200);
    const { kid, n } = world.house.secrets.signingKey;
    assert.deepEqual(body, { keys: [{ kid, kty: 'RSA', alg: 'RS256', use: 'sig', n, e: 'AQAB' }] });
    assert.equal(headers['content-type'], 'application/json;charset=UTF-8');
  });

  it('says how security events are delivered, as one text and no list', async () => {
    const { body, headers } = await supertest(world.url).get(EVENTS).expect(200);
    assert.deepEqual(body, {
      issuer: world.url,
      jwks_uri: `${world.url}/.well-known/jwks.json`,
      delivery_methods_supported: 'http://schemas.openid.net/secevent/risc/delivery-method/push',
    });
    assert.equal(headers['content-type'], 'application/json;charset=UTF-8');
  });

  for (const path of [CONFIGURATION, KEYS, EVENTS]) {
    it(`O24 · ${path} is the same under any Host`, async () => {
      const { text } = await supertest(world.url).get(path);
      for (const headers of [
        { Host: 'evil.example' },
        { 'X-Forwarded-Host': 'evil.example', 'X-Forwarded-Proto': 'https' },
        { Forwarded: 'host=evil.example' },
      ]) {
        assert.equal((await supertest(world.url).get(path).set(headers)).text, text);
      }
    });
  }

  for (const path of [
    '/oauth/provider/jwks',
    '/oauth/provider/logout',
    '/reg',
    '/token/introspection',
    '/token/revocation',
    '/request',
    '/me',
    '/device',
    '/interaction/x',
  ]) {
    it(`O34 · ${path}, which the engine below could serve, is not there`, async () => {
      for (const method of ['get', 'post'] as const)
        assert.equal((await supertest(world.url)[method](path).type('form').send('a=b')).status, path.startsWith('/oauth/') ? 400 : 404);
    });
  }
});

/** Discovery and keys: addresses that are there, wherever the request says it came to (security O24). */
import assert from 'node:assert/strict';
import supertest from 'supertest';
import { describeHouse } from '../helpers/house.ts';

const CONFIGURATION = '/.well-known/openid-configuration';
const KEYS = '/.well-known/jwks.json';
const EVENTS = '/.well-known/sse-configuration';

describeHouse('oauth · discovery', (world) => {
  it('names addresses that are there', async () => {
    const { body } = await supertest(world.url).get(CONFIGURATION);
    for (const name of ['authorization_endpoint', 'token_endpoint', 'userinfo_endpoint', 'jwks_uri']) {
      const { status } = await supertest(world.url).get(new URL(body[name] as string).pathname);
      assert.notEqual(status, 404, name);
    }
  });

  for (const path of [CONFIGURATION, KEYS, EVENTS]) {
    it(`O24 · ${path} is the same by any name of ours, and not there by others`, async () => {
      const { text } = await supertest(world.url).get(path);
      for (const headers of [
        { Host: 'kauth.kakao.com' },
        { Host: 'simulator.internal:5252' },
        { 'X-Forwarded-Host': 'evil.example', 'X-Forwarded-Proto': 'https' },
        { Forwarded: 'host=evil.example' },
      ]) {
        assert.equal((await supertest(world.url).get(path).set(headers)).text, text);
      }
      assert.equal((await supertest(world.url).get(path).set('Host', 'evil.example')).status, 421);
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

/** Redirect URIs are compared as text with those of the very key (security O1, requirement 3): whatever differs in one character is a page. */
import assert from 'node:assert/strict';
import supertest from 'supertest';
import { APPS, describeHouse, type World } from '../helpers/house.ts';
import { goThrough } from '../helpers/login.ts';
import { almostRegistered } from './almost-registered.ts';
import { shown } from './helpers.ts';

describeHouse('oauth · a redirect URI that is almost registered', (world) => {
  for (const uri of almostRegistered) {
    it(`3 · O1 · ${JSON.stringify(uri)}: KOE006, no redirect`, async () => {
      const answer = await ask(world, (await world.key(APPS.demo)).key, uri);
      assert.deepEqual([answer.status, shown({ html: answer.text }, 'error-code')], [400, 'KOE006']);
      assert.equal(answer.headers['location'], undefined);
      assert.ok(!JSON.stringify(answer.headers).includes('evil.example'));
    });
  }

  it('one of another app: KOE006', async () => {
    assert.equal((await ask(world, (await world.key(APPS.demo)).key, 'https://ellabonbon.example.com/oauth/kakao')).status, 400);
  });

  it('one that was taken off the list a moment ago: KOE006; one that was put on it is good at once', async () => {
    const { key } = await world.key(APPS.demo);
    await world.changeKey(APPS.demo, { redirectUris: ['https://new.example.com/cb'] });
    assert.equal((await ask(world, key, 'http://localhost:3000/oauth')).status, 400);
    assert.equal((await ask(world, key, 'https://new.example.com/cb')).status, 303);
  });
});

/** Registered as they are; the answer is added to them and nothing else is changed. */
const faithful = [
  { uri: 'https://shop.example.com/cb?from=kakao', before: 'https://shop.example.com/cb?from=kakao&code=' },
  { uri: 'https://shop.example.com/cb?a=1&b=%20+%2B', before: 'https://shop.example.com/cb?a=1&b=%20+%2B&code=' },
  { uri: 'https://shop.example.com', before: 'https://shop.example.com?code=' },
  { uri: 'https://SHOP.example.com:443/Cb/../x', before: 'https://SHOP.example.com:443/Cb/../x?code=' },
  { uri: 'http://localhost:3000/로그인', before: 'http://localhost:3000/%EB%A1%9C%EA%B7%B8%EC%9D%B8?code=' },
];

describeHouse('oauth · a redirect to a registered URI', (world) => {
  for (const { uri, before } of faithful) {
    it(`${uri} keeps its bytes`, async () => {
      await world.changeKey(APPS.demo, { redirectUris: [uri] });
      const page = await goThrough(world, { app: APPS.demo, as: 'returning', params: { redirect_uri: uri } });
      assert.equal(page.status, 302);
      assert.ok(page.headers['location']!.startsWith(before), page.headers['location']);
    });
  }
});

function ask({ url }: World, clientId: string, uri: string) {
  return supertest(url).get('/oauth/authorize').query({ response_type: 'code', client_id: clientId, redirect_uri: uri });
}

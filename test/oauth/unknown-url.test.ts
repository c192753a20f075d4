/** KOE002 (reference 1.6): a path of kauth that does not exist, or one that does not take the method. */
import assert from 'node:assert/strict';
import supertest from 'supertest';
import { describeHouse } from '../helpers/house.ts';
import { en, factsOf, headingOf, ko, shown } from './helpers.ts';

const HTML = 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8';

const visits = [
  { method: 'get', path: '/oauth' },
  { method: 'get', path: '/oauth/' },
  { method: 'get', path: '/oauth/authorise' },
  { method: 'get', path: '/oauth/authorize/a/b' },
  { method: 'get', path: '/oauth/login' },
  { method: 'get', path: '/oauth/provider/logout' },
  { method: 'get', path: '/oauth/%3Cb%3E' },
  { method: 'post', path: '/oauth/authorize', accept: HTML },
  { method: 'post', path: '/oauth/none', accept: HTML },
] as const;

const calls = [
  { method: 'post', path: '/oauth/none' },
  { method: 'post', path: '/oauth/authorize' },
  { method: 'post', path: '/oauth/revoke', accept: 'application/json' },
  { method: 'delete', path: '/oauth/token' },
  { method: 'put', path: '/oauth/token', accept: HTML },
  { method: 'options', path: '/oauth/token' },
  { method: 'get', path: '/oauth/tokeninfo', accept: HTML },
  { method: 'get', path: '/api/agt' },
  { method: 'post', path: '/api/none' },
  { method: 'post', path: '/apiweb/code.json' },
] as const;

describeHouse('oauth · KOE002', (world) => {
  for (const { method, path, ...more } of visits) {
    it(`a browser at ${method.toUpperCase()} ${path} sees the page, in both languages`, async () => {
      for (const t of [ko, en]) {
        const accept = 'accept' in more ? more.accept : '*/*';
        const answer = await supertest(world.url)
          [method](`${path}?lang=${t === ko ? 'ko' : 'en'}`)
          .set('Accept', accept);
        const page = { html: answer.text };
        assert.deepEqual([answer.status, shown(page, 'error-code')], [400, 'KOE002']);
        assert.equal(headingOf(page), `${t('error.badRequest')} (KOE002)`);
        assert.equal(shown(page, 'error-message'), t('koe.KOE002'));
        assert.equal(factsOf(page)[t('fact.got')], `${method.toUpperCase()} ${path}`);
      }
    });
  }

  for (const { method, path, ...more } of calls) {
    it(`a client at ${method.toUpperCase()} ${path}, which accepts ${'accept' in more ? more.accept : 'anything'}, reads JSON`, async () => {
      const answer = await supertest(world.url)
        [method](path)
        .set('Accept', 'accept' in more ? more.accept : '*/*');
      assert.equal(answer.status, 400);
      assert.deepEqual(answer.body, {
        error: 'invalid_request',
        error_description: `Wrong URL: ${method.toUpperCase()} ${path}`,
        error_code: 'KOE002',
      });
    });
  }

  it('HEAD is a visit without its body', async () => {
    const { status, headers } = await supertest(world.url).head('/oauth/none');
    assert.deepEqual([status, headers['content-type']], [400, 'text/html; charset=utf-8']);
  });

  for (const path of ['/oauthx', '/.well-known/none', '/none']) {
    it(`${path} is not kauth's: 404`, async () => {
      assert.equal((await supertest(world.url).get(path)).status, 404);
    });
  }
});

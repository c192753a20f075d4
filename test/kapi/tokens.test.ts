import assert from 'node:assert/strict';
import { HOUR, SECOND } from '../../src/clock.ts';
import { admin, bearer, NUMBER, openKapi, REST_KEY, target, tokenRow } from './helpers.ts';

const NONE = { msg: 'this access token does not exist', code: -401 };
const LATER = Date.parse('2026-02-01T00:00:00Z');
const other = { authorization: 'Bearer another' };
/** A second login of the same person, and the refresh token of the first. */
const rows = [
  ['artifacts', tokenRow('another', LATER, 'grant-2')],
  ['artifacts', { ...tokenRow('refresh', LATER), id: 'RefreshToken:refresh', model: 'RefreshToken' }],
] as const;

describe('kapi · GET /v1/user/access_token_info', () => {
  it('tells the number, the seconds left and the app, all as numbers', async () => {
    const { http, clock } = await openKapi();
    clock.advance(HOUR + 500);
    const { text } = await http.get('/v1/user/access_token_info').set(bearer).expect(200);
    assert.match(text, new RegExp(`^{"id":${NUMBER},"expires_in":1799[89],"app_id":123456}$`));
  });

  it('adds the deprecated twins in the era of 2019', async () => {
    const { http } = await openKapi({ app: { era: '2019' } });
    const { body } = await http.get('/v1/user/access_token_info').set(bearer).expect(200);
    assert.deepEqual(Object.keys(body), ['id', 'expires_in', 'app_id', 'expiresInMillis', 'appId']);
    assert.equal(Math.floor(body.expiresInMillis / SECOND), body.expires_in);
    assert.equal(body.appId, 123456);
  });
});

describe('kapi · GET /v1/user/check_access_token', () => {
  it('says of a good token that it is, and nothing else', async () => {
    const { http } = await openKapi();
    const { text } = await http.get('/v1/user/check_access_token').set(bearer).expect(200);
    assert.equal(text, '{}');
  });

  it('answers -401 to any other', async () => {
    const { http } = await openKapi();
    await http.get('/v1/user/check_access_token').set('authorization', 'Bearer nothing').expect(401, NONE);
    await http.get('/v1/user/check_access_token').query(target).set(admin).expect(401);
  });
});

describe('kapi · POST /v1/user/logout', () => {
  it('ends the token that was sent with its refresh token, and no other login', async () => {
    const { http, store } = await openKapi({ rows });
    const { text } = await http.post('/v1/user/logout').set(bearer).expect(200);
    assert.equal(text, `{"id":${NUMBER}}`);
    await http.get('/v2/user/me').set(bearer).expect(401, NONE);
    await http.get('/v2/user/me').set(other).expect(200);
    assert.equal(await store.get('artifacts', 'RefreshToken:refresh'), undefined);
  });

  it('ends every token of the user when an admin key asks', async () => {
    const { http, store } = await openKapi({ rows });
    const { text } = await http.post('/v1/user/logout').set(admin).type('form').send(target).expect(200);
    assert.equal(text, `{"id":${NUMBER}}`);
    assert.deepEqual(await store.find('artifacts', 'user', `${REST_KEY}:person`), []);
    await http.get('/v2/user/me').query(target).set(admin).expect(200);
  });
});

describe('kapi · POST /v1/user/unlink', () => {
  const agreement = { id: '123456:person:tag', appId: '123456', accountId: 'person', tag: 'tag', agreedAt: 0, agreedBy: 'KAUTH' } as const;

  for (const { by, header, form } of [
    { by: 'a token', header: bearer, form: {} },
    { by: 'an admin key', header: admin, form: target },
  ]) {
    it(`by ${by} ends consents, agreements, properties and every token`, async () => {
      const { http, store } = await openKapi({
        agreed: ['name'],
        link: { properties: { tier: 'basic' } },
        rows: [...rows, ['agreements', agreement]],
      });
      const { text } = await http.post('/v1/user/unlink').set(header).type('form').send(form).expect(200);
      assert.equal(text, `{"id":${NUMBER}}`);
      for (const token of [bearer, other]) await http.get('/v2/user/me').set(token).expect(401, NONE);
      const link = await store.get('links', '123456:person');
      assert.deepEqual(link, { ...link, number: NUMBER, state: 'unlinked', connectedAt: null, synchedAt: null, items: [], properties: {} });
      assert.deepEqual(await store.find('agreements', 'link', '123456:person'), []);
    });
  }

  it('answers a second time that there is nobody', async () => {
    const { http } = await openKapi();
    await http.post('/v1/user/unlink').set(bearer).expect(200);
    await http.post('/v1/user/unlink').set(bearer).expect(401, NONE);
    await http.post('/v1/user/unlink').set(admin).type('form').send(target).expect(400, { msg: 'NotRegisteredUserException', code: -101 });
  });

  it('sends no callback: the app knows', async () => {
    const { http, store } = await openKapi();
    await http.post('/v1/user/unlink').set(bearer).expect(200);
    assert.deepEqual(await store.find('deliveries', 'all', '*'), []);
  });
});

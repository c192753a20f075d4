import assert from 'node:assert/strict';
import { HOUR, SECOND } from '../../src/clock.ts';
import { admin, bearer, NUMBER, openKapi, target } from './helpers.ts';

const NONE = { msg: 'this access token does not exist', code: -401 };

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

describe('kapi · POST /v1/user/unlink', () => {
  it('answers a second time that there is nobody', async () => {
    const { http } = await openKapi();
    await http.post('/v1/user/unlink').set(bearer).expect(200);
    await http.post('/v1/user/unlink').set(bearer).expect(401, NONE);
    await http.post('/v1/user/unlink').set(admin).type('form').send(target).expect(400, { msg: 'NotRegisteredUserException', code: -101 });
  });
});

import assert from 'node:assert/strict';
import { bearer, NUMBER, openKapi } from './helpers.ts';

const gets = [
  '/v2/user/me',
  '/v1/oidc/userinfo',
  '/v1/user/access_token_info',
  '/v2/user/scopes',
  '/v2/user/service_terms',
  '/v1/user/service/terms',
  '/v2/api/talk/channels',
  '/v1/api/talk/channels',
  '/v1/api/talk/plusfriends',
  '/v1/user/shipping_address',
];
const posts = ['/v2/user/me', '/v1/user/logout', '/v1/user/unlink'];
const everything = { items: ['plusfriends', 'shipping_address'], agreed: ['plusfriends', 'shipping_address'] };

describe('kapi · how it answers', () => {
  for (const [method, paths] of [
    ['get', gets],
    ['post', posts],
  ] as const) {
    for (const path of paths) {
      it(`says ${method.toUpperCase()} ${path} in JSON, digit for digit, for nobody to keep`, async () => {
        const { http } = await openKapi(everything);
        const { text, headers } = await http[method](path).set(bearer).set('origin', 'https://evil.example').expect(200);
        assert.equal(headers['content-type'], 'application/json;charset=UTF-8');
        assert.equal(headers['cache-control'], 'no-store');
        assert.equal(headers['access-control-allow-origin'], undefined);
        assert.equal(headers['content-length'], String(Buffer.byteLength(text)));
        const number = path === '/v1/oidc/userinfo' ? `"sub":"${NUMBER}"` : `id":${NUMBER}`;
        assert.ok(text.includes(number), text);
      });
    }
  }

  it('says failures in the same JSON', async () => {
    const { http } = await openKapi();
    const { headers } = await http.get('/v2/user/me').expect(401);
    assert.equal(headers['content-type'], 'application/json;charset=UTF-8');
    assert.equal(headers['cache-control'], 'no-store');
  });

  for (const path of ['/v1', '/v2/', '/v1/nothing', '/v1/user/me/', '/v2/user/me/', '/v2/%', '/v2/user/me%2f']) {
    it(`answers 404 in kapi's shape to ${path}`, async () => {
      const { http } = await openKapi();
      const { status, body, headers } = await http.get(path).set(bearer);
      assert.deepEqual({ status, body }, { status: 404, body: { msg: `not supported API. path=${path}`, code: -3 } });
      assert.equal(headers['content-type'], 'application/json;charset=UTF-8');
    });
  }

  for (const method of ['get', 'post'] as const) {
    it(`answers -9 to ${method.toUpperCase()} /v1/user/me, with a key and without`, async () => {
      const { http } = await openKapi();
      const discontinued = { msg: 'deprecated API. path=/v1/user/me', code: -9 };
      await http[method]('/v1/user/me').set(bearer).expect(400, discontinued);
      await http[method]('/v1/user/me').expect(400, discontinued);
    });
  }

  const wrong = [
    { method: 'post', path: '/v2/user/scopes', allow: 'GET' },
    { method: 'get', path: '/v1/user/logout', allow: 'POST' },
    { method: 'get', path: '/v2/user/revoke/scopes', allow: 'POST' },
    { method: 'post', path: '/v1/user/ids', allow: 'GET' },
    { method: 'put', path: '/v2/user/me', allow: 'GET, POST' },
    { method: 'options', path: '/v2/user/me', allow: 'GET, POST' },
  ] as const;
  for (const { method, path, allow } of wrong) {
    it(`answers 405 to ${method.toUpperCase()} ${path}`, async () => {
      const { http } = await openKapi();
      const { status, body, headers } = await http[method](path).set(bearer);
      const msg = `not supported method. method=${method.toUpperCase()} supported=[${allow}]`;
      assert.deepEqual({ status, body, allow: headers.allow }, { status: 405, body: { msg, code: -3 }, allow });
    });
  }

  it('answers HEAD like GET, without the body', async () => {
    const { http } = await openKapi();
    const { headers } = await http.head('/v2/user/me').set(bearer).expect(200);
    assert.equal(headers['content-type'], 'application/json;charset=UTF-8');
  });
});

const FORM = 'application/x-www-form-urlencoded';
const asked = 'property_keys=%5B%22kakao_account.%22%5D';
const bodies = [
  { type: undefined, body: undefined, what: 'no body' },
  { type: FORM, body: '', what: 'an empty form' },
  { type: `${FORM};charset=utf-8`, body: asked, what: 'a form with the documented charset' },
  { type: `${FORM}; charset="UTF-8";`, body: asked, what: 'a form with another spelling of it' },
  { type: `${FORM};charset=euc-kr`, body: asked, what: 'a form in another charset' },
  { type: 'application/json', body: '{"property_keys":["id"]}', what: 'JSON' },
  { type: 'application/json', body: '{broken', what: 'broken JSON' },
  { type: 'multipart/form-data; boundary=x', body: '--x--', what: 'a multipart form' },
  { type: 'nonsense', body: 'x=1', what: 'a type that is none' },
  { type: FORM, body: '__proto__[x]=1&constructor=2&a.b.c=3&d[]=4', what: 'a form full of traps' },
];

const broken = [
  { body: `x=${'x'.repeat(70_000)}`, headers: {}, what: 'a form of 70,000 characters' },
  { body: asked, headers: { 'content-encoding': 'nonsense' }, what: 'a form in an unknown encoding' },
  { body: asked, headers: { 'content-encoding': 'gzip' }, what: 'a form that is not the gzip it says' },
  { body: 'property_keys[a]=1', headers: {}, what: 'an object where text is due' },
  { body: 'property_keys=1&property_keys=2', headers: {}, what: 'a list where text is due' },
];

describe('kapi · bodies that clients send', () => {
  for (const { type, body, what } of bodies) {
    it(`takes ${what}`, async () => {
      const { http } = await openKapi();
      const post = http.post('/v2/user/me').set(bearer);
      await (type ? post.set('content-type', type).send(body) : post).expect(200);
    });
  }

  it('takes a Content-Type on a GET', async () => {
    const { http } = await openKapi();
    await http.get('/v2/user/me').set(bearer).set('content-type', `${FORM};charset=utf-8`).expect(200);
  });

  for (const { body, headers, what } of broken) {
    it(`answers -2 to ${what}`, async () => {
      const { http } = await openKapi();
      const answer = await http
        .post('/v2/user/me')
        .set(bearer)
        .set({ 'content-type': FORM, ...headers })
        .send(body)
        .expect(400);
      assert.equal(answer.body.code, -2);
    });
  }
});

describe('kapi · what nobody expected', () => {
  it('answers -1 without a trace, and is reported', async () => {
    const reported: unknown[] = [];
    const { http, house } = await openKapi({ report: (error) => reported.push(error) });
    const trouble = new Error('the disk is full');
    Object.assign(house.consent, { authenticate: () => Promise.reject(trouble) });
    const { text } = await http.get('/v2/user/me').set(bearer).expect(400);
    assert.equal(text, '{"msg":"internal failure. try again.","code":-1}');
    assert.deepEqual(reported, [trouble]);
  });
});

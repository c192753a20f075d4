/** Methods, versions and headers that no client should send. */
import assert from 'node:assert/strict';
import { describeHouse } from '../helpers/house.ts';
import { assertClean, assertDecent, assertUnharmed } from './decent.ts';
import { endpoints } from './endpoints.ts';
import { type Answer, head, raw } from './raw.ts';

const KILOBYTE = 1 << 10;
const paths = [...new Set(endpoints.map(({ path }) => path))];
const byPath = (path: string) => endpoints.find((each) => each.path === path)!;

const lines: Readonly<Record<string, string[]>> = {
  'a key of bytes': ['Authorization: Bearer \xff\xfe\xc3\x28'],
  'a key of Object': ['Authorization: Bearer __proto__'],
  'an admin key of Object': ['Authorization: KakaoAK constructor'],
  'a scheme alone': ['Authorization: Bearer'],
  'a scheme of bytes': ['Authorization: \xff\xff \xff'],
  'a long key': [`Authorization: Bearer ${'x'.repeat(10 * KILOBYTE)}`],
  'a long admin key': [`Authorization: KakaoAK ${'x'.repeat(10 * KILOBYTE)}`],
  'two keys': ['Authorization: Bearer a', 'Authorization: KakaoAK b'],
  'cookies of bytes': ['Cookie: kakao_sync_session=\xff\xff; kakao_sync_session.sig=\xff; =; ;;; kakao_sync_lang=__proto__'],
  'cookies of other people': [
    'Cookie: kakao_sync_session=a; kakao_sync_interaction=b; kakao_sync_resume=c; kakao_sync_saved=d~e; kakao_sync_talk=f',
  ],
  'an agent of bytes': ['User-Agent: KAKAOTALK \xff\xfe'],
  'an origin that is none': ['Origin: \xff', 'Sec-Fetch-Site: nonsense'],
  'a language of bytes': ['Accept-Language: \xff;q=nonsense', 'Accept: \xff/\xff;q=9'],
  'a forwarded address': ['X-Forwarded-For: \xff', 'X-Forwarded-Proto: gopher', 'X-Forwarded-Host: [', 'Forwarded: for=_hidden'],
  'a method in a header': ['X-HTTP-Method-Override: DELETE'],
  'an upgrade': ['Connection: Upgrade', 'Upgrade: websocket', 'Sec-WebSocket-Key: a'],
  'a condition': ['If-None-Match: \xff', 'If-Modified-Since: nonsense', 'Range: bytes=9-1'],
};

describeHouse('malformed · methods', (world) => {
  for (const method of ['OPTIONS', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'TRACE', 'PROPFIND', 'M-SEARCH']) {
    it(`${method} on every path`, async () => {
      for (const path of paths) {
        const answer = await raw(world.url, head(`${method} ${path} HTTP/1.1`));
        if (method === 'HEAD') assert.equal(answer.body, '');
        if (method === 'HEAD') assertClean(answer, `HEAD ${path}`);
        else assertDecent(byPath(path), answer, method);
        assert.ok(method === 'HEAD' || answer.status! >= 400, `${method} ${path} answered ${answer.status}`);
      }
      await assertUnharmed(world);
    });
  }

  for (const line of [
    'BREW /v2/user/me HTTP/1.1',
    'get /v2/user/me HTTP/1.1',
    'GET /v2/user/me HTTP/9.9',
    'GET',
    'hello',
    '\x16\x03\x01\x02',
  ]) {
    it(`${JSON.stringify(line)} is no request`, async () => {
      assert.equal((await raw(world.url, head(line))).status, 400);
      await assertUnharmed(world);
    });
  }
});

describeHouse('malformed · headers', (world) => {
  for (const [what, header] of Object.entries(lines)) {
    it(`${what} on every path`, async () => {
      for (const path of paths) {
        const endpoint = byPath(path);
        const length = endpoint.method === 'POST' ? ['Content-Length: 0'] : [];
        assertDecent(endpoint, await raw(world.url, head(`${endpoint.method} ${path} HTTP/1.1`, ...header, ...length)), what);
      }
      await assertUnharmed(world);
    });
  }

  const tooMuch: Readonly<Record<string, string>> = {
    'a header of 20 KB': head('GET /v2/user/me HTTP/1.1', `X-Long: ${'x'.repeat(20 * KILOBYTE)}`),
    'a header of 1 MB': head('GET /v2/user/me HTTP/1.1', `Authorization: Bearer ${'x'.repeat(KILOBYTE * KILOBYTE)}`),
    'a target of 1 MB': head(`GET /oauth/authorize?state=${'x'.repeat(KILOBYTE * KILOBYTE)} HTTP/1.1`),
    '5000 headers': head('POST /oauth/token HTTP/1.1', ...Array.from({ length: 5000 }, (_, i) => `X-${i}: 1`)),
  };
  for (const [what, request] of Object.entries(tooMuch)) {
    it(`${what} is answered 431, with nothing to read`, async () => {
      const { status, body } = await raw(world.url, request);
      assert.deepEqual([status, body], [431, '']);
      await assertUnharmed(world);
    });
  }

  const broken: Readonly<Record<string, string>> = {
    'a NUL in a header': head('GET /v2/user/me HTTP/1.1', 'X-Nul: a\x00b'),
    'a header without a name': head('GET /v2/user/me HTTP/1.1', ': a'),
    'a blank before the colon': head('GET /v2/user/me HTTP/1.1', 'X-Blank : a'),
    'a line break alone': head('GET /v2/user/me HTTP/1.1', 'X-Break: a\nX-Injected: yes'),
    'no host': 'GET / HTTP/1.1\r\nConnection: close\r\n\r\n',
  };
  for (const [what, request] of Object.entries(broken)) {
    it(`${what} is answered by 400`, async () => {
      const answer: Answer = await raw(world.url, request);
      assertClean(answer, what);
      assert.equal(answer.status, 400);
      await assertUnharmed(world);
    });
  }

  it('an expectation that nobody has is answered by 417', async () => {
    const answer = await raw(world.url, head('POST / HTTP/1.1', 'Expect: coffee', 'Content-Length: 0'));
    assertClean(answer, 'coffee');
    assert.equal(answer.status, 417);
  });

  for (const host of ['[', '\xff', '__proto__', 'a:99999', 'evil.example', '']) {
    it(`the host ${JSON.stringify(host)} is not believed`, async () => {
      for (const path of ['/oauth/authorize', '/.well-known/openid-configuration', '/v2/user/me', '/']) {
        const answer = await raw(world.url, `GET ${path} HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`);
        assertClean(answer, `${path} with the host ${host}`);
        assert.ok(!answer.body.includes('evil.example'));
      }
      await assertUnharmed(world);
    });
  }
});

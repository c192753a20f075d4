/** Each of Kakao's names answers the paths of its own face, and nobody is answered by a name that is not ours. */
import assert from 'node:assert/strict';
import { APPS, describeHouse } from '../helpers/house.ts';
import { askAs } from './asking.ts';

describeHouse('takeover · what each name answers', (world) => {
  it('answers each name with its own paths, and with Kakao’s refusal for the others', async () => {
    const { key } = await world.key(APPS.demo);
    const rows: [host: string, path: string, status: number, says: RegExp][] = [
      ['kauth.kakao.com', '/.well-known/jwks.json', 200, /"kid"/],
      ['kauth.kakao.com', '/oauth/authorize', 401, /KOE/],
      ['kauth.kakao.com', '/v2/user/me', 400, /KOE002/],
      ['kauth.kakao.com', '/nothing', 400, /KOE002/],
      ['kauth.kakao.com:443', '/.well-known/jwks.json', 200, /"kid"/],
      ['kapi.kakao.com', '/v2/user/me', 401, /"code":-401/],
      ['kapi.kakao.com', '/.well-known/jwks.json', 404, /"code":-3/],
      ['kapi.kakao.com', `/oauth/authorize?client_id=${key}`, 404, /"code":-3/],
      ['kapi.kakao.com', '/_sim', 404, /"code":-3/],
      ['kapi.kakao.com', '/', 404, /"code":-3/],
      ['accounts.kakao.com', '/account/login', 200, /<form/],
      ['accounts.kakao.com', '/oauth/authorize', 404, /SIMULATOR/],
      ['k.kakaocdn.net', '/assets/pictures/han-640.png', 200, /PNG/],
      ['k.kakaocdn.net', '/assets/css/main.css', 404, /SIMULATOR/],
      ['developers.kakao.com', '/developers', 421, /no name of this simulator/],
    ];
    for (const [host, path, status, says] of rows) {
      const answer = await askAs(host, world.url, path);
      assert.equal(answer.status, status, `${host}${path}`);
      assert.match(answer.body, says, `${host}${path}`);
    }
  });

  it('refuses unknown APIs as Kakao does also when something is sent', async () => {
    const { status, body } = await askAs('kapi.kakao.com', world.url, '/oauth/token', { method: 'POST' });
    assert.deepEqual([status, JSON.parse(body)], [404, { msg: 'not supported API. path=/oauth/token', code: -3 }]);
  });

  it('leads people on to what Kakao does not have under that name', async () => {
    const authorize = `${world.url}/oauth/authorize?client_id=x&through_account=true`;
    const rows: [host: string, path: string, to: string][] = [
      ['kauth.kakao.com', '/_sim/why/1?lang=en', `${world.url}/_sim/why/1?lang=en`],
      ['kauth.kakao.com', '/', `${world.url}/`],
      ['accounts.kakao.com', '/', '/account'],
      ['accounts.kakao.com', '/login', '/account/login'],
      ['accounts.kakao.com', `/login?continue=${encodeURIComponent(authorize)}`, authorize],
      ['accounts.kakao.com', '/login?continue=https%3A%2F%2Fevil.example%2Foauth%2F', '/account/login'],
      ['accounts.kakao.com', '/weblogin/create_account', '/account/signup'],
      ['accounts.kakao.com', '/talk', `${world.url}/talk`],
    ];
    for (const [host, path, to] of rows) {
      const { status, headers } = await askAs(host, world.url, path);
      assert.deepEqual([status, headers.location], [302, to], host + path);
    }
  });

  it('answers nobody who calls it by a name of theirs, whatever they ask', async () => {
    for (const path of ['/', '/v2/user/me', '/.well-known/openid-configuration', '/_sim/api/deliveries', '/talk']) {
      const { status, body } = await askAs('rebound.example.com:5252', world.url, path);
      assert.equal(status, 421, path);
      assert.ok(!body.includes('"issuer"'));
    }
  });

  it('keeps the journey of a login in one piece, by whichever name it went', async () => {
    const { key, redirectUris } = await world.key(APPS.demo);
    const query = new URLSearchParams({ client_id: key, redirect_uri: redirectUris[0]!, response_type: 'code' });
    const first = await askAs('kauth.kakao.com', world.url, `/oauth/authorize?${query.toString()}`);
    const { pathname } = new URL(first.headers.location!, world.url);
    await askAs('kauth.kakao.com', world.url, pathname, { headers: { cookie: cookiesOf(first.headers['set-cookie']) } });
    const journeys = await world.house.journeys.recent({ limit: 10 });
    assert.deepEqual(
      journeys.map(({ steps, state }) => [steps, state]),
      [[2, 'open']],
    );
  });
});

function cookiesOf(lines: readonly string[] = []): string {
  return lines.map((line) => line.split(';')[0]).join('; ');
}

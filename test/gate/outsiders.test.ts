/** What nobody outside can do to a simulator on somebody's machine (security, section 8, requirement 13), read off the routes themselves. */
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { Agent, request } from 'node:http';
import type Router from '@koa/router';
import supertest from 'supertest';
import { createSimulator } from '../../src/index.ts';
import { control } from '../../src/control/routes.ts';
import { oauth, served } from '../../src/oauth/routes.ts';
import { pageDoors } from '../../src/pages.ts';
import { snapshotOf } from '../../src/store/index.ts';
import { command } from '../command/in-process.ts';
import { FORM_COOKIE, formToken, withToken } from '../helpers/form-token.ts';
import { APPS, describeHouse, type World } from '../helpers/house.ts';
import { OWNER } from '../helpers/rooms.ts';

const FORM = 'application/x-www-form-urlencoded';
/** What a request has that a person sent from a page of ours, but for what the name says. */
const OUTSIDERS: Readonly<Record<string, { headers: Record<string, string>; token?: 'none' | 'others'; body?: string }>> = {
  'a Host that is none of ours': { headers: { Host: 'evil.example' } },
  'another port of this machine': { headers: { Origin: 'http://localhost:3000' } },
  'an origin that hides itself': { headers: { Origin: 'null' } },
  'another site': { headers: { Origin: 'https://evil.example', 'Sec-Fetch-Site': 'cross-site' } },
  'a neighbour on the same site': { headers: { 'Sec-Fetch-Site': 'same-site' } },
  'no token': { headers: { 'Sec-Fetch-Site': 'same-origin' }, token: 'none' },
  'no token, and no word of a browser': { headers: {}, token: 'none' },
  'the token of another browser': { headers: { 'Sec-Fetch-Site': 'same-origin' }, token: 'others' },
  'JSON as plain text': { headers: { 'Sec-Fetch-Site': 'same-origin', 'Content-Type': 'text/plain' }, token: 'none', body: '{"on":true}' },
};

describeHouse('outsiders · every unsafe route of our own', (world) => {
  for (const [what, { headers, token, body = 'on=true' }] of Object.entries(OUTSIDERS)) {
    it(`13 · nobody outside can drive a local instance: ${what} is a 4xx, and the state stays as it is`, async () => {
      const routes = unsafe(world);
      assert.ok(routes.length > 120, String(routes.length));
      const cookie = await everywhere(world);
      const before = await state(world);
      for (const { method, path, isForm } of routes) {
        // A program's call needs no token, and a page of ours that makes one is no outsider.
        if (token && !isForm && !headers['Content-Type']) continue;
        const to =
          token === 'none' || !isForm ? path : token ? `${path}?form_token=${formToken(world, 'x'.repeat(32))}` : withToken(world, path);
        const sent = { 'Content-Type': isForm ? FORM : 'application/json', Cookie: cookie, ...headers };
        const status = await ask(world.url, method, to, sent, isForm || headers['Content-Type'] ? body : '{}');
        const isRefused = isForm && !path.startsWith('/oauth/') ? [403, 421].includes(status) : status >= 400 && status < 500;
        assert.ok(isRefused, `${method} ${to}: ${status}`);
      }
      assert.equal(await state(world), before);
    });
  }

  it('13 · nobody outside can drive a local instance: discovery never repeats a Host that is none of ours', async () => {
    for (const path of ['/.well-known/openid-configuration', '/', '/_sim/api', '/_sim/api/openapi.json', '/oauth/authorize', '/health']) {
      const answer = await supertest(world.url).get(path).set('Host', 'evil.example').redirects(0);
      assert.equal(answer.status, 421, path);
      for (const name of ['X-Forwarded-Host', 'Forwarded', 'X-Host']) {
        const told = await supertest(world.url)
          .get(path)
          .set(name, name === 'Forwarded' ? 'host=evil.example' : 'evil.example')
          .redirects(0);
        assert.doesNotMatch(told.text + JSON.stringify(told.headers), /evil\.example/, `${path}, ${name}`);
      }
      assert.doesNotMatch(answer.text.replace('evil.example is no name', '') + JSON.stringify(answer.headers), /evil\.example/, path);
    }
  });
});

describe('outsiders · who is let in', () => {
  it('13 · nobody outside can drive a local instance: one that others could reach does not start without a secret', async () => {
    for (const flags of [['--host', '0.0.0.0'], ['--shared'], ['--public-url', 'https://sim.example.com']]) {
      const { code, stdout, stderr } = await command('', '--port', '0', '--memory', '--no-partner', ...flags);
      assert.deepEqual([code, stdout], [1, '']);
      assert.match(
        stderr,
        /^kakao-sync-simulator: KAKAO_SYNC_OPERATOR_SECRET: others can reach this simulator .*"openssl rand -hex 24" makes one/,
      );
    }
  });

  it('13 · nobody outside can drive a local instance: a name of its own is given to it, and no other is answered', async () => {
    await using simulator = await createSimulator({ allowHost: 'Sim.example.com, tunnel.example' });
    const asked = (host: string) => supertest(simulator.url).get('/health').set('Host', host);
    for (const host of ['sim.example.com', 'tunnel.example:8080', 'localhost', '127.0.0.1'])
      assert.equal((await asked(host)).status, 200, host);
    for (const host of ['other.example', 'x.sim.example.com', 'sim.example.com.evil.example'])
      assert.equal((await asked(host)).status, 421, host);
  });
});

/** By one connection, as there are many of them. */
const agent = new Agent({ keepAlive: true });
after(() => agent.destroy());

function ask(url: string, method: string, path: string, headers: Record<string, string>, body: string): Promise<number> {
  return new Promise((answered, failed) => {
    const sent = request(url + path, { method: method.toUpperCase(), agent, headers: { ...headers, 'Content-Length': body.length } });
    sent.once('error', failed).once('response', (answer) => answer.resume().once('end', () => answered(answer.statusCode!)));
    sent.end(body);
  });
}

/** Every route that changes something for whoever a browser is signed in as; the wire's own take no cookie. */
function unsafe(world: World): { method: 'post' | 'put' | 'patch' | 'delete'; path: string; isForm: boolean }[] {
  const report = (error: unknown): unknown => world.reported.push(error);
  const pages = [...pageDoors(world.house, null), oauth(world.house, report)];
  const of = (routers: readonly Router[], isForm: boolean) =>
    routers
      .flatMap(({ stack }) => stack)
      .filter(({ path }) => typeof path === 'string' && !path.includes('{*') && !served.some((each) => each.path === path))
      .flatMap(({ methods, path }) =>
        (['post', 'put', 'patch', 'delete'] as const)
          .filter((method) => methods.includes(method.toUpperCase()))
          .map((method) => ({ method, path: String(path).replace(/:(\w+)/g, (_, name: string) => EXAMPLES[name] ?? 'x'), isForm })),
      );
  return [...of(pages, true), ...of([control(world.house, report)], false)];
}

const EXAMPLES: Readonly<Record<string, string>> = { app: APPS.demo, appId: APPS.demo, id: APPS.demo, kind: 'sync' };

/** Signed in to the consoles and to KakaoTalk, with pages of ours open. */
async function everywhere({ house: { accounts } }: World): Promise<string> {
  const session = await accounts.openSession(OWNER);
  return `kakao_sync_console=${session}; kakao_sync_talk=${session}; ${FORM_COOKIE}`;
}

async function state({ house }: World): Promise<string> {
  await house.journeys.settled();
  return createHash('sha256')
    .update(JSON.stringify(await snapshotOf(house.store)))
    .digest('hex');
}
